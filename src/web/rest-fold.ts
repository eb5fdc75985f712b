// A long list: its first entries, and the rest behind a fold that says how many there are in all. Where there is room, on a wide
// screen, the rest is simply there (parts.css); on a narrow one and on paper the fold stays as its reader left it.
import { type Html, html } from './html.ts'
import type { Site } from './site.ts'

/** So many entries of a list stand before the fold. */
const firstShown = 3
/** A fold over fewer than these costs its reader more than they do. */
const leastFolded = 2

/** A list of class `name`, cut in two where it is long. */
export const longList = <T>(site: Site, name: string, list: readonly T[], itemOf: (one: T) => Html): Html => {
  const items = (some: readonly T[]): Html => html`<ul class="${name}" role="list">${some.map(itemOf)}</ul>`
  if (list.length < firstShown + leastFolded) return items(list)
  const rest = list.slice(firstShown)
  return html`${items(list.slice(0, firstShown))}<details class="rest"><summary>${site.text('list.rest', { count: rest.length, all: list.length })}</summary>${items(rest)}</details>`
}

/** On paper alone: that what is folded was left so, and where all of it is. */
export const foldedOnPaper = (site: Site, address: string): Html =>
  html`<p class="on-paper">${site.text('list.onPaper', { address })}</p>`
