// The release that an address names, and what has to be said wherever it is shown.
import { problem } from '../../../problem.ts'
import type { Release } from '../../../releases/release.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'

/** The release of this name. Throws Problem `not-found`. */
export const getReleaseShown = async (site: Site, id: string): Promise<Release> => {
  const release = await site.data.findRelease(id)
  if (release === undefined) throw problem('not-found', `No release is held under "${id}".`)
  return release
}

/** What has to be said wherever the release is shown: a draft is a draft, an exercise is an exercise. */
export const noticeOf = (site: Site, { payload }: Release): Html => {
  const { notice, noticeIn } = payload.instrument
  const said = noticeIn[site.language]
  return notice === null
    ? nothing
    : html`<p class="notice">${said === undefined ? inLanguage(notice, 'en') : said}</p>`
}
