// A committee's words beside a release: shown where they belong, and the form that adds one. What was said before stays.
import type { OpenAPIHono } from '@hono/zod-openapi'
import { permit } from '../../../accounts/permit.ts'
import { isKeeper } from '../../../accounts/person.ts'
import { Problem, problem } from '../../../problem.ts'
import { commentsOn } from '../../../releases/commentary.ts'
import type { Comment, Release } from '../../../releases/release.ts'
import { releaseId } from '../../../releases/release.ts'
import { sendsJson } from '../../as-data.ts'
import { answerRefused, answerWrong } from '../../forms/answered.ts'
import { errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { type Field, fieldHtml } from '../../forms/field.ts'
import { meanwhileNotice } from '../../forms/meanwhile.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../../html.ts'
import { layout } from '../../layout.ts'
import { commentFields } from '../../schemas/writes.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { getReleaseShown } from './one.ts'

const comment = (site: Site, { text, by, on, language }: Comment): Html =>
  html`<blockquote class="comment"><div${spokenIn(language)}>${text.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`)}</div><p class="where">${site.text('release.comment.by', { by, date: site.format.date(on) })}</p></blockquote>`

/** The comment that stands, and those before it, which it stands in place of. */
export const commentList = (site: Site, comments: readonly Comment[]): Html => {
  const last = comments.at(-1)
  if (last === undefined) return nothing
  const earlier = comments.slice(0, -1)
  return html`${comment(site, last)}${earlier.length === 0 ? nothing : html`<details><summary>${site.text('release.comment.earlier', { count: earlier.length })}</summary>${earlier.map((one) => comment(site, one))}</details>`}`
}

/** The languages of the United Nations and Mongolian, each by its own name. */
const written = ['en', 'fr', 'es', 'ru', 'ar', 'zh', 'mn'].map((code) => ({
  value: code,
  label: inLanguage(new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code, code),
}))

type Filled = {
  typed: Readonly<Record<string, string>>
  wrong: readonly Wrong[]
  /** What others said about the same since the form was opened. */
  meanwhile?: readonly Comment[]
}

/** Which comments there were when the form was opened: nothing of them changes, they only become more. */
const seenOf = (commentary: readonly Comment[]): string =>
  commentary.map((one) => one.sha256.slice(0, 16)).join(' ')

/** Whether whoever comments has signed in: their name and the day are then not typed. */
const isSigned = ({ person }: Site): boolean => person.as === 'person'

/** Who says it and when, asked at the desk. */
const signedFields = ({ text }: Site): Field[] => [
  {
    as: 'text',
    name: 'by',
    label: text('release.comment.who'),
    hint: text('release.comment.who.hint'),
    isNeeded: true,
  },
  {
    as: 'text',
    width: 'short',
    name: 'on',
    label: text('release.comment.on'),
    hint: text('release.comment.on.hint'),
    isNeeded: true,
  },
]

/** In whose name it will stand. */
const signature = (site: Site): Html =>
  site.person.as !== 'person'
    ? nothing
    : html`<p>${site.text.rich('release.comment.signed', { name: inLanguage(site.person.name, null), date: site.format.date(site.today()) })}</p>`

/** The form that adds a comment, with what was typed. */
export const commentForm = (
  site: Site,
  { payload, sha256, commentary }: Release,
  { typed, wrong }: Filled,
): Html => {
  const { text } = site
  const places = [
    { value: '', label: text('release.comment.whole') },
    ...payload.instrument.sections.map(({ heading }) => ({ value: `section|${heading}`, label: heading })),
    ...payload.instrument.indicators.map(({ number }) => ({
      value: `indicator|${number}`,
      label: text('indicator.kicker', { number }),
    })),
  ]
  const filled = {
    typed: { on: site.today(), language: site.language, ...typed },
    wrong: new Map(
      wrong.flatMap(({ field, words }) => (field === undefined ? [] : [[field, [words]] as const])),
    ),
  }
  return html`<section aria-labelledby="comment"><h2 id="comment">${text('release.comment.add')}</h2><p class="quiet">${text('release.comment.lead')}</p>
<form class="entry" method="post" action="${addressOf(site, `/releases/${releaseId(sha256)}/comments`)}"><input type="hidden" name="seen" value="${seenOf(commentary)}">${[
    fieldHtml(
      site,
      { as: 'select', name: 'place', label: text('release.comment.place'), options: places },
      filled,
    ),
    fieldHtml(
      site,
      { as: 'lines', rows: 6, name: 'text', label: text('release.comment.text'), isNeeded: true },
      filled,
    ),
    ...(isSigned(site) ? [] : signedFields(site).map((field) => fieldHtml(site, field, filled))),
    fieldHtml(
      site,
      { as: 'select', name: 'language', label: text('release.comment.language'), options: written },
      filled,
    ),
  ]}${signature(site)}<p class="buttons"><button type="submit">${text('release.comment.button')}</button></p></form></section>`
}

/** What was said meanwhile, whole, above what was typed. */
const meanwhilePart = (site: Site, comments: readonly Comment[]): Html =>
  comments.length === 0
    ? nothing
    : meanwhileNotice(
        site.text('release.comment.meanwhile'),
        html`<p>${site.text('release.comment.meanwhile.lead')}</p>${comments.map((one) => comment(site, one))}`,
      )

const formPage = (site: Site, release: Release, filled: Filled): Html | Promise<Html> => {
  const id = releaseId(release.sha256)
  const title = site.text('release.comment.add')
  return layout(site, {
    title: titleOf(site, title, [...filled.wrong, ...(filled.meanwhile ?? [])]),
    description: title,
    path: `/releases/${id}`,
    crumbs: [
      { label: site.text('releases.title'), path: '/releases' },
      { label: id, path: `/releases/${id}` },
      { label: title },
    ],
    part: 'plans',
    body: html`${errorSummary(site, filled.wrong)}${meanwhilePart(site, filled.meanwhile ?? [])}<header class="head"><p class="kicker">${site.text('release.kicker')} <code>${id}</code></p><h1>${inLanguage(release.payload.instrument.title, release.payload.instrument.source.language)}, <span class="num">${String(release.payload.year)}</span></h1></header>
