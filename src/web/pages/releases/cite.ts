// How a release is cited: what it is of, its two days, its name and digest, and where it stands.
import type { Release } from '../../../releases/release.ts'
import { releaseId } from '../../../releases/release.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'

export const releaseAddress = (site: Site, sha256: string): string =>
  addressOf(site, `/releases/${releaseId(sha256)}`)

/** One line for footnotes, with everything that finds and checks the release again. */
export const citation = (site: Site, { payload, sha256 }: Release): Html => {
  const { format } = site
  return html`${inLanguage(payload.instrument.title, payload.instrument.source.language)}. ${site.text('release.cite', { year: payload.year, asOf: format.date(payload.asOf), knownOn: format.date(payload.knownOn), id: releaseId(sha256) })} <span class="digest">SHA-256 ${sha256}</span>.`
}
