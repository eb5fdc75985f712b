// States as tiles: one State, one equal tile, whatever its size on a map.
import type { IndicatorShown, MemberState } from '../indicators/show.ts'
import type { ActorShown } from './data/states.ts'
import { type Html, html, nothing } from './html.ts'
import { shapeOf, slugOf, stateWord } from './marks.ts'
import { addressOf, type Site } from './site.ts'

/** What a tile shows of a State: the field and shape of a mark, and the word that says the same; `shape` where it has one of its own. */
export type Tile = { actor: string; name: string; mark: MemberState; word: string; shape?: Html }

type Placed = { tile: Tile; actor: ActorShown | undefined }

const codeOf = (placed: Placed): string => placed.actor?.iso3 ?? placed.tile.actor.slice(0, 4).toUpperCase()

const tileItem = (site: Site, placed: Placed, cell: string): Html => {
  const { tile } = placed
  return html`<li class="${cell}"><a class="tile f-${slugOf(tile.mark)}" href="${addressOf(site, `/states/${tile.actor}`)}" title="${tile.name}: ${tile.word}" aria-label="${codeOf(placed)}, ${tile.name}: ${tile.word}"><span>${codeOf(placed)}</span>${tile.shape ?? shapeOf(tile.mark)}</a></li>`
}

/**
 * Tiles by region, in the order of names, with `subtotal` beside each region's name; on wide screens, where every State
 * has a place on the world's tile grid, the same tiles stand there, among the faint places of the States without one.
 */
export const tilesOf = (
  site: Site,
  tiles: readonly Tile[],
  states: readonly ActorShown[],
  subtotal: (here: readonly Tile[]) => string,
): Html => {
  const byId = new Map(states.map((state) => [state.id, state]))
  const all = tiles.map((tile): Placed => ({ tile, actor: byId.get(tile.actor) }))
  const hasPlaces = states.every((state) => state.tile !== null)
  const left = Math.min(...states.map((state) => state.tile?.column ?? 0))
  const top = Math.min(...states.map((state) => state.tile?.row ?? 0))
  const columns = Math.max(...states.map((state) => state.tile?.column ?? 0)) - left + 1
  const cellOf = (actor: ActorShown | undefined): string =>
    hasPlaces && actor?.tile ? `c${actor.tile.column - left + 1} r${actor.tile.row - top + 1}` : ''

  // Those without a regional group come last.
  const regions = [...new Set(all.map(({ actor }) => actor?.region ?? ''))].sort((a, b) =>
    a === '' ? 1 : b === '' ? -1 : site.format.compare(a, b),
  )
  const shown = new Set(tiles.map((tile) => tile.actor))
  const others = hasPlaces ? states.filter((state) => !shown.has(state.id)) : []
  return html`<div class="tiles ${hasPlaces ? 'placed' : ''} ${columns > 14 ? 'fine' : 'coarse'}">
${regions.map((region) => {
  const here = all
    .filter(({ actor }) => (actor?.region ?? '') === region)
    .sort((a, b) => site.format.compare(a.tile.name, b.tile.name))
  return html`<section class="tile-region"><h3>${region === '' ? site.text('tiles.noRegion') : site.voice.names.ours(region)} <span class="num">${subtotal(here.map(({ tile }) => tile))}</span></h3>
<ul class="tile-list" role="list">${here.map((placed) => tileItem(site, placed, cellOf(placed.actor)))}</ul></section>`
})}
${others.length === 0 ? nothing : html`<div class="tile-others" aria-hidden="true">${others.map((state) => html`<i class="${cellOf(state)}"></i>`)}</div>`}
</div>`
}

/** Whether each member is a State and stands for itself: only then one State is one tile. */
export const isOneTileEach = (shown: IndicatorShown, states: Map<string, ActorShown>): boolean =>
  shown.members.length > 0 &&
  new Set(shown.members.map((member) => member.actor)).size === shown.members.length &&
  shown.members.every((member) => states.has(member.actor))

/** The population of a value as tiles. */
export const tileGrid = (site: Site, shown: IndicatorShown, states: ActorShown[]): Html => {
  const byId = new Map(states.map((state) => [state.id, state]))
  if (!isOneTileEach(shown, byId)) return nothing
  const tiles = shown.members.map(
    ({ actor, name, state }): Tile => ({ actor, name, mark: state, word: stateWord(site, state) }),
  )
  return tilesOf(site, tiles, states, (here) =>
    site.text('tiles.ofRegion', {
      counted: here.filter((tile) => tile.mark === 'counted').length,
      members: here.length,
    }),
  )
}
