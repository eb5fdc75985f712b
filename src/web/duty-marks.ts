// Where a duty stands, as it looks: a shape on a field and a word. Statuses that correspond to a state of a member have
// its looks (marks.ts); those that do not have a shape of their own.
import type { DutyStatus } from '../duties/owed.ts'
import type { MemberState } from '../indicators/show.ts'
import { type Html, html, nothing, ownMarkup } from './html.ts'
import { slugOf } from './marks.ts'
import { dutyStatuses } from './schemas/duties.ts'
import type { Site } from './site.ts'

/** The statuses as pages tell them apart: what was met after its day is a word of its own. */
export type DutyLook = DutyStatus | 'met-late'

/** In the order pages list them. */
export const dutyLooks: readonly DutyLook[] = dutyStatuses.flatMap((status): DutyLook[] =>
  status === 'met' ? ['met', 'met-late'] : [status],
)

/** `due` absent where several with different answers stand together. */
type Standing = { status: DutyStatus; isLate: boolean | null; due?: string | null | undefined }

export const lookOf = ({ status, isLate }: Standing): DutyLook =>
  status === 'met' && isLate === true ? 'met-late' : status

const fields: Record<DutyLook, MemberState> = {
  met: 'counted',
  'met-late': 'partly',
  due: 'pending',
  'at-risk': 'pending',
  overdue: 'not counted',
  missed: 'not counted',
  'not-found': 'unknown',
  'not-assessable': 'unknown',
  waiting: 'not reported',
  undated: 'not applicable',
  ended: 'not applicable',
}

// Drawn on a field of 16 by 16, as in marks.ts.
const ownShapes: Partial<Record<DutyLook, string>> = {
  // A clock.
  overdue:
    '<circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="M8 4.8V8.3l2.4 1.6" fill="none" stroke="currentColor" stroke-width="1.7"/>',
  // An exclamation mark.
  'at-risk':
    '<path d="M8 2.6v7" fill="none" stroke="currentColor" stroke-width="2.4"/><circle cx="8" cy="12.9" r="1.4" fill="currentColor"/>',
  // An hourglass.
  waiting:
    '<path d="M4 2.8h8M4 13.2h8M4.8 2.8c0 3 6.4 4.6 6.4 10.4M11.2 2.8c0 3-6.4 4.6-6.4 10.4" fill="none" stroke="currentColor" stroke-width="1.5"/>',
  // A full stop.
  ended: '<rect x="4.5" y="4.5" width="7" height="7" fill="currentColor"/>',
}

/** The shapes of their own, once a page beside `markShapes`. */
export const dutyShapes: Html = ownMarkup(
  `<svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false">${Object.entries(ownShapes)
    .map(([look, shape]) => `<symbol id="m-${look}" viewBox="0 0 16 16">${shape}</symbol>`)
    .join('')}</svg>`,
)

/** The state of a member whose field it has: for tiles, bars and hatchings. */
export const fieldOf = (look: DutyLook): MemberState => fields[look]

/** The id of its symbol among `markShapes` and `dutyShapes`, for pictures. */
export const shapeIdOf = (look: DutyLook): string =>
  `m-${ownShapes[look] === undefined ? slugOf(fields[look]) : look}`

/** The shape alone, for where the word stands beside it. */
export const dutyShape = (look: DutyLook): Html =>
  ownMarkup(`<svg class="shape" aria-hidden="true" focusable="false"><use href="#${shapeIdOf(look)}"/></svg>`)

/** "overdue", "met late" */
export const dutyWord = (site: Site, look: DutyLook): string => site.text(`duty.status.${look}`)

/** What the word means, as a sentence. */
export const dutyMeaning = (site: Site, look: DutyLook): string => site.text(`duty.status.${look}.means`)

/** Shape on its field, without a word. */
export const dutyField = (look: DutyLook): Html =>
  html`<span class="field f-${slugOf(fields[look])}">${dutyShape(look)}</span>`

/** Met, and the dates do not tell whether by its day. */
const isUnsaid = ({ status, isLate, due }: Standing): boolean =>
  status === 'met' && isLate === null && due != null

/**
 * Shape on its field, then the word; with its date also that nobody can say whether it was in time, where the dates do
 * not tell. Needs `markShapes` and `dutyShapes` on the page.
 */
export const dutyMark = (site: Site, standing: Standing): Html => {
  const look = lookOf(standing)
  return html`<span class="state">${dutyField(look)} <span class="state-word">${dutyWord(site, look)}</span></span>${isUnsaid(standing) ? html`<span class="quiet block">${site.text('duty.inTimeUnsaid')}</span>` : nothing}`
}

/** How many stand where, in the order of `dutyLooks`; empty ones are left out. */
export const countLooks = (duties: readonly Standing[]): { look: DutyLook; count: number }[] =>
  dutyLooks
    .map((look) => ({ look, count: duties.filter((duty) => lookOf(duty) === look).length }))
    .filter(({ count }) => count > 0)

/** The same in one line: sign, number, word. */
export const lookCounts = (site: Site, duties: readonly Standing[]): Html =>
  html`${countLooks(duties).map(
    ({ look, count }) =>
      html`<span class="state">${dutyField(look)} <b class="num">${site.format.number(count)}</b> ${dutyWord(site, look)}</span> `,
  )}`
