// What sources say of a State. Statements on one matter stand side by side, each with the date of its source: a
// deadline stated years ago must never look like the one in force.

import { mostOfKind } from '../../search/records.ts'
import { ageMark } from '../age-words.ts'
import type { FactShown } from '../data/states.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { locatorWords } from '../locator.ts'
import type { Site } from '../site.ts'
import { submittedMark } from '../submitted-mark.ts'
import { tierMark } from '../tier-mark.ts'

/** The fields that say what a statement is about; the others are what it says. */
const aboutFields = [
  'treaty',
  'article',
  'obligation',
  'meeting',
  'forYear',
  'coversYear',
  'topic',
  'figure',
  'act',
]

const aboutOf = (site: Site, fact: FactShown): string =>
  fact.fields
    .filter((field) => aboutFields.includes(field.name))
    .map((field) => `${site.voice.names.field(field.name)} ${fieldValue(site, field.name, field.value)}`)
    .join(', ')

const saysOf = (fact: FactShown): string =>
  JSON.stringify(fact.fields.filter((field) => !aboutFields.includes(field.name)))

const fieldValue = (site: Site, name: string, value: FactShown['fields'][number]['value']): string => {
  const { names } = site.voice
  if (Array.isArray(value)) return value.map((entry) => names.entry(name, entry)).join(', ')
  if (typeof value === 'boolean') return site.text(value ? 'stateSheet.yes' : 'stateSheet.no')
  if (typeof value === 'number') return /year/i.test(name) ? String(value) : site.format.number(value)
  const written = site.format.date(value)
  return written === value ? names.entry(name, value) : written
}

const isDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date)

