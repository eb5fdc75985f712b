// What is kept of whoever is signed in: how much of each, all of it as a file, and the way to be forgotten.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { problem } from '../../../problem.ts'
import { accountsPath } from '../../accounts-path.ts'
import { answerWrong } from '../../forms/answered.ts'
import { byField, errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { fieldHtml } from '../../forms/field.ts'
import { readPosted } from '../../forms/posted.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import { layout } from '../../layout.ts'
import { addressOf, type Site } from '../../site.ts'
import { type Asking, askingOf, cell, type PeopleFor, plainTable } from './parts.ts'
import { getPerson } from './person.ts'

const dataPath = '/account/data'
const ownForgetPath = '/account/forget'

const accountCrumb = (site: Site) => ({ label: site.text('account.title'), path: '/account' })

/** Whoever is signed in. Throws `sign-in-needed`. */
const getOwn = (site: Site): { personId: string; name: string } => {
  if (site.person.as !== 'person') throw problem('sign-in-needed', site.text('problemType.sign-in-needed'))
  return site.person
}

const dataPage = async ({ site, people }: Asking): Promise<Html> => {
  const { text } = site
  getOwn(site)
  const kept = await people.exportOwn()
  const { done, invitations } = kept
  const rows: [string, number][] = [
    [text('ownData.account'), 1],
    [text('ownData.sessions'), kept.sessions.length],
    [text('ownData.roles'), kept.roles.length],
    [text('ownData.letters'), kept.letters.length],
    [text('ownData.tokens'), kept.tokens.length],
    [text('ownData.invitations'), invitations.made.length + invitations.received.length],
    [text('ownData.done'), Object.values(done).reduce((sum, one) => sum + one.length, 0)],
  ]
  return html`${await layout(site, {
    title: text('ownData.title'),
    description: text('ownData.description'),
    path: dataPath,
    hasTwins: false,
    isForAccounts: true,
    crumbs: [accountCrumb(site), { label: text('ownData.title') }],
    body: html`<header class="head"><h1>${text('ownData.title')}</h1><p class="lead">${text('ownData.lead')}</p></header>
${plainTable(
  text('ownData.title'),
  [text('ownData.what'), text('ownData.count')],
  rows.map(
    ([label, count]) =>
      html`<tr role="row"><th role="rowheader" scope="row">${label}</th>${cell(text('ownData.count'), html`<span class="num">${site.format.number(count)}</span>`)}</tr>`,
  ),
)}
<p><a class="as-button" href="${`${site.root}${dataPath}.json`}">${text('ownData.take')}</a></p><p class="quiet">${text('ownData.without')}</p>
<section aria-labelledby="forget"><h2 id="forget">${text('ownData.forget')}</h2><p>${text('ownData.forget.lead')}</p><p><a href="${addressOf(site, ownForgetPath)}">${text('ownData.forget.link')}</a></p></section>`,
  })}`
}

type Forgetting = { personId: string; name: string; path: string; isOwn: boolean }

const forgetPage = (
  site: Site,
  { name, path, isOwn }: Forgetting,
  wrong: readonly Wrong[],
): Html | Promise<Html> => {
  const { text } = site
  const title = text('forget.title', { name })
  const word = text('forget.word')
  const back = isOwn ? accountsPath(site, '/account') : addressOf(site, '/people')
  const filled = { typed: {}, wrong: byField(wrong) }
  return layout(site, {
    title: titleOf(site, title, wrong),
    description: text('forget.description'),
    path,
    hasTwins: false,
    isForAccounts: true,
    crumbs: [isOwn ? accountCrumb(site) : { label: text('people.title'), path: '/people' }, { label: title }],
    body: html`${errorSummary(site, wrong)}<header class="head"><h1>${text.rich('forget.title', { name: inLanguage(name, null) })}</h1><p class="lead">${text('forget.lead')}</p></header>
<form class="entry" method="post" action="${addressOf(site, path)}" novalidate>${fieldHtml(site, { as: 'text', width: 'short', name: 'word', label: text('forget.sure', { word }), isNeeded: true }, filled)}
<p class="buttons"><button type="submit">${text('forget.button')}</button> <a href="${back}">${text('forget.keep')}</a></p></form>`,
  })
}

const forget = async (c: Context, { site, people }: Asking, whom: Forgetting): Promise<Response> => {
  const { text } = site
  const typed = await readPosted(c, site)
  const word = text('forget.word')
  if ((typed.word ?? '').trim().toLocaleLowerCase(site.language) !== word) {
    const wrong: Wrong[] = [
      { field: 'word', label: text('forget.sure', { word }), words: text('forget.fault', { word }) },
    ]
    return answerWrong(c, site, wrong, () => forgetPage(site, whom, wrong))
  }
  await people.forgetPerson(whom.personId)
  // Whoever forgot themselves is signed in no more.
  const shown: Site = whom.isOwn ? { ...site, person: { as: 'public' } } : site
  return c.html(
    await layout(shown, {
      title: text('forget.done.title'),
      description: text('forget.description'),
      path: whom.path,
      hasTwins: false,
      isForAccounts: true,
      crumbs: [],
      body: html`<header class="head done"><h1>${text('forget.done.title')}</h1></header><p>${text('forget.done')}</p><p><a href="${whom.isOwn ? addressOf(site, '/') : addressOf(site, '/people')}">${whom.isOwn ? text('forget.home') : text('people.title')}</a></p>`,
    }),
  )
}

/** One's own data, and being forgotten: by oneself, and by an administrator. */
export const serveOwnData = (app: OpenAPIHono, ofWorld: Site, peopleFor: PeopleFor): void => {
  app.get(dataPath, async (c) => c.html(await dataPage(askingOf(c, ofWorld, peopleFor))))
  app.get(`${dataPath}.json`, async (c) => {
    const { site, people } = askingOf(c, ofWorld, peopleFor)
    getOwn(site)
    return c.body(JSON.stringify(await people.exportOwn(), null, 2), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="pacta-my-data.json"',
    })
  })
  const own = (site: Site): Forgetting => ({ ...getOwn(site), path: ownForgetPath, isOwn: true })
  app.get(ownForgetPath, async (c) => {
    const { site } = askingOf(c, ofWorld, peopleFor)
    return c.html(await forgetPage(site, own(site), []))
  })
  app.post(ownForgetPath, (c) => {
    const asking = askingOf(c, ofWorld, peopleFor)
    return forget(c, asking, own(asking.site))
  })
  const other = async (c: Context, { site, people }: Asking): Promise<Forgetting> => {
    const { personId, name, mayForget } = await getPerson(people, site, c.req.param('person') ?? '')
    if (!mayForget) throw problem('not-permitted', site.text('problemType.not-permitted'))
    return { personId, name, path: `/people/${personId}/forget`, isOwn: false }
  }
  app.get('/people/:person/forget', async (c) => {
    const asking = askingOf(c, ofWorld, peopleFor)
    return c.html(await forgetPage(asking.site, await other(c, asking), []))
  })
  app.post('/people/:person/forget', async (c) => {
    const asking = askingOf(c, ofWorld, peopleFor)
    return forget(c, asking, await other(c, asking))
  })
}
