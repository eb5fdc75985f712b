// What has changed since a report was frozen: the figures of its year as they stand today, where they are others.
import type { ReadingJudged } from '../../../indicators/targets.ts'
import { judgedOf } from '../../../releases/judged.ts'
import type { Release } from '../../../releases/release.ts'
import { type Html, html, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { actualWords } from '../implementation/target-parts.ts'

type Figure = Pick<ReadingJudged, 'value' | 'held' | 'asked' | 'standing' | 'mayBeOne'>

/** An indicator by its rule as it stands: what the release says, and what is so today. */
export type Moved = { number: string; frozen: Figure; today: Figure }

const figureOf = ({ value, held, asked, standing, mayBeOne }: ReadingJudged): Figure => ({
  ...{ value, held, asked, standing, mayBeOne },
})

/** How many there are at least, where records may have been written down twice. */
const leastOf = ({ value, held, mayBeOne }: Figure): number | null => mayBeOne?.least ?? value ?? held

/** What is settled one way or the other; between all else a day that passes is enough to move. */
const settled: ReadonlySet<string | null> = new Set(['met', 'missed'])

const isSame = (one: Figure, other: Figure): boolean =>
  one.value === other.value &&
  one.held === other.held &&
  one.asked === other.asked &&
  leastOf(one) === leastOf(other) &&
  (one.standing === other.standing || !(settled.has(one.standing) || settled.has(other.standing)))

/** The indicators of which today's figure of the release's year is not the release's; none where the plan has no rules now. */
export const movedSince = async ({ data }: Site, { payload }: Release): Promise<Moved[]> => {
  const targets = await data.showTargets({ plan: payload.instrument.id, year: payload.year })
  if (targets === undefined) return []
  const judged = judgedOf(payload)
  return targets.indicators.flatMap(({ number, readings: [now] }) => {
    const [frozen] = judged.readingsOf(number, payload.year)
    return now === undefined || frozen === undefined || isSame(frozen, now)
      ? []
      : [{ number, frozen: figureOf(frozen), today: figureOf(now) }]
  })
}

const figureWords = (site: Site, figure: Figure): Html =>
  html`<span class="num">${actualWords(site, figure)}</span>${figure.standing === null ? nothing : `, ${site.text(`duty.status.${figure.standing}`)}`}`

/** Says at the top of a report which of its figures are no longer today's; nothing where all are. */
export const movedNotice = (site: Site, { payload }: Release, moved: readonly Moved[]): Html => {
  if (moved.length === 0) return nothing
  const { text, format } = site
  const current = addressOf(site, `/plans/${payload.instrument.id}/implementation`)
  return html`<div class="notice"><p>${text('progressPage.moved', { count: moved.length, date: format.date(payload.knownOn) })}</p><ul>${moved.map(
    ({ number, frozen, today }) =>
      html`<li><b>${number}</b>: ${text.rich('progressPage.moved.figure', { frozen: figureWords(site, frozen), today: figureWords(site, today) })}</li>`,
  )}</ul><p><a href="${current}?year=${String(payload.year)}">${text('progressPage.moved.see')}</a></p></div>`
}
