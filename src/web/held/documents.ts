// The source documents a world starts from, and what their sentences became here: plans and pledges that ship, then the
// pages from which engagements were read.
import type { Db } from '../../db/store.ts'
import {
  type ActorsKnown,
  type Engagement,
  engagementKinds,
  engagementOf,
} from '../../engagements/engagement.ts'
import { type Became, documentIdOf, listPromises, type Promised } from '../../engagements/promises.ts'
import { knownOn } from '../../facts/datum.ts'
import type { Kinds } from '../../facts/kind.ts'
import { listDatums } from '../../facts/store.ts'
import { todayIn } from '../../facts/today.ts'
import { plansStanding } from '../../indicators/plans.ts'
import type { ShippedInstrument } from '../../instruments/read.ts'
import { listActors } from '../../parties/actor-store.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import type { BecameShown, DocumentData, DocumentPart, DocumentShown } from '../data/documents.ts'
import { sourceShown } from './source.ts'

type Held = {
  instruments: readonly ShippedInstrument[]
  facts: readonly Engagement[]
  actors: ActorsKnown
}

/** What a sentence became, with the words of the indicator it is. Titles of facts are ours, in English. */
const becameShown = (kinds: Kinds, instrument?: ShippedInstrument) => {
  const indicators = new Map(
    instrument === undefined
      ? []
      : [...instrument.actions.flatMap((action) => action.indicators), ...instrument.planIndicators].map(
          (indicator) => [indicator.id, indicator.text],
        ),
  )
  return (promised: Promised, became: Became): BecameShown => {
    const isIndicator = became.type === 'indicator' && instrument !== undefined
    const isOfText = isIndicator || became.type === 'action'
    return {
      kind: became.type,
      title: isOfText ? became.label : (kinds[became.type]?.title ?? became.type),
      label: isOfText ? (indicators.get(became.label) ?? promised.sentence) : became.label,
      language: isOfText ? promised.language : 'en',
      path: became.path,
      indicator: isIndicator ? `${instrument.id}/${became.label}` : null,
    }
  }
}

/** The section a sentence stands in: of its action, of its paragraph, or the last begun before its line. */
const sectionOf = (instrument: ShippedInstrument, sentence: string): string | undefined => {
  const action = instrument.actions.find(
    (one) => one.text === sentence || one.indicators.some(({ text }) => text === sentence),
  )
  if (action !== undefined) return action.section ?? undefined
  const line = instrument.planIndicators.find(({ text }) => text === sentence)?.line
  const section =
    line === undefined
      ? instrument.sections.find(({ paragraphs }) =>
          paragraphs.some(({ text }) => text.replaceAll(/\s+/g, ' ').includes(sentence)),
        )
      : instrument.sections.findLast((one) => one.line <= line)
  return section?.heading
}

/** What measures an action stands with it: the indicators' sentences follow it in the text. */
const joinIndicators = (instrument: ShippedInstrument, promised: Promised[]): Promised[] => {
  const actionOf = new Map(
    instrument.actions.flatMap((action) => action.indicators.map(({ text }) => [text, action.text] as const)),
  )
  const ofAction = Map.groupBy(promised, ({ sentence }) => actionOf.get(sentence))
  return promised
    .filter(({ sentence }) => !actionOf.has(sentence))
    .map((one) => ({
      ...one,
      became: [...one.became, ...(ofAction.get(one.sentence) ?? []).flatMap(({ became }) => became)],
    }))
}

const planDocument = (instrument: ShippedInstrument, held: Held, kinds: Kinds): DocumentShown => {
  const shown = becameShown(kinds, instrument)
  const promised = joinIndicators(instrument, listPromises(instrument.id, held))
  const bySection = Map.groupBy(promised, ({ sentence }) => sectionOf(instrument, sentence))
  const { source } = instrument
  return {
    id: instrument.id,
    title: instrument.title,
    notice: instrument.notice ?? null,
    noticeIn: instrument.noticeIn,
    source: {
      title: source.title,
      address: null,
      publisher: source.publisher ?? null,
      date: source.date ?? null,
    },
    language: source.language,
    parts: instrument.sections.flatMap((section): DocumentPart[] => {
      const own = bySection.get(section.heading)
      return own === undefined
        ? []
        : [
            {
              number: section.number,
              title: section.title,
              topic: null,
              promises: own.map((one) => ({
                sentence: one.sentence,
                language: one.language,
                became: one.became.map((became) => shown(one, became)),
              })),
            },
          ]
    }),
  }
}

const pageDocument = (id: string, held: Held, kinds: Kinds): DocumentShown => {
  const shown = becameShown(kinds)
  const promised = listPromises(id, held)
  const facts = held.facts.filter(({ datum }) => documentIdOf(datum.source?.title ?? '') === id)
  const topicOf = (one: Promised) => kinds[one.became[0]!.type]?.topic ?? null
  const source = sourceShown(facts[0]!.datum.source)
  // A page without a date is dated, if at all, by what its facts say of it.
  const date = source?.date ?? facts.find((fact) => fact.statedAsOf !== null)?.statedAsOf ?? null
  return {
    id,
    title: source?.title ?? id,
    notice: null,
    noticeIn: {},
    source: source === null ? null : { ...source, date },
    language: promised[0]?.language ?? 'und',
    parts: [...Map.groupBy(promised, topicOf)].map(([topic, own]) => ({
      number: null,
      title: null,
      topic,
      promises: own.map((one) => ({
        sentence: one.sentence,
        language: one.language,
        became: one.became.map((became) => shown(one, became)),
      })),
    })),
  }
}

/** Pages that promises were read from. One that only says something of facts held already is an observation. */
const pagesOf = ({ facts, instruments }: Held): string[] => {
  const titles = new Set(instruments.map(({ source }) => source.title))
  return [
    ...new Set(
      facts
        .filter(({ concerns, datum }) => concerns.length === 0 && !titles.has(datum.source?.title ?? ''))
        .map(({ datum }) => documentIdOf(datum.source?.title ?? '')),
    ),
  ].filter((id) => id !== '')
}

/** The order of the text: "paragraph 9" stands before "paragraph 10". */
const byPlace = (a: Engagement, b: Engagement): number =>
  inOrder.compare(a.datum.locator ?? '', b.datum.locator ?? '')
const inOrder = new Intl.Collator('en', { numeric: true })

/** Documents of one world. */
export const documentsHeld = (db: Db): DocumentData => ({
  listDocuments: async () => {
    const kinds = readShippedKinds()
    const datums = knownOn(await listDatums(db, { kinds: engagementKinds(kinds) }), await todayIn(db))
    const actors = new Map((await listActors(db)).map((actor) => [actor.id, actor]))
    const held: Held = {
      instruments: (await plansStanding(db)).map((plan) => plan.instrument),
      facts: datums
        // What was entered here has come in with no document: it makes none, and stands in none. Documents are public,
        // and what is not public was read from none of them.
        .filter((datum) => datum.tier === 'public' && !datum.entered)
        .flatMap((datum) => engagementOf(datum, kinds) ?? [])
        .sort(byPlace),
      actors: {
        parentOf: (actor) => actors.get(actor)?.parent ?? null,
        isState: (id) => actors.get(id)?.kind === 'state',
      },
    }
    return [
      ...held.instruments.map((instrument) => planDocument(instrument, held, kinds)),
      ...pagesOf(held).map((id) => pageDocument(id, held, kinds)),
    ]
  },
})
