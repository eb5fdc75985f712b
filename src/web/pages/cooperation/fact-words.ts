// A fact in the words of a page that is published: its figure, its days, how old it is, and the mark that leads to its source.
import { type FactOnPage, factOf, type PageContent } from '../../../cooperation/page.ts'
import { yearsSince } from '../../../engagements/engagement.ts'
import { rhythmOf } from '../../../engagements/recurring.ts'
import { piecesOf } from '../../../facts/prose.ts'
import { readRecurrence } from '../../../facts/recurrence.ts'
import { ageWords } from '../../age-words.ts'
import type { EngagementShown } from '../../data/engagements.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { figureWords, markIf, statedWhen, whenWords } from '../ministry-words.ts'

/** What a page is told as it reads: the content, the day it is read on, and which facts were corrected since it was frozen. */
export type Told = {
  content: PageContent
  today: string
  corrected: ReadonlySet<string>
  /** Facts of it are left out, being no longer public. */
  hasWithheld: boolean
  /** Languages of which it is said once, on top, that nothing is written in them. */
  unwritten: readonly string[]
  /** No mark leads to where a fact was read: it stands apart from the sources. */
  withoutMarks?: boolean
}

const textIn = (fact: FactOnPage, field: string): string | null => {
  const value = fact.fields[field]
  return typeof value === 'string' ? value : null
}

/** The fact as the words for engagements take it. */
const asEngagement = (fact: FactOnPage): Pick<EngagementShown, 'held' | 'fields' | 'inferred'> => ({
  held: fact.held,
  fields: Object.entries(fact.fields).map(([name, value]) => ({ name, value: value as string, unit: null })),
  inferred: [fact.fields.inferred ?? []].flat().map(String),
})

const isReadAsCurrent = (fact: FactOnPage): boolean => asEngagement(fact).inferred.includes('status')

/** "[S3]", which leads to the words of the source; a fact without one says so. */
const sourceMark = (site: Site, fact: FactOnPage): Html =>
  fact.source === null
    ? html`<span class="as-stated">${site.text('cooperation.noSource')}</span>`
    : html`<a class="source-mark" href="#source-${String(fact.source)}" aria-label="${`[S${fact.source}] ${site.text('cooperation.mark', { number: String(fact.source) })}`}">[S${String(fact.source)}]</a>`

const marksOf = (site: Site, { corrected, withoutMarks = false }: Told, fact: FactOnPage): Html =>
  withoutMarks
    ? nothing
    : html`${sourceMark(site, fact)}${corrected.has(fact.id) ? html` <a class="as-stated" href="#changes">${site.text('cooperation.changedMark')}</a>` : nothing}${fact.entered ? html` <span class="entered">${site.text('fact.entered')}</span>` : nothing}`

/** "more than 18,139 persons"; null where the fact has no figure. */
export const figureOf = (site: Site, fact: FactOnPage): Html | null =>
  figureWords(site, asEngagement(fact), 'quantity') ?? figureWords(site, asEngagement(fact), 'target')

/** As of when a figure was true, or when its source stated it, and how long ago that is; a current one never without it. */
export const ageOf = (site: Site, fact: FactOnPage, today: string): Html | null => {
  const { text } = site
  const asOf = textIn(fact, 'asOf')
  if (asOf !== null)
    return html`${ageWords(site, { asOf, years: yearsSince(asOf, today) ?? null })}${markIf(site, asEngagement(fact), 'asOf')}`
  const when = statedWhen(site, fact.statedAsOf)
  // What no word of the source says is read from it, not stated by it.
  if (fact.statedAsCurrent)
    return html`${text(isReadAsCurrent(fact) ? 'cooperation.readAsCurrent' : 'cooperation.current', { when })}`
  if (figureOf(site, fact) === null) return null
  const years = yearsSince(fact.statedAsOf, today) ?? 0
  return html`${years >= 1 ? text('cooperation.statedAgo', { when, count: years }) : text('cooperation.stated', { when })}`
}

const aside = (words: Html | null): Html =>
  words === null ? nothing : html` <span class="as-stated">(${words})</span>`

