// What ships or is defined, as documents: actors, treaties, plans with their actions and indicators, cohorts.
import type { DutySet } from '../duties/rules.ts'
import type { CohortDefined } from '../indicators/cohort.ts'
import type { ShippedInstrument } from '../instruments/read.ts'
import type { HeldActor } from '../parties/actor-store.ts'
import { findTreaty } from '../parties/treaty.ts'
import { titlesOf } from '../parties/treaty-status.ts'
import type { TreatyHead } from '../parties/treaty-store.ts'
import { languages } from '../words/languages.ts'
import { oursIn } from '../words/ours.ts'
import { blank, type Document, type Part } from './document.ts'

/** A sentence of our data files as the other languages of the interface have it. */
export const translationsOf = (text: string): { language: string; text: string }[] =>
  languages.flatMap(({ code }) => {
    const held = oursIn(code).get(text)
    return held === undefined ? [] : [{ language: code, text: held }]
  })

/** The initials by which a name of three words or more is known: "АНУ", "DPRK"; small words have none. */
const initialsOf = (name: string): string[] => {
  const initials = name
    .split(/[\s-]+/)
    .map((word) => [...word][0] ?? '')
    .filter((first) => /\p{Lu}/u.test(first))
  return initials.length < 3 ? [] : [initials.join('')]
}

/** A State or another actor, by its names in every language held, its former names and its codes. */
export const actorDocument = (actor: HeldActor): Document => {
  const title = actor.names.en?.short ?? actor.id
  const parts = Object.entries(actor.names).flatMap(([language, { short, formal }]): Part[] =>
    [short, formal]
      .filter((name) => name !== undefined && name !== title)
      .map((text) => ({ text: text!, language, verbatim: false, isName: true })),
  )
  const aliases = actor.aliases.map((text) => ({ text, language: null, verbatim: false, isName: true }))
  const codes = [actor.id, actor.iso2, actor.iso3, actor.m49].filter((code) => code !== null)
  return {
    ...blank,
    kind: actor.kind === 'state' ? 'state' : 'actor',
    id: actor.id,
    path: `/states/${actor.id}`,
    title,
    of: { actor: actor.id, name: title },
    detail: actor.kind === 'state' ? actor.iso3 : null,
    codes: [...new Set(codes)],
    names: [...parts, ...aliases].map((part) => part.text),
    parts: [...parts, ...aliases],
    // Who types "the State of …" in any language means the State.
    about: [
      ...(actor.kind === 'state' ? ['State', ...translationsOf('state').map(({ text }) => text)] : []),
      ...[title, ...[...parts, ...aliases].map(({ text }) => text)].flatMap(initialsOf),
    ],
  }
}

const indicatorDocument = (
  instrument: ShippedInstrument,
  indicator: { id: string; text: string },
  words: string | undefined,
): Document => ({
  ...blank,
  kind: 'indicator',
  id: `${instrument.id}/${indicator.id}`,
  path: `/plans/${instrument.id}/${indicator.id}`,
  title: indicator.id,
  detail: instrument.title,
  detailLanguage: instrument.source.language,
  codes: [indicator.id, `indicator ${indicator.id}`, `${instrument.id}/${indicator.id}`],
  parts: [
    { text: indicator.text, language: instrument.source.language, verbatim: true },
    ...countedOf(words),
  ],
})

/** What our rules count for an indicator, in the other languages that have it. */
const countedOf = (words: string | undefined): Part[] =>
  translationsOf(words ?? '').map((said): Part => ({ ...said, verbatim: false }))

/** A plan, its sections, actions and indicators; with the `words` in which our rules say what each indicator counts. */
export const planDocuments = (
  instrument: ShippedInstrument,
  words: ReadonlyMap<string, string> = new Map(),
): Document[] => {
  const { id, title, source } = instrument
  const verbatim = (text: string): Part => ({ text, language: source.language, verbatim: true })
  const path = `/plans/${id}`
  const plan: Document = {
    ...blank,
    kind: 'plan',
    id,
    path,
    title,
    titleLanguage: source.language,
    codes: [id],
    names: source.title === title ? [] : [source.title],
    parts: [
      ...(instrument.notice === undefined
        ? []
        : [{ text: instrument.notice, language: 'en', verbatim: false }]),
      ...[instrument.parties.map((party) => party.name).join(', '), source.publisher ?? '']
        .filter((words) => words !== '')
        .map(verbatim),
      ...[...words.values()].flatMap(countedOf),
    ],
  }
  const sections = instrument.sections.map(
    (section, i): Document => ({
      ...blank,
      kind: 'section',
      id: `${id}/${section.number ?? i + 1}`,
      path: `${path}/sections/${section.number ?? i + 1}`,
      title: section.title,
      titleLanguage: source.language,
      detail: title,
      detailLanguage: source.language,
      codes: section.number === null ? [] : [`section ${section.number}`],
      parts: [
        ...section.paragraphs.map((paragraph) => verbatim(paragraph.text)),
        ...section.lists.flatMap((list) => list.items.map((item) => verbatim(item.text))),
      ],
    }),
  )
  const actions = instrument.actions.map(
    (action): Document => ({
      ...blank,
      kind: 'action',
      id: `${id}/${action.number}`,
      path: `${path}/actions/${action.number}`,
      title: String(action.number),
      detail: title,
      detailLanguage: source.language,
      codes: [String(action.number), `action ${action.number}`, `${id}/${action.number}`],
      parts: [verbatim(action.text)],
    }),
  )
  const indicators = instrument.indicators.map((indicator) =>
    indicatorDocument(instrument, indicator, words.get(indicator.id)),
  )
  return [plan, ...sections, ...actions, ...indicators]
}