${commentForm(site, release, filled)}`,
  })
}

const fields = ['text', 'by', 'on'] as const

/** Throws `sign-in-needed` or `not-permitted` for whoever may not comment on these figures. */
const permitComment = async (site: Site, { sha256 }: Release): Promise<void> => {
  const standing = await site.data.findReleaseStanding(sha256)
  if (standing === undefined || standing.may.comment) return
  const owners = standing.owners.map(({ owner }) => owner)
  permit(site.person, 'comment', {
    ...{ kind: 'figures', world: site.world, owners, keeper: owners.find(isKeeper) ?? null },
    ...{ state: standing.state, tier: 'public', departments: [], writtenBy: null },
  })
}

/** A program that has signed in does not say who it is, nor when. */
const refuseSignature = (site: Site, posted: Readonly<Record<string, string>>): void => {
  const sent = (['by', 'on'] as const).filter((name) => posted[name] !== undefined)
  if (sent.length > 0)
    throw problem(
      'input-rejected',
      site.text('form.rejected'),
      sent.map((path) => ({ path, message: site.text('release.comment.notTyped') })),
    )
}

/** Adds the comment that was sent and goes on to the release; what is missing is said beside its field. */
export const serveComment = (app: OpenAPIHono, ofWorld: Site): void => {
  app.get('/releases/:id/comments', async (c) => {
    const site = siteFor(c, ofWorld)
    const release = await getReleaseShown(site, c.req.param('id'))
    await permitComment(site, release)
    return c.html(await formPage(site, release, { typed: {}, wrong: [] }))
  })
  const write = {
    path: '/releases/{id}/comments',
    summary: 'Adds a comment to a release',
    scope: 'enter',
    fields: commentFields,
    refusals: ['changed-meanwhile'],
  } as const
  serveWrite(app, write, async (c) => {
    const site = siteFor(c, ofWorld)
    const release = await getReleaseShown(site, c.req.param('id') ?? '')
    const posted = await readPosted(c, site)
    const isOwn = isSigned(site)
    if (isOwn && sendsJson(c)) refuseSignature(site, posted)
    const { place = '', text = '', on = '', language = '' } = posted
    const by = site.person.as === 'person' ? site.person.name : (posted.by ?? '')
    const wrong: Wrong[] = fields
      .filter((name) => name === 'text' || !isOwn)
      .filter((name) => (posted[name] ?? '').trim() === '')
      .map((name) => ({
        field: name,
        label: site.text(`release.comment.${name === 'by' ? 'who' : name}`),
        words: site.text('release.comment.missing'),
      }))
    const again = (filled: Omit<Filled, 'typed'>) => () =>
      formPage(site, release, { typed: posted, ...filled })
    if (wrong.length > 0) return answerWrong(c, site, wrong, again({ wrong }))
    const [kind = '', ...rest] = place.split('|')
    const section = posted.section || (kind === 'section' ? rest.join('|') : undefined)
    const indicator = posted.indicator || (kind === 'indicator' ? rest.join('|') : undefined)
    const where = {
      ...(section === undefined ? {} : { section }),
      ...(indicator === undefined ? {} : { indicator }),
    }
    const seen = posted.seen?.split(' ')
    const isSaid = (one: Comment) => one.text === text.trim() && one.by === by.trim()
    const meanwhile = commentsOn(release.commentary, where).filter(
      (one) => seen !== undefined && !seen.includes(one.sha256.slice(0, 16)) && !isSaid(one),
    )
    if (meanwhile.length > 0) {
      const words = site.text('release.comment.meanwhile')
      const more = { comments: meanwhile }
      return answerRefused(c, site, { type: 'changed-meanwhile', words, more }, again({ wrong, meanwhile }))
    }
    try {
      await site.data.addCommentary(releaseId(release.sha256), {
        ...where,
        ...{ text, by, on: on.trim() },
        ...(language.trim() === '' ? {} : { language: language.trim() }),
      })
    } catch (error) {
      // Who may not do this is told so on a page of its own.
      if (!(error instanceof Problem) || [401, 403].includes(error.status)) throw error
      const said = { field: undefined, label: site.text('release.comment.add'), words: error.message }
      return answerWrong(c, site, [said], again({ wrong: [said] }))
    }
    return seeOther(c, `${addressOf(site, `/releases/${releaseId(release.sha256)}`)}#figures`)
  })
}
