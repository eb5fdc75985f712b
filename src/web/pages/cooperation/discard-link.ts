// The way to the page that asks whether a draft of the page is to go, and what is said once it went.
import { thingKey } from '../../../db/thing-key.ts'
import { pagePath } from '../../cooperation-path.ts'
import type { CooperationShown } from '../../data/cooperation.ts'
import { type Html, html, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { toldLine } from '../enter/told.ts'
import { historyPath } from '../history/parts.ts'

/** Where it is asked whether a draft is to go. */
export const discardPath = (actor: string, sha256: string): string => `${pagePath(actor, sha256)}/discard`

/** That a draft has gone, and where it can be brought back; nothing where the address names none that did. */
export const goneLine = async (site: Site, actor: string, gone: string | undefined): Promise<Html> => {
  const sha256 = gone === undefined ? undefined : await site.data.cooperation.findGivenUp(actor, gone)
  if (sha256 === undefined) return nothing
  const { text } = site
  return toldLine(
    html`${text('told.discard')} <a href="${addressOf(site, historyPath(thingKey.page(sha256)))}">${text('told.discard.history')}</a>`,
  )
}

/** The way to give a draft up, for whoever may. */
export const discardLink = (site: Site, { actor, version, standing }: CooperationShown): Html =>
  version === null || standing?.may.discard !== true
    ? nothing
    : html`<p><a href="${addressOf(site, discardPath(actor.id, version.sha256))}">${site.text('cooperation.discard')}</a></p>`
