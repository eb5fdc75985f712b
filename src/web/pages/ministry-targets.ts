// Which targets were met in which year: a line for each year, the newest first, and behind it every target by where it stands.
import { type TargetState, targetStates } from '../../engagements/targets-by-year.ts'
import type { MinistryOnPage } from '../data/engagements.ts'
import type { RegisterAnswers, TargetShown } from '../data/register.ts'
import { type DutyLook, dutyField, dutyWord } from '../duty-marks.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { addressOf, type Site } from '../site.ts'
import { hrefOfPlace } from './ministry-many.ts'

type Year = RegisterAnswers['targets'][number]

const looks: Record<TargetState, DutyLook> = {
  met: 'met',
  missed: 'missed',
  'not-found': 'not-found',
  'at-risk': 'at-risk',
  open: 'due',
  'not-assessable': 'not-assessable',
}

/** So many years have a line of their own; those before stand together in one fold. */
const openYears = 2

const targetWords = (site: Site, shown: MinistryOnPage, { title, path, n, N }: TargetShown): Html => {
  const isFact = path?.startsWith('#') === true
  const isOurs = !isFact && shown.owed.some((one) => one.title === title)
  const words = isOurs ? html`${site.voice.names.ours(title)}` : inLanguage(title, 'en')
  const linked =
    path === null
      ? words
      : html`<a href="${isFact ? hrefOfPlace(shown, path.slice(1)) : addressOf(site, path)}">${words}</a>`
  return html`${linked}${N === 1 ? nothing : html` <span class="num">(${site.text('ministry.of', { n, N })})</span>`}`
}

const stateBlock = (
  site: Site,
  shown: MinistryOnPage,
  state: TargetState,
  list: readonly TargetShown[],
): Html =>
  list.length === 0
    ? nothing
    : html`<div class="targets-of-state"><span class="state">${dutyField(looks[state])} <span class="state-word">${dutyWord(site, looks[state])} <b class="num">${site.format.number(list.length)}</b></span></span><ul>${list.map((one) => html`<li>${targetWords(site, shown, one)}</li>`)}</ul></div>`

/** "1 met · 3 cannot be told": how many stand where, each with its mark. */
const standings = (site: Site, { targets }: Year): Html =>
  html`${targetStates.map((state) => {
    const count = targets.filter((one) => one.state === state).length
    return count === 0
      ? nothing
      : html` <span class="state">${dutyField(looks[state])} <span class="state-word">${dutyWord(site, looks[state])} <b class="num">${site.format.number(count)}</b></span></span>`
  })}`

/** How many targets of a year are met. */
export const yearMet = (
  { text }: Pick<Site, 'text'>,
  { year, targets }: Pick<Year, 'year' | 'targets'>,
  today: string,
): string =>
  text(today.startsWith(String(year)) ? 'register.targets.now' : 'register.targets.year', {
    year: String(year),
    n: targets.filter(({ state }) => state === 'met').length,
    N: targets.length,
  })

/** Of how many targets nobody can tell: in an answer without their marks, what is not known is not said to be unmet. */
export const countUntold = ({ targets }: Pick<Year, 'targets'>): number =>
  targets.filter(({ state }) => state === 'not-found' || state === 'not-assessable').length

const yearPart = (site: Site, shown: MinistryOnPage, one: Year): Html => {
  const { targets } = one
  const counted = yearMet(site, one, shown.today)
  return html`<li><details><summary><b>${counted}</b> <span class="targets-standings">${standings(site, one)}</span></summary>${targetStates.map(
    (state) =>
      stateBlock(
        site,
        shown,
        state,
        targets.filter((target) => target.state === state),
      ),
  )}</details></li>`
}

const yearsList = (site: Site, shown: MinistryOnPage, years: readonly Year[]): Html =>
  html`<ol class="targets-by-year" role="list">${years.map((year) => yearPart(site, shown, year))}</ol>`

/** Years of targets; nothing where no promise held falls due in a year. */
export const targetsSection = (site: Site, shown: MinistryOnPage): Html => {
  const { text } = site
  const { targets } = shown.answers
  if (targets.length === 0) return nothing
  const [open, folded] = [targets.slice(0, openYears), targets.slice(openYears)]
  return html`<section aria-labelledby="targets"><h2 id="targets">${text('register.targets.title')}</h2>
<p>${text('register.targets.lead')}</p>
${yearsList(site, shown, open)}${
  folded.length === 0
    ? nothing
    : html`<details><summary>${text('register.targets.before', { count: folded.length, from: String(folded.at(-1)!.year), until: String(folded[0]!.year) })}</summary>${yearsList(site, shown, folded)}</details>`
}</section>`
}
