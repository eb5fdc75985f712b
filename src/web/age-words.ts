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

/** The mark of a figure that is past its rule, or may be; nothing for a fresh one. It leads to the rules. */
export const ageMark = (site: Site, age: AgeShown | null | undefined): Html => {
  if (age == null || age.state === 'fresh') return nothing
  const after = durationWords(site, age.after)
  return html`<span class="status s-provisional age-mark">${ageWords(site, age)}; <a href="${addressOf(site, '/staleness')}">${site.text(
    age.state === 'stale' ? 'age.stale' : 'age.unsaid',
    { after },
  )}</a></span>`
}
