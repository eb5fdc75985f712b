// Engagements in words: dates with their precision, figures with their comparators, and never more certainty than the
// source gives. What the catalogue has no word for is shown as the data have it, in English.
import { english } from '../../words/catalogue.ts'
import { ageMarkWords, isMarked } from '../age-words.ts'
import type { EngagementShown } from '../data/engagements.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import type { Site } from '../site.ts'
import type { TextKey } from '../text.ts'

/** The catalogue's word for a kind, a status, a unit …, or the data's own, marked as English. */
export const wordFor = (site: Site, group: string, name: string, own = name): Html | string => {
  const key = `ministry.${group}.${name}`
  return Object.hasOwn(english, key) ? site.text(key as TextKey) : inLanguage(own, 'en')
}

/** Marks what no word of the source states. */
export const inferredMark = (site: Site): Html =>
  html` <span class="inferred">${site.text('ministry.inferred')}</span>`

export const markIf = (
  site: Site,
  engagement: Pick<EngagementShown, 'inferred'>,
  ...fields: string[]
): Html => (fields.some((field) => engagement.inferred.includes(field)) ? inferredMark(site) : nothing)

/** When it held or is due: "since 2006", "2016 – 2018", "due by 31 December 2025", or that the source has no date. */
export const whenWords = (site: Site, { held, fields }: Pick<EngagementShown, 'held' | 'fields'>): string => {
  if (held === null) {
    const due = fields.find((field) => field.name === 'due')?.value
    return typeof due === 'string'
      ? site.text('ministry.dueBy', { date: site.format.date(due) })
      : site.text('ministry.noDate')
  }
  const open = /^(.+)\/\.\.$/.exec(held)?.[1]
  return open === undefined
    ? site.format.date(held)
    : site.text('ministry.since', { date: site.format.date(open) })
}

/** When the source said so: "about 2020", or that it is undated. */
export const statedWhen = (site: Site, statedAsOf: string | null): string =>
  statedAsOf === null ? site.text('ministry.undated') : site.format.date(statedAsOf)

const stagesOf = ({ fields }: EngagementShown): string[] =>
  [fields.find((field) => field.name === 'stages')?.value ?? []].flat().map(String)

/** A stage that a source names, such as "launched". */
export const stageWord = (site: Site, stage: string): Html | string => wordFor(site, 'stage', stage)

/** Its status, with the day it is as good as. A word such as "current" never stands without when it was written. Where the source names stages, each of them. */
export const statusWords = (site: Site, engagement: EngagementShown): Html => {
  const { text } = site
  const { status, asOf, yearsSince } = engagement
  if (asOf !== null) {
    const age = yearsSince === null ? '' : `, ${text('ministry.yearsOld', { count: yearsSince })}`
    const plain = html`<span class="status s-provisional">${text('ministry.asOf', { date: site.format.date(asOf) })}${age}</span>`
    return html`${isMarked(engagement.age) ? ageMarkWords(site, engagement.age) : plain}${markIf(site, engagement, 'asOf')}`
  }
  const stages = stagesOf(engagement)
  // One word for the whole would deny what is done already: finalised, though its launch is only planned.
  if (stages.length > 0)
    return html`${stages.map((stage, i) => html`${i === 0 ? '' : ' '}<span class="status">${stageWord(site, stage)}</span>`)}${markIf(site, engagement, 'stages')}`
  if (status === null) return nothing
  const word = wordFor(site, 'status', status)
  if (!engagement.statedAsCurrent)
    return html`<span class="status">${word}</span>${markIf(site, engagement, 'status')}`
  const key = engagement.inferred.includes('status') ? 'ministry.readAs' : 'ministry.statedAs'
  return html`<span class="status s-provisional">${text.rich(key, { status: html`${word}`, when: statedWhen(site, engagement.statedAsOf) })}</span>`
}

/** "more than 18,139 persons", "at least 2 meetings per year"; null where the fact has no such figure. */
export const figureWords = (
  site: Site,
  engagement: Pick<EngagementShown, 'fields'>,
  name: 'quantity' | 'target',
): Html | null => {
  const given = (field: string) => engagement.fields.find((one) => one.name === field)?.value
  const number = given(name)
  if (typeof number !== 'number') return null
  const unit = given('unit')
  const per = given('per')
  const comparator = given(`${name}Comparator`)
  const bare = html`<span class="num">${site.format.number(number)}</span>${typeof unit === 'string' ? html` ${wordFor(site, 'unit', unit)}` : nothing}`
  const compared =
    typeof comparator === 'string'
      ? site.text.rich(`ministry.comparator.${comparator}` as TextKey, { value: bare })
      : bare
  return typeof per === 'string'
    ? site.text.rich('ministry.per', { quantity: compared, unit: html`${wordFor(site, 'unit', per)}` })
    : compared
}
