// The picture of duties over time with its key: only what is drawn is explained.
import { isOneDay, type Timeline, type TimelineDate, timelineChart } from '../../charts/timeline.ts'
import type { DutyShown } from '../../data/duties.ts'
import { dutyLooks, dutyShape, dutyWord } from '../../duty-marks.ts'
import { type Html, html, nothing, ownMarkup } from '../../html.ts'
import type { Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import { dutyLink } from './next.ts'

type Drawn = TimelineDate['kind'] | 'span' | 'extended'

// Drawn on a field of 20 by 20, as the picture draws them.
const shapes: Record<Drawn, string> = {
  computed: '<circle class="on-computed" cx="10" cy="10" r="4.5"/>',
  granted: '<path class="on-granted" d="M10 3.5L14.5 10L10 16.5L5.5 10z"/>',
  stated: '<path class="on-stated" d="M10 3.5L14.5 10L10 16.5L5.5 10z"/>',
  extended: '<path class="way" d="M1 10H19"/>',
  span: '<rect class="on-computed" x="1" y="5.5" width="18" height="9" rx="2"/>',
}
const keys: Record<Drawn, TextKey> = {
  computed: 'timeline.key.computed',
  granted: 'timeline.key.granted',
  stated: 'timeline.key.stated',
  extended: 'timeline.key.extended',
  span: 'timeline.key.span',
}
const inOrder = Object.keys(shapes) as Drawn[]

const drawnIn = ({ rows }: Timeline): Set<Drawn> => {
  const drawn = new Set<Drawn>()
  for (const { dates, signs, extended } of rows) {
    for (const { kind } of dates) drawn.add(kind)
    if ([...dates, ...signs].some((one) => !isOneDay(one))) drawn.add('span')
    if (extended !== null) drawn.add('extended')
  }
  return drawn
}

const signKey = (site: Site, timeline: Timeline): Html => {
  const looks = new Set(timeline.rows.flatMap((row) => row.signs.map(({ look }) => look)))
  return html`${dutyLooks
    .filter((look) => looks.has(look))
    .map((look) => html`<li>${dutyShape(look)} <span>${dutyWord(site, look)}</span></li>`)}`
}

/** What has no day to be drawn at, with what it waits for. */
const waitingList = (site: Site, waiting: readonly DutyShown[]): Html =>
  waiting.length === 0
    ? nothing
    : html`<div class="timeline-waiting"><p class="quiet">${site.text('timeline.waiting')}</p><ul role="list">${waiting.map(
        (duty) =>
          html`<li>${dutyLink(site, duty)}${duty.waitsFor === null ? nothing : html`: ${site.voice.say(duty.waitsFor)}`}</li>`,
      )}</ul></div>`

/**
 * The picture and its key, and beside it the duties that wait for a date; nothing where no duty has a date. The page
 * carries `markShapes` and `dutyShapes`.
 */
export const timelineFigure = (
  site: Site,
  timeline: Timeline | undefined,
  waiting: readonly DutyShown[] = [],
): Html => {
  const { text } = site
  if (timeline === undefined) return nothing
  const drawn = drawnIn(timeline)
  return html`<div class="timeline-beside"><figure class="chart over-time"><figcaption class="vh">${timeline.title}</figcaption>
${timelineChart(timeline)}
<ul class="timeline-key" role="list" aria-label="${text('timeline.key')}">${inOrder
    .filter((kind) => drawn.has(kind))
    .map(
      (kind) =>
        html`<li>${ownMarkup(`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">${shapes[kind]}</svg>`)} <span>${text(keys[kind])}</span></li>`,
    )}${signKey(site, timeline)}</ul></figure>${waitingList(site, waiting)}</div>`
}
