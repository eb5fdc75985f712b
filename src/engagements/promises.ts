// The sentences read from a document, and what each became: an action, an indicator, a milestone, a
// membership, a series. One shape for a plan, a pledge and a ministry's page.
import type { ShippedInstrument } from '../instruments/read.ts'
import { type ActorsKnown, type Engagement, placeOf, stateOf } from './engagement.ts'

/** `path` is null where no page shows it. */
export type Became = { type: string; label: string; path: string | null }

export type Promised = {
  /** Id of the instrument, or the slug of the source's title. */
  document: string
  /** Verbatim. */
  sentence: string
  /** BCP 47. */
  language: string
  became: Became[]
}

/** The id of a document that is no instrument: its title as a slug. */
export const documentIdOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

const factOf = (engagement: Engagement, actors: ActorsKnown): Became => {
  const state = stateOf(engagement.datum, actors)
  return {
    type: engagement.kind,
    label: engagement.title,
    path: state === undefined ? null : `/ministries/${state}#${placeOf(engagement.id)}`,
  }
}

const bare = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** The facts whose quotation stands in the sentence, or the other way round. */
const quoting = (sentence: string, facts: readonly Engagement[]): Engagement[] =>
  facts.filter(({ datum }) => {
    const quotation = bare(datum.quotation ?? '')
    return quotation !== '' && (bare(sentence).includes(quotation) || quotation.includes(bare(sentence)))
  })

/** Ends of sentences, kept with them; a parenthesis in between is part of its sentence. */
const sentencesOf = (text: string): string[] => bare(text).split(/(?<=\.)\s+(?=\p{Lu})/u)

const promisesOfInstrument = (
  instrument: ShippedInstrument,
  facts: readonly Engagement[],
  actors: ActorsKnown,
): Promised[] => {
  const { id, source } = instrument
  const own = facts.filter(({ datum }) => datum.source?.title === source.title)
  const make = (sentence: string, became: Became[]): Promised => ({
    document: id,
    sentence,
    language: source.language,
    became: [...became, ...quoting(sentence, own).map((fact) => factOf(fact, actors))],
  })
  const indicator = (one: { id: string; text: string }): Promised =>
    make(one.text, [{ type: 'indicator', label: one.id, path: `/plans/${id}/${one.id}` }])
  const paragraphs = instrument.sections
    .flatMap((section) => section.paragraphs.flatMap(({ text }) => sentencesOf(text)))
    .map((sentence) => make(sentence, []))
    .filter(({ became }) => became.length > 0)
  return [
    ...paragraphs,
    ...instrument.actions.flatMap((action) => [
      make(action.text, [
        { type: 'action', label: String(action.number), path: `/plans/${id}/actions/${action.number}` },
      ]),
      ...action.indicators.map(indicator),
    ]),
    ...instrument.planIndicators.map(indicator),
  ]
}

const promisesOfPage = (facts: readonly Engagement[], document: string, actors: ActorsKnown): Promised[] => {
  const own = facts.filter(
    ({ datum }) => datum.quotation !== null && documentIdOf(datum.source?.title ?? '') === document,
  )
  return [...Map.groupBy(own, ({ datum }) => datum.quotation!)].map(([sentence, ofSentence]) => ({
    document,
    sentence,
    language: ofSentence[0]!.datum.language ?? 'und',
    became: ofSentence.map((fact) => factOf(fact, actors)),
  }))
}

/**
 * The promises of one document, in the order of its text (of a page: of the file of facts): an instrument that ships,
 * by its id, or a source of engagements, by the slug of its title. Empty where nothing is held of it.
 */
export const listPromises = (
  document: string,
  held: { instruments: readonly ShippedInstrument[]; facts: readonly Engagement[]; actors: ActorsKnown },
): Promised[] => {
  const instrument = held.instruments.find((one) => one.id === document)
  return instrument === undefined
    ? promisesOfPage(held.facts, document, held.actors)
    : promisesOfInstrument(instrument, held.facts, held.actors)
}
