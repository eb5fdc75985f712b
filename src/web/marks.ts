// The seven states a member of a population can be in, as they look: a shape, a colour and a word, never one alone.
import type { MemberState } from '../indicators/show.ts'
import { type Html, html, ownMarkup } from './html.ts'
import type { Site } from './site.ts'

/** In the order pages list them: what counts first, what nobody knows last. */
export const memberStates: MemberState[] = [
  'counted',
  'partly',
  'not counted',
  'not reported',
  'pending',
  'not applicable',
  'unknown',
]

export const slugOf = (state: MemberState): string => state.replaceAll(' ', '-')

// Drawn on a field of 16 by 16 with the text's own colour; figures.css has the fields behind them.
const shapes: Record<MemberState, string> = {
  counted: '<path d="M3 8.5l3.4 3.6L13 4.6" fill="none" stroke="currentColor" stroke-width="2.4"/>',
  partly:
    '<circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 2.8a5.2 5.2 0 0 1 0 10.4z" fill="currentColor"/>',
  'not counted': '<path d="M4 4l8 8M12 4l-8 8" fill="none" stroke="currentColor" stroke-width="2.2"/>',
  'not reported': '<circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  pending:
    '<circle cx="3.4" cy="8" r="1.5" fill="currentColor"/><circle cx="8" cy="8" r="1.5" fill="currentColor"/><circle cx="12.6" cy="8" r="1.5" fill="currentColor"/>',
  'not applicable': '<path d="M3.5 8h9" fill="none" stroke="currentColor" stroke-width="2"/>',
  unknown:
    '<path d="M5.4 6.1a2.7 2.7 0 1 1 3.7 2.5c-.8.35-1.1.8-1.1 1.7" fill="none" stroke="currentColor" stroke-width="1.7"/><circle cx="8" cy="13" r="1.1" fill="currentColor"/>',
}

// Hatching for bars: what is not told by a colour is told by these. Counted is plain and darkest, not reported is empty.
const hatchings: Partial<Record<MemberState, { size: number; lines: string }>> = {
  partly: { size: 6, lines: '<path d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5"/>' },
  'not counted': { size: 5, lines: '<path d="M2.5 0V5"/>' },
  pending: { size: 6, lines: '<path d="M1.5 1.5h1M4.5 4.5h1"/>' },
  'not applicable': { size: 6, lines: '<path d="M0 3h6"/>' },
  unknown: { size: 6, lines: '<path d="M-1 7L7 -1M-1 -1L7 7"/>' },
}

/** What fills a bar of this state above its colour: the page's own hatching, or nothing. */
export const hatchOf = (state: MemberState): string =>
  hatchings[state] === undefined ? 'none' : `url(#p-${slugOf(state)})`

/** The shapes and hatchings, once a page; the marks and charts refer to them. */
export const markShapes: Html = ownMarkup(
  `<svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false">${memberStates
    .map((state) => `<symbol id="m-${slugOf(state)}" viewBox="0 0 16 16">${shapes[state]}</symbol>`)
    .join('')}${Object.entries(hatchings)
    .map(
      ([state, { size, lines }]) =>
        `<pattern id="p-${slugOf(state as MemberState)}" class="hatch i-${slugOf(state as MemberState)}" width="${size}" height="${size}" patternUnits="userSpaceOnUse">${lines}</pattern>`,
    )
    .join('')}</svg>`,
)

/** The shape alone, for where the word stands beside it. */
export const shapeOf = (state: MemberState): Html =>
  ownMarkup(`<svg class="shape" aria-hidden="true" focusable="false"><use href="#m-${slugOf(state)}"/></svg>`)

export const stateWord = (site: Site, state: MemberState): string => site.text(`state.${state}`)

/** Shape on its field, then the word. */
export const stateMark = (site: Site, state: MemberState): Html =>
  html`<span class="state"><span class="field f-${slugOf(state)}">${shapeOf(state)}</span> <span class="state-word">${stateWord(site, state)}</span></span>`

/** How many members are in each state, in the order of `memberStates`, empty ones left out. */
export const countStates = (members: { state: MemberState }[]): { state: MemberState; members: number }[] =>
  memberStates
    .map((state) => ({ state, members: members.filter((member) => member.state === state).length }))
    .filter((group) => group.members > 0)

/** The population as one bar, a stretch for each state. The numbers stand in the legend, so it is not read aloud. */
export const proportionBar = (groups: { state: MemberState; members: number }[]): Html => {
  const total = groups.reduce((sum, group) => sum + group.members, 0)
  let start = 0
  const stretches = groups.map(({ state, members }) => {
    const stretch = `<rect class="b-${slugOf(state)}" x="${start}" y="0" width="${members}" height="1"/>`
    start += members
    return stretch
  })
  return ownMarkup(
    `<svg class="proportion" viewBox="0 0 ${Math.max(total, 1)} 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">${stretches.join('')}</svg>`,
  )
}

/** What each mark means here, with how many members it has; each leads to those members. */
export const legend = (site: Site, groups: { state: MemberState; members: number }[]): Html =>
  html`<ul class="legend" role="list">${groups.map(
    ({ state, members }) =>
      html`<li><a href="#members-${slugOf(state)}"><span class="field f-${slugOf(state)}">${shapeOf(state)}</span> <b class="num">${site.format.number(members)}</b> ${stateWord(site, state)}</a></li>`,
  )}</ul>`
