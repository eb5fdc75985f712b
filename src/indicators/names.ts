// What reasons speak of, by name: kinds, cohorts, registers, fields. English here; `ours` says it in another language.
import { fieldWords } from '../facts/kind.ts'
import { readOncePerInstruments } from '../instrument-folders.ts'
import { entryIntoForce, withdrawalEffect } from '../parties/entry-into-force.ts'
import { findTreaty } from '../parties/treaty.ts'
import { shippedTreatyIds } from '../parties/treaty-ids.ts'
import { readShippedKinds, readShippedQuestionnaires } from '../reports/shipped.ts'
import { reportKind } from '../rules/field-check.ts'
import { answerableQuestions } from '../rules/questionnaire-schema.ts'
import { english } from '../words/catalogue.ts'
import { sayPlainly } from '../words/plainly.ts'
import type { Reason } from '../words/reason.ts'
import { createVoice, type Names, type Ours, type Say, type Voice } from '../words/say.ts'
import { createText, type Text } from '../words/text.ts'
import { heldPlans } from './plans.ts'
import { type QuestionTexts, sayingOf } from './saying.ts'
import type { EvidenceShown } from './show.ts'

type Body = Readonly<Record<string, unknown>>

/** The English title of a kind of datum, of reports under an obligation too; the id where nobody defined it. */
export const kindTitle = (id: string): string => {
  const kinds = readShippedKinds()
  if (Object.hasOwn(kinds, id)) return kinds[id]!.title
  return id.endsWith('-report') ? reportKind(id.slice(0, -'-report'.length)).title : id
}

/** The English title of a treaty: its short one, where we have it as data. */
export const treatyTitle = (id: string): string =>
  findTreaty(id)?.titles.en?.short ?? shippedTreatyIds().find((treaty) => treaty.id === id)?.title ?? id

/** Texts of the questions held, by `<obligation>/<question>`. */
export const questionTexts = readOncePerInstruments(
  (): QuestionTexts =>
    new Map(
      readShippedQuestionnaires().flatMap((questionnaire) =>
        answerableQuestions(questionnaire).map(
          ({ id, text }) => [`${questionnaire.id}/${id}`, text] as const,
        ),
      ),
    ),
)

/** The rule from which the day of an act follows, where its `basis`, kept as an English sentence, says just that. */
const basisOf = (body: Body): Reason | undefined => {
  const treaty = findTreaty(String(body.treaty))
  if (treaty === undefined || typeof body.notifiedOn !== 'string') return undefined
  const { derivation } =
    body.act === 'withdrawal'
      ? withdrawalEffect(treaty.withdrawal, body.notifiedOn)
      : entryIntoForce(treaty.entryIntoForce, body.notifiedOn)
  return sayPlainly(derivation) === body.basis ? derivation : undefined
}

/** What a piece of evidence says, in the language of `voice`. */
export const evidenceSays = (voice: Voice, { kind, body }: Pick<EvidenceShown, 'kind' | 'body'>): string => {
  const basis = kind === 'status-event' ? basisOf(body) : undefined
  const said = basis === undefined ? body : { ...body, basis: voice.say(basis) }
  return sayingOf(voice, { kind, body: said }, questionTexts(), readShippedKinds()[kind]?.says)
}

/** The day of a fact: the first of its dates that says when it took place, or is to. */
const dayOf = (kind: string, body: Body): unknown => {
  const dates = Object.entries(readShippedKinds()[kind]?.fields ?? {}).filter(
    ([, { type }]) => type === 'date',
  )
  return dates.map(([name]) => body[name]).find((day) => typeof day === 'string')
}

/**
 * What a fact is called, in the language of `voice`: by its title or its words; where its kind has titles and it has none,
 * by kind and day ("Working group meeting, 10 Mar 2027"); otherwise by what it says.
 */
export const titleSays = (voice: Voice, { kind, body }: Pick<EvidenceShown, 'kind' | 'body'>): string => {
  if (typeof body.title === 'string') return body.title
  // A decision or a recommendation is its words, after its number.
  if (typeof body.text === 'string')
    return typeof body.number === 'string' ? `${body.number} ${body.text}` : body.text
  const day = readShippedKinds()[kind]?.fields.title === undefined ? undefined : dayOf(kind, body)
  if (day === undefined) return evidenceSays(voice, { kind, body })
  return voice.text('says.untitled', {
    kind: voice.names.kind(kind),
    date: voice.value('heldOn', String(day)),
  })
}

export const cohortTitle = (name: string): string => {
  for (const { rules } of heldPlans())
    if (Object.hasOwn(rules.cohorts, name)) return rules.cohorts[name]!.title
  return name
}

/** Values that a field takes from a list, or that a promise's own words list, have words of ours; any other text is somebody's own. */
const listedEntries = (): Set<string> => {
  const fields = [...Object.values(readShippedKinds()), reportKind('')].flatMap((kind) =>
    Object.values(kind.fields),
  )
  const vocabularies = heldPlans().flatMap(({ instrument }) => Object.values(instrument.vocabulary))
  return new Set([
    'state',
    'body',
    'national-society',
    ...vocabularies.flat(),
    ...fields.flatMap(({ oneOf = [], columns = {} }) => [
      ...oneOf,
      ...Object.values(columns).flatMap((column) => column.oneOf ?? []),
    ]),
  ])
}

/** The names in a language; `ours` gives a sentence of our data files in it, `statusOf` the register of a treaty. */
export const namesIn = (ours: Ours, statusOf: (treaty: string) => string): Names => {
  let listed: Set<string> | undefined
  return {
    kind: (id) => ours(kindTitle(id)),
    cohort: (id) => ours(cohortTitle(id)),
    register: (id) =>
      id.startsWith('status:')
        ? statusOf(ours(treatyTitle(id.slice('status:'.length))))
        : ours(kindTitle(id)),
    obligation: (id) => ours(id.replaceAll('-', ' ')),
    field: (name) => ours(fieldWords(name)),
    entry: (field, value) => {
      if (field === 'treaty') return ours(treatyTitle(value))
      if (field === 'answer') return ours(value)
      // A list of fields that were inferred.
      if (field === 'inferred') return ours(fieldWords(value))
      // A rule or the status page, in our words; anything else is a source's.
      if (field === 'basis' && /^(Article \d|stated on the status page$)/.test(value)) return ours(value)
      listed ??= listedEntries()
      // From one number to another is no word.
      return listed.has(value) && /[a-z]/.test(value) ? ours(value.replaceAll('-', ' ')) : value
    },
    shared: (name) => ours(fieldWords(name)),
    ours,
  }
}

/** How a language speaks of what is held: `ours` gives a sentence of our data files in it. */
export const voiceOf = (given: { text: Text; day: (iso: string) => string; ours: Ours }): Voice =>
  createVoice({
    text: given.text,
    day: given.day,
    names: namesIn(given.ours, (treaty) => given.text('parts.statusOf', { treaty })),
  })

/** English sentences as they stand, with their places filled. */
export const oursInEnglish: Ours = (text, fill = (sentence) => sentence) => fill(text)

/** English, with days as YYYY-MM-DD: as commands and data speak. */
export const englishVoice: Voice = voiceOf({
  text: createText('en', english),
  day: (iso) => iso,
  ours: oursInEnglish,
})

/** A reason in English. */
export const inEnglish: Say = englishVoice.say
