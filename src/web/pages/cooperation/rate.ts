// The form that rates a published version: made when it is asked for, signed for this version, taken once. It takes a choice
// and nothing else, and keeps nothing of whoever sends it.
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Rating, ratings } from '../../../cooperation/rating.ts'
import { problem } from '../../../problem.ts'
import { pagePath } from '../../cooperation-path.ts'
import type { CooperationShown } from '../../data/cooperation.ts'
import { answerRefused, answerWrong } from '../../forms/answered.ts'
import { byField, errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { fieldHtml } from '../../forms/field.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { toldLine } from '../enter/told.ts'
import { crumbsOfState } from '../of-state.ts'
import { loadCooperation } from './page.ts'
import { ratingWord, ratingWords } from './rate-section.ts'

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

const formHtml = (
  site: Site,
  shown: CooperationShown,
  {
    chosen,
    wrong = [],
    isCounted = false,
  }: { chosen?: Rating | undefined; wrong?: readonly Wrong[]; isCounted?: boolean },
): Html | Promise<Html> => {
  const { text } = site
  const { actor } = shown
  const version = shown.version!
  const { name } = actor
  const own = `${pagePath(actor.id, version.sha256)}/rate`
  const choices = fieldHtml(
    site,
    {
      as: 'choice',
      name: 'useful',
      label: text('cooperation.rate.choose', { number: version.number ?? '' }),
      options: ratings.map((value) => ({ value, label: ratingWord(site, value) })),
    },
    { typed: { useful: chosen ?? '' }, wrong: byField(wrong) },
  )
  const form = html`<form class="entry" method="post" action="${addressOf(site, own)}" novalidate><input type="hidden" name="form" value="${site.data.cooperation.ratingForm(version.sha256)}">${choices}<p class="quiet">${text('cooperation.rate.kept')}</p><p class="buttons"><button type="submit">${text('cooperation.rate.send')}</button></p></form>`
  return layout(site, {
    title: titleOf(site, text('cooperation.rate.title', { name }), wrong),
    description: text('cooperation.rate.kept'),
    path: own,
    hasTwins: false,
    crumbs: crumbsOfState(
      site,
      actor,
      { label: text('cooperation.crumb'), path: pagePath(actor.id) },
      { label: text('cooperation.rate') },
    ),
    part: 'states',
    body: html`${isCounted ? toldLine(text('cooperation.rate.thanks')) : nothing}${errorSummary(site, wrong)}<header class="head"><p class="kicker">${inLanguage(name, null)}</p><h1>${text('cooperation.rate')}</h1></header>
${isCounted ? nothing : form}
<p class="quiet">${ratingWords(site, shown.ratings!)}</p><ul class="onward"><li><a href="${addressOf(site, pagePath(actor.id, version.sha256))}">${text('cooperation.link', { name })}</a></li><li><a href="${addressOf(site, `${pagePath(actor.id)}/ratings`)}">${text('cooperation.rate.all')}</a></li></ul>`,
  })
}

const take = async (c: Context, site: Site): Promise<Response> => {
  const shown = await loadPublished(site, c)
  const { text } = site
  const posted = await readPosted(c, site, largestBody)
  const useful = ratingOf(posted.useful)
  if (useful === undefined) {
    const wrong = [
      { field: 'useful', label: text('cooperation.rate'), words: text('cooperation.rate.missing') },
    ]
    return answerWrong(c, site, wrong, () => formHtml(site, shown, { wrong }))
  }
  const { sha256 } = shown.version!
  const outcome = await site.data.cooperation.rate(sha256, {
    useful,
    language: site.language,
    form: posted.form ?? '',
  })
  if (outcome === 'counted')
    return seeOther(c, addressOf(site, `${pagePath(shown.actor.id, sha256)}/rate`), {
      said: { counted: 'yes' },
    })
  const words = text(outcome === 'sent before' ? 'cooperation.rate.before' : `cooperation.rate.${outcome}`)
  const wrong = [{ field: undefined, label: text('cooperation.rate'), words }]
  const type = outcome === 'sent before' ? 'already-recorded' : 'input-rejected'
  return answerRefused(c, site, { type, words }, () => formHtml(site, shown, { chosen: useful, wrong }))
}

/** The form, and what is sent with it. */
export const serveRate = (app: OpenAPIHono, ofWorld: Site): void => {
  app.get('/ministries/:actor/cooperation/:version/rate', async (c) => {
    const site = siteFor(c, ofWorld)
    const shown = await loadPublished(site, c)
    // Each form is good once: nobody keeps a copy of it.
    c.header('cache-control', 'private, no-store')
    const isCounted = c.req.query('counted') === 'yes'
    return c.html(await formHtml(site, shown, { chosen: ratingOf(c.req.query('useful')), isCounted }))
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
      }),
      refusals: ['already-recorded'],
    },
    (c) => take(c, siteFor(c, ofWorld)),
  )
}
