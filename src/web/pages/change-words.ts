// The change between two years' values in words.
import type { Change } from '../../indicators/change.ts'
import { type Html, html, nothing } from '../html.ts'
import type { Site } from '../site.ts'
import type { TextKey } from '../text.ts'

const whyWords: Record<Extract<Change, { kind: 'not comparable' }>['why'], TextKey> = {
  'not known': 'compare.why.notKnown',
  'no cases': 'compare.why.noCases',
  'not evaluated': 'compare.why.notEvaluated',
  provisional: 'compare.why.provisional',
}

/** "+3.1 percentage points", "−2 (number)", "no change", or why there is none. */
export const changeWords = (site: Site, change: Change, unit: string): Html => {
  const { text, format } = site
  if (change.kind === 'not comparable')
    return html`<span class="quiet">${text(whyWords[change.why], { year: change.year })}</span>`
  if (change.by === 0) return html`${text('compare.noChange')}`
  const isShare = unit === 'percentage'
  // A minus sign, not a hyphen: it is read aloud and does not break.
  const sign = change.by > 0 ? '+' : '−'
  const size = Math.abs(change.by)
  return html`<bdi class="change num">${sign}${isShare ? format.points(size) : format.number(size)}</bdi>${isShare ? html` <span class="change-of">${text('compare.points', { count: size })}</span>` : nothing}`
}