const dayAfter = (day: string): string => {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/** The end of what holds from a day on; a single day, a month or a year already says when it ends. */
const heldUntilOf = (site: Site, fact: FactShown): string =>
  fact.heldUntil === null || fact.held === null || !isDay(fact.held) || fact.heldUntil === dayAfter(fact.held)
    ? ''
    : ` ${site.text('fact.noLonger', { date: site.format.date(fact.heldUntil) })}`

/** What it says; what it is about stands above it. */
const fieldList = (site: Site, fact: FactShown): Html =>
  html`<dl class="fields">${fact.fields
    .filter((field) => !aboutFields.includes(field.name))
    .map(
      (field) =>
        html`<div><dt>${site.voice.names.field(field.name)}</dt><dd class="num">${fieldValue(site, field.name, field.value)}${field.unit === null || field.unit === 'currency' ? nothing : ` ${site.voice.names.ours(field.unit)}`}</dd></div>`,
    )}${fact.held === null ? nothing : html`<div><dt>${site.text('fact.held')}</dt><dd class="num">${site.format.date(fact.held)}${heldUntilOf(site, fact)}</dd></div>`}</dl>`

/** Where it was read, how old that says it is, and since when it is known here. */
export const sourceLine = (site: Site, fact: FactShown): Html => {
  const { text, format } = site
  const { source } = fact
  const title =
    source === null
      ? html`${text('fact.noSource')}`
      : source.address === null
        ? html`${source.title}`
        : html`<a href="${source.address}" rel="external noreferrer">${source.title}</a>`
  const stated =
    source?.date == null ? text('fact.undated') : text('fact.statedOn', { date: format.date(source.date) })
  return html`<p class="where">${title}${fact.locator === null ? nothing : html`, ${locatorWords(site, fact.locator)}`} · <b>${stated}</b> · ${text('fact.knownFrom', { date: format.shortDate(fact.knownFrom) })}</p>`
}

/** One statement with its source. */
export const factItem = (site: Site, fact: FactShown): Html => {
  const { text } = site
  const gone = fact.retracted || fact.supersededBy !== null
  return html`<li id="fact-${fact.id}" class="fact${gone ? ' gone' : ''}">${gone ? html`<p class="status s-not-known">${text(fact.retracted ? 'fact.retracted' : 'fact.superseded')}</p>` : nothing}${fact.entered ? html`<p class="entered">${text('fact.entered')}</p>` : fact.submitted ? html`<p>${submittedMark(site, fact)}</p>` : nothing}${fact.tier === 'public' ? nothing : html`<p>${tierMark(site, fact)}</p>`}
${fieldList(site, fact)}${ageMark(site, fact.age)}
${fact.quotation === null ? nothing : html`<blockquote class="quote">${inLanguage(fact.quotation, fact.language)}</blockquote>`}
${sourceLine(site, fact)}${fact.note === null ? nothing : html`<p class="quiet">${fact.note}</p>`}</li>`
}

/** Newest source first; what each says is written out once, not for every comparison. */
const newestFirst = (facts: readonly FactShown[]): FactShown[] =>
  facts
    .map((fact) => ({
      fact,
      stated: fact.source?.date ?? fact.knownFrom,
      held: fact.held ?? '',
      says: saysOf(fact),
    }))
    .sort(
      (a, b) =>
        (b.stated < a.stated ? -1 : b.stated > a.stated ? 1 : 0) ||
        (b.held < a.held ? -1 : b.held > a.held ? 1 : 0) ||
        (b.says < a.says ? -1 : b.says > a.says ? 1 : 0),
    )
    .map(({ fact }) => fact)

/** What day a statement is about: the day it holds on, or, where it names none, that of its source. */
const dayOf = (fact: FactShown): string => fact.held ?? fact.source?.date ?? fact.knownFrom

const originOf = ({ source }: FactShown): string => JSON.stringify([source?.title, source?.address])

/**
 * Whether different sources say different things of one day. What is said of different days follows upon each other,
 * and a source that lists several things does not contradict itself.
 */
const isDisputed = (standing: readonly FactShown[]): boolean =>
  [...Map.groupBy(standing, dayOf).values()].some(
    // Two sources and two words: whichever said which, some word of one is not the other's.
    (sameDay) => new Set(sameDay.map(originOf)).size > 1 && new Set(sameDay.map(saysOf)).size > 1,
  )

const matter = (site: Site, about: string, facts: FactShown[]): Html => {
  const standing = facts.filter((fact) => !fact.retracted && fact.supersededBy === null)
  const differ = isDisputed(standing)
  const count = site.text(differ ? 'stateSheet.differ' : 'stateSheet.same', { count: standing.length })
  return html`<div class="matter"><h4>${about === '' ? nothing : html`${about} `}<span class="quiet">${count}</span>${differ ? html` <span class="status s-provisional">${site.text('sheet.facts.differ')}</span>` : nothing}</h4>
<ul class="facts" role="list">${newestFirst(facts).map((fact) => factItem(site, fact))}</ul></div>`
}

const kindPart = (site: Site, title: string, all: FactShown[], isWhole: boolean): Html => {
  const isCut = !isWhole && all.length > mostOfKind
  const shown = isCut ? newestFirst(all).slice(0, mostOfKind) : all
  const kind = all[0]!.kind
  return html`<section class="fact-kind" id="kind-${kind}"><h3>${title}</h3>${isCut ? html`<p>${site.text('stateSheet.facts.newest', { shown: shown.length, all: all.length })} <a href="?facts=${kind}#kind-${kind}">${site.text('stateSheet.facts.all', { all: all.length })}</a></p>` : nothing}${[...Map.groupBy(shown, (fact) => aboutOf(site, fact))].map(([about, group]) => matter(site, about, group))}</section>`
}

/**
 * The cited facts by kind, by the matter they are about within, newest source first. Of a kind of which there are many only
 * the newest are shown, unless it is the one asked for, `whole`.
 */
export const factsSection = (site: Site, facts: FactShown[], whole?: string): Html => {
  const { text } = site
  const kinds = [...Map.groupBy(facts, (fact) => site.voice.names.ours(fact.title))].sort(([a], [b]) =>
    site.format.compare(a, b),
  )
  return html`<section aria-labelledby="facts"><h2 id="facts">${text('stateSheet.facts')}</h2>
${
  facts.length === 0
    ? html`<p>${text('stateSheet.noFacts')}</p>`
    : html`<p class="quiet">${text('stateSheet.facts.lead')}</p>${kinds.map(([title, ofKind]) => kindPart(site, title, ofKind, ofKind[0]!.kind === whole))}`
}</section>`
}