/** A treaty whose status is held: its names, its number in the collection, and the words of its rules and duties. */
export const treatyDocument = (id: string, head: TreatyHead | undefined): Document => {
  const rules = findTreaty(id)
  const { title, formalTitle } = titlesOf(id, rules, head)
  const mtdsg = head?.mtdsg ?? rules?.mtdsg ?? null
  // The words held are those of the official English text.
  const articles =
    rules === undefined ? [] : [...Object.values(rules.duties), rules.entryIntoForce, rules.withdrawal]
  const names = Object.entries(rules?.titles ?? {}).flatMap(([language, { short, formal }]) =>
    [short, formal].map((text): Part => ({ text, language, verbatim: false, isName: true })),
  )
  return {
    ...blank,
    kind: 'treaty',
    id,
    path: `/treaties/${id}`,
    title,
    titleLanguage: 'en',
    detail: mtdsg,
    codes: [id, ...(mtdsg === null ? [] : [mtdsg])],
    names: [
      ...(formalTitle === null ? [] : [formalTitle]),
      ...names.map((name) => name.text),
      ...translationsOf(title).map(({ text }) => text),
    ],
    parts: [
      ...(formalTitle === null ? [] : [{ text: formalTitle, language: 'en', verbatim: true }]),
      ...names.filter((name) => name.text !== title && name.text !== formalTitle),
      ...articles.map(({ words }) => ({ text: words, language: 'en', verbatim: true })),
    ],
    about: [
      ...articles.map(({ article }) => `Article ${article}`),
      ...Object.values(rules?.duties ?? {}).map((duty) => duty.title),
    ],
  }
}

/** The duties of a treaty, plan or pledge, each by its title, its article and its words. */
export const dutyDocuments = (set: DutySet): Document[] =>
  Object.values(set.duties).map(
    (duty): Document => ({
      ...blank,
      kind: 'duty',
      id: `${set.instrument}/${duty.id}`,
      path: `/duties/${set.instrument}/${duty.id}`,
      title: duty.title,
      titleLanguage: 'en',
      isOurs: true,
      detail: set.title,
      detailLanguage: set.kind === 'treaty' ? 'en' : set.language,
      codes: [`${set.instrument}/${duty.id}`, duty.id],
      names: translationsOf(duty.title).map(({ text }) => text),
      parts: [{ text: duty.words, language: set.language, verbatim: true }],
      about: [duty.source, /^\d/.test(duty.article) ? `Article ${duty.article}` : duty.article],
    }),
  )

export const cohortDocument = (cohort: CohortDefined): Document => ({
  ...blank,
  kind: 'cohort',
  id: cohort.name,
  path: `/cohorts/${cohort.name}`,
  title: cohort.title,
  titleLanguage: 'en',
  isOurs: true,
  codes: [cohort.name, ...(cohort.code === null ? [] : [cohort.code])],
  names: translationsOf(cohort.title).map(({ text }) => text),
  parts: [
    { text: cohort.words, language: 'en', verbatim: false },
    ...translationsOf(cohort.words).map((words) => ({ ...words, verbatim: false })),
  ],
})

/** A release that everyone may see: its plan, its year, and the beginning of its digest. */
export const releaseDocument = (
  release: { id: string; sha256: string; plan: string; year: number; asOf: string },
  planTitle: string | undefined,
): Document => ({
  ...blank,
  kind: 'release',
  id: release.id,
  path: `/releases/${release.id}`,
  title: planTitle ?? release.plan,
  year: release.year,
  detail: String(release.year),
  codes: [release.id, release.sha256],
  about: [
    'Release',
    'Figures',
    ...translationsOf('Release').map(({ text }) => text),
    release.plan,
    release.asOf,
  ],
})
