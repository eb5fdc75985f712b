// What has to be said wherever a plan or document is shown: which text this is, and which it is not.
import { type Html, html, inLanguage, nothing } from './html.ts'
import type { Site } from './site.ts'

type Noticed = { notice: string | null; noticeIn: Record<string, string> }

/** The notice in the language of the interface, where it is held in it; else in English, marked as English. */
export const noticeLine = (site: Site, { notice, noticeIn }: Noticed): Html => {
  if (notice === null) return nothing
  const own = noticeIn[site.language]
  return html`<p class="notice">${own === undefined && site.language !== 'en' ? inLanguage(notice, 'en') : (own ?? notice)}</p>`
}
