// What a kind of refusal means: the page that `type` in problem details points to.
import { type ProblemType, problem, problemTypes } from '../../problem.ts'
import { type Html, html } from '../html.ts'
import { layout } from '../layout.ts'
import type { Site } from '../site.ts'

/** The page of one problem type. Throws `not-found` for any other name. */
export const problemTypePage = (site: Site, type: string): Html | Promise<Html> => {
  if (!Object.hasOwn(problemTypes, type)) throw problem('not-found', `There is no problem type "${type}".`)
  const { status } = problemTypes[type as ProblemType]
  const title = site.text(`problemType.${type as ProblemType}`)
  return layout(site, {
    title: site.text('problem.typePage', { title }),
    description: site.text('problem.typePage.description', { type }),
    path: `/problems/${type}`,
    hasTwins: false,
    crumbs: [{ label: type }],
    body: html`<article class="problem"><p class="kicker">${type}</p><h1>${title}</h1><p class="quiet">${site.text('problem.status', { status: String(status) })}</p></article>`,
  })
}
