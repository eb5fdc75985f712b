// Where in its document something stands.
import { type Html, html, inLanguage } from './html.ts'
import type { Site } from './site.ts'

/** A page by its number and a line of a file in the site's language; any other place as its source gives it. */
export const locatorWords = (site: Site, locator: string): Html => {
  const line = /^line (\d+)$/.exec(locator)?.[1]
  if (line !== undefined) return html`${site.text('says.line', { place: line })}`
  return /^\d+$/.test(locator)
    ? html`${site.text('says.page', { place: locator })}`
    : inLanguage(locator, null)
}
