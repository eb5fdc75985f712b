// How old a figure is, in words: as of when, how long ago, and after how long figures of its kind are looked at again.
import { spanOf } from '../rules/words.ts'
import type { AgeShown } from './data/staleness.ts'
import { type Html, html, nothing } from './html.ts'
import { addressOf, type Site } from './site.ts'

/** "3 years", "1 year and 6 months". */
export const durationWords = (site: Site, duration: string): string =>
  site.voice.say({ key: 'span', span: spanOf(duration) })

/** "as of September 2020, 6 years ago" */
export const ageWords = (site: Site, { asOf, years }: Pick<AgeShown, 'asOf' | 'years'>): string => {
  const date = site.format.date(asOf)
  return years === null || years === 0
    ? site.text('age.asOf', { date })
    : site.text('age.yearsAgo', { date, count: years })
}

const ruleWords = (site: Site, { state, after }: AgeShown): string =>
  site.text(state === 'stale' ? 'age.stale' : 'age.unsaid', { after: durationWords(site, after) })

/** Whether its age is to be marked: past its rule, or perhaps past it. */
export const isMarked = (age: AgeShown | undefined): age is AgeShown =>
  age !== undefined && age.state !== 'fresh'

/** The mark as words alone, for where no link may stand. */
export const ageMarkWords = (site: Site, age: AgeShown): Html =>
  html`<span class="status s-provisional">${ageWords(site, age)}; ${ruleWords(site, age)}</span>`

/** The mark of a figure that is past its rule, or may be; nothing for a fresh one. It leads to the rules. */
export const ageMark = (site: Site, age: AgeShown | undefined): Html =>
  isMarked(age)
    ? html`<p><span class="status s-provisional">${ageWords(site, age)}; <a href="${addressOf(site, '/staleness')}">${ruleWords(site, age)}</a></span></p>`
    : nothing
