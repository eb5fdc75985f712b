// A small fact base of fictional States under an invented treaty, for the tests of the engine of dates.
import { type DutySet, dutySetOfInstrument, dutySetOfTreaty } from '../../src/duties/rules.ts'
import { factBase } from '../../src/indicators/fact-base.ts'
import { lawUnder } from '../../src/indicators/law.ts'
import type { Treaty } from '../../src/parties/treaty.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import type { Duty } from '../../src/rules/duty-form.ts'
import type { FactBase, KindSpec } from '../../src/rules/facts.ts'

type GivenDuty = Partial<Duty> & Pick<Duty, 'article'>

const named = (duties: Record<string, GivenDuty>): Record<string, Duty> =>
  Object.fromEntries(
    Object.entries(duties).map(([id, duty]) => [
      id,
      { id, title: id, words: 'Each Party shall.', source: `Article ${duty.article}`, ...duty },
    ]),
  )

/** The Still Air Convention: in force for a State on the first day of the sixth month after its deposit. */
export const treatyWith = (duties: Record<string, GivenDuty>): Treaty => ({
  id: 'still-air',
  kind: 'treaty',
  titles: { en: { short: 'Still Air Convention', formal: 'Convention on Still Air' } },
  depositary: 'Secretary-General',
  adopted: { on: '1999-01-01' },
  inForceFrom: '2000-01-01',
  source: { title: 'Text of the Still Air Convention' },
  entryIntoForce: {
    article: '17',
    words: 'On the first day of the sixth month.',
    firstDayOfMonthAfterDeposit: 6,
    notBefore: '2000-01-01',
  },
  withdrawal: {
    article: '20',
    words: 'Six months after receipt.',
    monthsAfterReceipt: 6,
    unless: 'not before the end of an armed conflict',
  },
  duties: named(duties),
})

export const setWith = (duties: Record<string, GivenDuty>): DutySet => dutySetOfTreaty(treatyWith(duties), {})

/** A plan under the treaty, 2025 to 2029. */
export const planWith = (
  duties: Record<string, GivenDuty>,
  treatyDuties: Record<string, GivenDuty> = {},
): DutySet =>
  dutySetOfInstrument(
    {
      id: 'calm-plan',
      kind: 'action-plan',
      title: 'Calm Plan',
      treaty: 'still-air',
      source: { title: 'Calm Plan', language: 'en' },
      period: { from: '2025-01-01', until: '2030-01-01', stated: true },
      parties: [],
    },
    named(duties),
    setWith(treatyDuties),
    {},
  )

export type GivenFact = {
  actor: string
  kind: string
  id?: string
  /** The day or span it holds from, as EDTF says it where that is not one day. */
  from?: string | null
  until?: string | null
  edtf?: string | null
  knownFrom?: string
  /** Ids of the versions it took the place of, the latest first. */
  names?: readonly string[]
  fields?: Record<string, unknown>
}

export const deposit = (actor: string, on: string, fields: Record<string, unknown> = {}): GivenFact => ({
  ...{ actor, kind: 'status-event', from: on },
  fields: { treaty: 'still-air', act: 'ratification', notifiedOn: on, ...fields },
})

export const withdraws = (actor: string, on: string, fields: Record<string, unknown> = {}): GivenFact =>
  deposit(actor, on, { act: 'withdrawal', ...fields })

export const meeting = (
  code: string,
  date: string,
  more: { series?: string; knownFrom?: string; id?: string } = {},
): GivenFact => {
  const isDay = date.length === 10
  return {
    ...{
      actor: 'MEETINGS',
      kind: 'meeting',
      from: isDay ? date : `${date}-01-01`,
      edtf: isDay ? null : date,
    },
    ...{ knownFrom: more.knownFrom ?? '2000-01-01', ...(more.id === undefined ? {} : { id: more.id }) },
    fields: {
      ...{ treaty: 'still-air', code, series: more.series ?? 'meeting-of-states-parties', title: code },
      ...(isDay ? { startsOn: date } : {}),
    },
  }
}

export const granted = (
  actor: string,
  until: string | null,
  more: { meeting?: string; on?: string; article?: string; id?: string } = {},
): GivenFact => ({
  ...{ actor, kind: 'extension-granted' },
  ...{ from: more.on === undefined ? null : more.on.length === 10 ? more.on : `${more.on}-01-01` },
  ...{ edtf: more.on !== undefined && more.on.length < 10 ? more.on : null },
  ...(more.id === undefined ? {} : { id: more.id }),
  fields: {
    ...{ treaty: 'still-air', article: more.article ?? '5' },
    ...(until === null ? {} : { grantedUntil: until }),
    ...(more.meeting === undefined ? {} : { meeting: more.meeting }),
  },
})

/** A fact base of these facts; each has an id by its place unless it is given one. */
export const baseOf = (facts: readonly GivenFact[], treaty: Treaty = treatyWith({})): FactBase =>
  factBase(
    {
      knownOn: '2026-06-30',
      actors: [...new Set(facts.map(({ actor }) => actor))].map((id) => ({ id, kind: 'state', name: id })),
      datums: facts.map(
        ({ actor, kind, id, from = null, until = null, edtf = null, knownFrom, names, fields = {} }, i) => [
          ...([actor, id ?? `fact-${i}`, kind, id ?? null, null] as const),
          ...([from, until, knownFrom ?? '2000-01-01', fields, edtf, undefined, names] as const),
        ],
      ),
      reports: [],
      answers: [],
      coverage: [],
    },
    lawUnder({
      treaty: treaty.id,
      deadlineUnder: () => treaty.id,
      findLaw: (id) => (id === treaty.id ? treaty : undefined),
      kinds: readShippedKinds() as Record<string, KindSpec>,
      parties: [],
      planPeriod: { from: '2025-01-01', until: '2030-01-01' },
    }),
  )
