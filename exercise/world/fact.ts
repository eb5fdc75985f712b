// A row of facts.csv, and what several lists of facts share: their sources, and statements that come to an end.
import type { Span } from './obligations.ts'
import { stateOf } from './states.ts'

export type Source = { title: string; address: string; publisher: string; date?: string }

export type Fact = {
  id: string
  actor: string
  kind: string
  subject?: string
  from?: string
  until?: string
  /** EDTF, in the place of from and until. */
  date?: string
  knownFrom: string
  supersedes?: string
  retracts?: string
  source: Source
  locator?: string
  quotation?: string
  language?: string
  tier?: 'public' | 'partner' | 'restricted'
  note?: string
  body: Record<string, string | number | boolean | readonly string[]>
}

const publication = (slug: string, title: string, publisher: string): Source => ({
  title: `Exercise: ${title}`,
  address: `https://exercise.example/${slug}`,
  publisher: `Exercise: ${publisher}`,
})

export const sources = {
  meetings: publication('registers/meetings', 'Register of meetings and participants', 'Secretariat'),
  finance: publication('registers/contributions', 'Ledger of contributions', 'Secretariat'),
  obligations: publication('registers/obligations', 'Register of obligations and deadlines', 'Secretariat'),
  discoveries: publication('registers/discoveries', 'Register of discoveries', 'Secretariat'),
  compliance: publication(
    'committees/compliance',
    'List of the Committee',
    'Committee on Cooperative Compliance',
  ),
  cooperation: publication(
    'committees/cooperation',
    'Record of the individualised approach',
    'Committee on Cooperation and Assistance',
  ),
  communications: publication(
    'registers/communications',
    'Register of communications under Article 8',
    'Secretariat',
  ),
  monitor: publication('monitor', 'Yearly survey of the treaty', 'Treaty Monitor'),
  universalization: publication('registers/statements', 'Statements of States not party', 'Secretariat'),
}

/** A letter or statement of a State itself. */
export const statementOf = (code: string, on: string): Source => ({
  title: `Exercise: communication of ${stateOf(code).names.en}`,
  address: `https://exercise.example/communications/${code}-${on}`,
  publisher: `Exercise: ${stateOf(code).names.en}`,
  date: on,
})

/** The day the registers of the exercise were opened: nothing older was known here before. */
export const registersOpened = '2024-01-15'

const laterOf = (a: string, b: string) => (a > b ? a : b)

/**
 * What holds from a day on. While it lasts nobody knows its end, so an end is a second datum that supersedes the
 * first and is known only from that day.
 */
export const lasting = (kind: string, source: Source, span: Span, body: Fact['body'], index = 1): Fact[] => {
  const id = `${kind}-${span.code}-${index}`
  const open: Fact = {
    id,
    actor: span.code,
    kind,
    from: span.from,
    knownFrom: laterOf(span.from, registersOpened),
    source,
    body,
  }
  if (span.until === undefined) return [open]
  const ended: Fact = {
    ...open,
    id: `${id}-ended`,
    until: span.until,
    knownFrom: span.until,
    supersedes: id,
    ...(span.why === undefined ? {} : { note: `Exercise: ended, ${span.why}` }),
  }
  return [open, ended]
}
