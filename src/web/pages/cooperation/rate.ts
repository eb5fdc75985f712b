// What is sent to rate a published version: signed for this version, taken once. It takes a choice and nothing else, and keeps
// nothing of whoever sends it. Whoever sent it is brought back to where they were.
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Rating, ratings } from '../../../cooperation/rating.ts'
import { problem } from '../../../problem.ts'
import { pagePath } from '../../cooperation-path.ts'
import type { CooperationShown } from '../../data/cooperation.ts'
import { answerRefused, answerWrong } from '../../forms/answered.ts'
import { errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import { layout } from '../../layout.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { crumbsOfState } from '../of-state.ts'
import { loadCooperation } from './page.ts'
import { rateForm, ratePath, ratePlace, type Whence } from './rate-section.ts'

const path = '/ministries/{actor}/cooperation/{version}/rate'

/** A form holds one choice and one signature. */
const largestBody = 4 * 1024

const ratingOf = (asked: string | undefined): Rating | undefined => ratings.find((one) => one === asked)

/** The published version that is rated. Throws `not-found` for a draft too: nothing is asked about it. */
const loadPublished = async (site: Site, c: Context): Promise<CooperationShown> => {
  const [actor, version] = [c.req.param('actor') ?? '', c.req.param('version') ?? '']
  const shown = await loadCooperation(site, { actor, version })
  if (shown.is !== 'published' || shown.version === null)
    throw problem('not-found', `No published version "${version}" of the page of "${actor}" is held.`)
  return shown
}

/** Where a reader was, as the form says; nothing else that it says leads anywhere. */
const whenceOf = (
  { languages }: { languages: readonly string[] },
  posted: Readonly<Record<string, string>>,
): Whence => ({
  back: posted.back === 'page' ? 'page' : 'version',
  only: languages.find((language) => language === posted.only),
})

/** The form alone, for whoever sent one that could not be counted, or comes here by a link. */
const formHtml = (
  site: Site,
  shown: CooperationShown,
  given: { chosen?: Rating | undefined; wrong?: readonly Wrong[]; whence?: Whence },
): Html | Promise<Html> => {
  const { text } = site
  const { actor } = shown
  const version = shown.version!
  const { name } = actor
  const { chosen, wrong = [], whence = { back: 'version', only: undefined } } = given
  return layout(site, {
    title: titleOf(site, text('cooperation.rate.title', { name }), wrong),
    description: text('cooperation.rate.kept'),
    path: ratePath(actor.id, version.sha256),
    hasTwins: false,
    crumbs: crumbsOfState(
      site,
      actor,
      { label: text('cooperation.crumb'), path: pagePath(actor.id) },
      { label: text('cooperation.rate') },
    ),
    part: 'states',
    body: html`${errorSummary(site, wrong)}<header class="head"><p class="kicker">${inLanguage(name, null)}</p><h1 id="${ratePlace}">${text('cooperation.rate.choose', { number: version.number ?? '' })}</h1></header>
<div class="page-rate">${rateForm(site, shown, { labelledBy: ratePlace, whence, chosen, wrong })}</div>`,
  })
}

const take = async (c: Context, site: Site): Promise<Response> => {
  const shown = await loadPublished(site, c)
  const { text } = site
  const posted = await readPosted(c, site, largestBody)
  const useful = ratingOf(posted.useful)
  const whence = whenceOf(shown.content, posted)
  if (useful === undefined) {
    const wrong = [
      { field: 'useful', label: text('cooperation.rate'), words: text('cooperation.rate.missing') },
    ]
    return answerWrong(c, site, wrong, () => formHtml(site, shown, { wrong, whence }))
  }
  const { sha256 } = shown.version!
  const outcome = await site.data.cooperation.rate(sha256, {
    useful,
    language: site.language,
    form: posted.form ?? '',
  })
  if (outcome === 'counted')
    return seeOther(
      c,
      addressOf(site, pagePath(shown.actor.id, whence.back === 'page' ? undefined : sha256)),
      {
        said: { ...(whence.only === undefined ? {} : { language: whence.only }), rated: 'yes' },
        place: ratePlace,
      },
    )
  const words = text(outcome === 'sent before' ? 'cooperation.rate.before' : `cooperation.rate.${outcome}`)
  const wrong = [{ field: undefined, label: text('cooperation.rate'), words }]
  const type = outcome === 'sent before' ? 'already-recorded' : 'input-rejected'
  return answerRefused(c, site, { type, words }, () =>
    formHtml(site, shown, { chosen: useful, wrong, whence }),
  )
}

/** The form, and what is sent with it. */
export const serveRate = (app: OpenAPIHono, ofWorld: Site): void => {
  app.get('/ministries/:actor/cooperation/:version/rate', async (c) => {
    const site = siteFor(c, ofWorld)
    const shown = await loadPublished(site, c)
    // Each form is good once: nobody keeps a copy of it.
    c.header('cache-control', 'private, no-store')
    return c.html(await formHtml(site, shown, { chosen: ratingOf(c.req.query('useful')) }))
  })
  serveWrite(
    app,
    {
      path,
      summary:
        'Says whether a published version of a page was useful; counted, and nothing kept of the reader',
      scope: 'enter',
      fields: z.object({
        useful: z.enum(ratings).openapi({ description: 'Whether the page was useful' }),
        form: z
          .string()
          .openapi({ description: 'The form as the page made it: signed for this version, good once' }),
        back: z
          .enum(['page', 'version'])
          .optional()
          .openapi({ description: 'Where it goes on: the current page, or the version at its own address' }),
        only: z
          .string()
          .optional()
          .openapi({ description: 'The language in which alone the page was shown, so that it is again' }),
      }),
      refusals: ['already-recorded'],
    },
    (c) => take(c, siteFor(c, ofWorld)),
  )
}
