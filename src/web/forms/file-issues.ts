// What is wrong with a file that was brought: each with its place, what was found there and what was expected.
import { firstIssues, type Issue, shortFound } from '../../problem.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import type { Site } from '../site.ts'

/** Of very many issues the first, and how many more there are. `at`: the place in words; '' where there is none. */
export const fileIssues = (site: Site, issues: readonly Issue[], at: (issue: Issue) => string): Html => {
  const { shown, more } = firstIssues(issues)
  const item = (issue: Issue): Html => {
    const place = at(issue)
    const found =
      issue.found === undefined
        ? nothing
        : html`; ${site.text('problem.found', { found: shortFound(issue.found) })}`
    const expected =
      issue.expected === undefined
        ? nothing
        : html`; ${site.text('problem.expected', { expected: issue.expected })}`
    return html`<li>${place === '' ? nothing : html`<b>${place}</b>: `}${inLanguage(issue.message, 'en')}${found}${expected}</li>`
  }
  return html`<ul>${shown.map(item)}${more === 0 ? nothing : html`<li>${site.text('problem.more', { count: more })}</li>`}</ul>`
}
