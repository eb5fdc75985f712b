// What readers think of a published version, and the way to say it: a choice leads to a form that is signed for this version.
import { type Rating, ratings } from '../../../cooperation/rating.ts'
import { pagePath } from '../../cooperation-path.ts'
import type { CooperationShown, RatingsCounted } from '../../data/cooperation.ts'
import { type Html, html, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'

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

/** The question with its three answers; each opens the form with it chosen, and counts nothing yet. */
export const rateSection = (site: Site, { ratings: counted, version, actor }: CooperationShown): Html => {
  if (counted === null || version === null) return nothing
  const { text } = site
  const action = addressOf(site, `${pagePath(actor.id, version.sha256)}/rate`)
  return html`<section class="page-rate" aria-labelledby="rate"><h2 id="rate">${text('cooperation.rate')}</h2><form method="get" action="${action}"><p class="buttons">${ratings.map((one) => html`<button type="submit" class="second" name="useful" value="${one}">${ratingWord(site, one)}</button>`)}</p></form><p class="quiet">${ratingWords(site, counted)} <a href="${addressOf(site, `${pagePath(actor.id)}/ratings`)}">${text('cooperation.rate.all')}</a></p></section>`
}
