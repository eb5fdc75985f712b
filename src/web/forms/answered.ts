// How the sender of a form is answered where it was not taken: the form again with what is wrong, or, to a program, the
// same as problem details (RFC 9457).
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type ProblemType, problem, problemJson } from '../../problem.ts'
import { asksForData } from '../as-data.ts'
import type { Html } from '../html.ts'
import type { Site } from '../site.ts'
import type { Wrong } from './errors.ts'

export type Refused = {
  type: ProblemType
  /** Why, in the words of the page. */
  words: string
  /** What is wrong, by field. */
  wrong?: readonly Wrong[]
  /** What else a program needs to try again, such as the revision kept now. */
  more?: Readonly<Record<string, unknown>>
}

/** Answers with the status of the refusal. `page` is made only for those who read pages. */
export const answerRefused = async (
  c: Context,
  site: Site,
  { type, words, wrong = [], more = {} }: Refused,
  page: () => Html | Promise<Html>,
): Promise<Response> => {
  const refusal = problem(
    type,
    words,
    wrong.map(({ field, words: message }) => ({ ...(field === undefined ? {} : { path: field }), message })),
  )
  const status = refusal.status as ContentfulStatusCode
  if (!asksForData(c)) return c.html(await page(), status)
  const json = problemJson(refusal)
  return c.body(JSON.stringify({ ...json, type: `${site.base}${json.type}`, ...more }, null, 2), status, {
    'content-type': 'application/problem+json',
  })
}

/** The form again, with what is wrong in it (422). */
export const answerWrong = (
  c: Context,
  site: Site,
  wrong: readonly Wrong[],
  page: () => Html | Promise<Html>,
): Promise<Response> =>
  answerRefused(c, site, { type: 'input-rejected', words: site.text('form.rejected'), wrong }, page)
