// What readers think of a published version, and the way to say it: on the page itself, with one choice and one button. The
// form is good once; the page that holds it is known again as the same page all the same (`withoutChance`).
import { endOfForm, type Rating, ratings } from '../../../cooperation/rating.ts'
import { pagePath } from '../../cooperation-path.ts'
import type { CooperationShown, RatingsCounted } from '../../data/cooperation.ts'
import { byField, type Wrong } from '../../forms/errors.ts'
import { radiosUnder } from '../../forms/field.ts'
import { type Html, html, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { toldLine } from '../enter/told.ts'

/** The id of the part of the page in which it is rated. */
export const ratePlace = 'rate'

/** Where a reader was: on the page that is current or at a version's own address, in one language or in all of them. */
export type Whence = { back: 'page' | 'version'; only: string | undefined }

/** "yes 3 of 5, partly 1 of 5, no 1 of 5", or that nobody has answered. */
export const ratingWords = (site: Site, { yes, partly, no, all }: RatingsCounted): string => {
  const { number } = site.format
  return all === 0
    ? site.text('cooperation.rate.none')
    : site.text('cooperation.rate.count', {
        yes: number(yes),
        partly: number(partly),
        no: number(no),
        all: number(all),
      })
}

export const ratingWord = (site: Site, rating: Rating): string => site.text(`cooperation.rate.${rating}`)

/** Where the form that rates a version is sent. */
export const ratePath = (actor: string, sha256: string): string => `${pagePath(actor, sha256)}/rate`

/** A form of a page, so that only when it ends tells one such page from another. */
export const withoutChance = (page: string): string =>
  page.replaceAll(
    /(<input type="hidden" name="form" value=")([^"]*)/g,
    (_, field: string, form: string) => `${field}${endOfForm(form)}`,
  )

/** The form: one choice, one button. `labelledBy`: the element that asks the question. */
export const rateForm = (
  site: Site,
  { version, actor }: CooperationShown,
  given: { labelledBy: string; whence: Whence; chosen?: Rating | undefined; wrong?: readonly Wrong[] },
): Html => {
  const { text } = site
  const { labelledBy, whence, chosen = '', wrong = [] } = given
  const { sha256 } = version!
  const options = ratings.map((value) => ({ value, label: ratingWord(site, value) }))
  const field = { as: 'choice', name: 'useful', label: text('cooperation.rate'), options } as const
  const choices = radiosUnder(site, field, { typed: { useful: chosen }, wrong: byField(wrong) }, labelledBy)
  const only =
    whence.only === undefined ? nothing : html`<input type="hidden" name="only" value="${whence.only}">`
  return html`<form class="entry" method="post" action="${addressOf(site, ratePath(actor.id, sha256))}" novalidate><input type="hidden" name="form" value="${site.data.cooperation.ratingForm(sha256)}"><input type="hidden" name="back" value="${whence.back}">${only}${choices}<p class="buttons"><button type="submit">${text('cooperation.rate.send')}</button></p><p class="quiet">${text('cooperation.rate.kept')}</p></form>`
}

/** The question with its three answers and a button; once it is answered, that it was counted. */
export const rateSection = (
  site: Site,
  shown: CooperationShown,
  { whence, isRated }: { whence: Whence; isRated: boolean },
): Html => {
  const { ratings: counted, version, actor } = shown
  if (counted === null || version === null) return nothing
  const { text } = site
  const said = isRated
    ? toldLine(text('cooperation.rate.thanks'))
    : rateForm(site, shown, { labelledBy: ratePlace, whence })
  return html`<section class="page-rate" aria-labelledby="${ratePlace}"><h2 id="${ratePlace}">${text('cooperation.rate')}</h2>${said}<p class="quiet">${ratingWords(site, counted)} <a href="${addressOf(site, `${pagePath(actor.id)}/ratings`)}">${text('cooperation.rate.all')}</a></p></section>`
}