/** When it was, is due, or began; nothing where it only lasts and no source says since when. */
const dayOf = (site: Site, fact: FactOnPage): Html => {
  const one = asEngagement(fact)
  const hasDay = fact.held !== null || textIn(fact, 'due') !== null
  if (!hasDay)
    return figureOf(site, fact) !== null || fact.statedAsCurrent ? nothing : html`, ${whenWords(site, one)}`
  // The day of a figure stands with its age.
  if (figureOf(site, fact) !== null && textIn(fact, 'asOf') === fact.held) return nothing
  return html`, ${whenWords(site, one)}${markIf(site, one, 'date', 'until', 'due')}`
}

const rhythm = (site: Site, fact: FactOnPage): Html => {
  const written = textIn(fact, 'recurrence')
  const read = written === null ? undefined : readRecurrence(written)
  if (read === undefined || read === 'continuous') return nothing
  return html`, ${site.voice.say(rhythmOf(read))}${markIf(site, asEngagement(fact), 'recurrence')}`
}

/** One fact within a sentence of facts. `withAge`: false where the sentence says it for all of them. */
const item = (site: Site, told: Told, fact: FactOnPage, withAge: boolean): Html => {
  const figure = figureOf(site, fact)
  return html`${inLanguage(fact.title, 'en')}${figure === null ? nothing : html`: <b>${figure}</b>`}${dayOf(site, fact)}${rhythm(site, fact)}${withAge ? aside(ageOf(site, fact, told.today)) : nothing} ${marksOf(site, told, fact)}`
}

/** A sentence of facts: a few words, then each with its day and its source. */
export const sentence = (
  site: Site,
  told: Told,
  { lead, facts, more }: { lead: string; facts: readonly FactOnPage[]; more: number },
): Html => {
  const [first] = facts
  const ages = new Set(
    facts.map((fact) => `${fact.statedAsCurrent} ${isReadAsCurrent(fact)} ${fact.statedAsOf}`),
  )
  const isShared =
    facts.length > 1 &&
    ages.size === 1 &&
    first!.statedAsCurrent &&
    facts.every((fact) => textIn(fact, 'asOf') === null && figureOf(site, fact) === null)
  const all = isShared
    ? html` <span class="as-stated">(${site.text(isReadAsCurrent(first!) ? 'cooperation.allReadAsCurrent' : 'cooperation.allCurrent', { when: statedWhen(site, first!.statedAsOf) })})</span>`
    : nothing
  const others =
    more === 0
      ? nothing
      : html`; <a href="${addressOf(site, `/ministries/${told.content.actor}`)}">${site.text('cooperation.more', { count: more })}</a>`
  return html`${lead}: ${facts.map((fact, i) => html`${i === 0 ? nothing : '; '}${item(site, told, fact, !isShared)}`)}${others}${all}.`
}

/** A paragraph that an office wrote, with each fact it names in its place. */
export const writtenParagraph = (site: Site, told: Told, paragraph: string): Html =>
  html`${piecesOf(paragraph).map((piece) => {
    if ('text' in piece) return piece.text
    const fact = factOf(told.content, piece.fact)
    if (fact === undefined)
      return html`<strong class="wrong-words">${told.hasWithheld ? site.text('cooperation.notPublic') : site.text('cooperation.notHeld', { id: piece.fact })}</strong>`
    const figure = figureOf(site, fact)
    const words = figure === null ? nothing : html`<b>${figure}</b>${aside(ageOf(site, fact, told.today))}`
    const space = figure === null || told.withoutMarks ? nothing : ' '
    return html`${words}${space}${marksOf(site, told, fact)}`
  })}`

/** A figure with what it counts as the register calls it, for a column in which nobody has written about it. */
export const figureLine = (site: Site, told: Told, fact: FactOnPage): Html =>
  html`<li>${inLanguage(fact.title, 'en')}: <b>${figureOf(site, fact)}</b>${aside(ageOf(site, fact, told.today))} ${marksOf(site, told, fact)}</li>`
