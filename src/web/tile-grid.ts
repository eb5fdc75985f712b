// The population as tiles: one State, one equal tile, whatever its size on a map.
import type { IndicatorShown, MemberShown } from '../indicators/show.ts'
import type { ActorShown } from './data/states.ts'
import { type Html, html, nothing } from './html.ts'
import { shapeOf, slugOf, stateWord } from './marks.ts'
import { addressOf, type Site } from './site.ts'

type Placed = { member: MemberShown; actor: ActorShown | undefined }

const codeOf = (placed: Placed): string => placed.actor?.iso3 ?? placed.member.actor.slice(0, 4).toUpperCase()

const tile = (site: Site, placed: Placed, cell: string): Html => {
  const { member } = placed
  const word = stateWord(site, member.state)
  return html`<li class="${cell}"><a class="tile f-${slugOf(member.state)}" href="${addressOf(site, `/states/${member.actor}`)}" title="${member.name}: ${word}" aria-label="${codeOf(placed)}, ${member.name}: ${word}"><span>${codeOf(placed)}</span>${shapeOf(member.state)}</a></li>`
}

/** Whether each member is a State and stands for itself: only then one State is one tile. */
export const isOneTileEach = (shown: IndicatorShown, states: Map<string, ActorShown>): boolean =>
  shown.members.length > 0 &&
  new Set(shown.members.map((member) => member.actor)).size === shown.members.length &&
  shown.members.every((member) => states.has(member.actor))

/**
 * Tiles by region, in the order of names; on wide screens, where every State has a place on the world's tile grid,
 * the same tiles stand there, among the faint places of the States outside the population.
 */
export const tileGrid = (site: Site, shown: IndicatorShown, states: ActorShown[]): Html => {
  const byId = new Map(states.map((state) => [state.id, state]))
  if (!isOneTileEach(shown, byId)) return nothing
  const members = shown.members.map((member): Placed => ({ member, actor: byId.get(member.actor) }))
  const hasPlaces = states.every((state) => state.tile !== null)
  const left = Math.min(...states.map((state) => state.tile?.column ?? 0))
  const top = Math.min(...states.map((state) => state.tile?.row ?? 0))
  const columns = Math.max(...states.map((state) => state.tile?.column ?? 0)) - left + 1
  const cellOf = (actor: ActorShown | undefined): string =>
    hasPlaces && actor?.tile ? `c${actor.tile.column - left + 1} r${actor.tile.row - top + 1}` : ''

  // Those without a regional group come last.
  const regions = [...new Set(members.map(({ actor }) => actor?.region ?? ''))].sort((a, b) =>
    a === '' ? 1 : b === '' ? -1 : site.format.compare(a, b),
  )
  const inPopulation = new Set(shown.members.map((member) => member.actor))
  const others = hasPlaces ? states.filter((state) => !inPopulation.has(state.id)) : []
  return html`<div class="tiles ${hasPlaces ? 'placed' : ''} ${columns > 14 ? 'fine' : 'coarse'}">
${regions.map((region) => {
  const here = members
    .filter(({ actor }) => (actor?.region ?? '') === region)
    .sort((a, b) => site.format.compare(a.member.name, b.member.name))
  const counted = here.filter(({ member }) => member.state === 'counted').length
  return html`<section class="tile-region"><h3>${region === '' ? site.text('tiles.noRegion') : region} <span class="num">${site.text('tiles.ofRegion', { counted, members: here.length })}</span></h3>
<ul class="tile-list" role="list">${here.map((placed) => tile(site, placed, cellOf(placed.actor)))}</ul></section>`
})}
${others.length === 0 ? nothing : html`<div class="tile-others" aria-hidden="true">${others.map((state) => html`<i class="${cellOf(state)}"></i>`)}</div>`}
</div>`
}
