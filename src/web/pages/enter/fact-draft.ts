// A fact on its way: what it says, who has approved it, and what its reader can do about it.
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { sectionKind } from '../../../cooperation/sections-on-way.ts'
import { thingKey } from '../../../db/thing-key.ts'
import { type Tier, tiers } from '../../../facts/datum.ts'
import type { KindSpec } from '../../../facts/kind.ts'
import { evidenceSays } from '../../../indicators/names.ts'
import { problem } from '../../../problem.ts'
import { pagePath } from '../../cooperation-path.ts'
import type { FactDraftActed, FactDraftListed, FactDraftShown } from '../../data/approval.ts'
import type { EnteredFact } from '../../data/enter.ts'
import { answerRefused, answerWrong } from '../../forms/answered.ts'
import { errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { issueWords } from '../../forms/issue-words.ts'
import { revisionFrom } from '../../forms/meanwhile.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { factDraftSchema } from '../../schemas/approval.ts'
import { idAsked } from '../../schemas/asked.ts'
import { addressOf, type Site } from '../../site.ts'
import { tierMark } from '../../tier-mark.ts'
import type { TwinPage } from '../../twin.ts'
import { siteFor } from '../../viewer.ts'
import { revisionField, serveWrite } from '../../write.ts'
import { historyOf } from '../history/parts.ts'
import { approvalSection, decisionOf, standingTop, stepFields, stepOf } from './approval.ts'
import { alikeSection, togetherIn, togetherSteps } from './draft-alike.ts'
import { groupsOfFact, labelIn } from './fact-fields.ts'
import { type Called, fieldsInOrder, partyCautions, thingsCalled, typedField } from './fact-said.ts'
import { type After, type AfterAsked, afterAsked, steps, toldLine, toldOf } from './told.ts'

const params = z.object({ id: idAsked })
type Params = z.output<typeof params>
type Loaded = {
  shown: FactDraftShown
  kind: KindSpec & { name: string }
  /** What it names by codes and ids. */
  called: Called
  /** The fact that it takes the place of or withdraws, with what that names. */
  replaced: { fact: EnteredFact; called: Called } | undefined
}
/** What was asked of its form, and why it was not done. */
type Asked = { wrong: readonly Wrong[]; note: string; after?: After | undefined }

const asIs: Asked = { wrong: [], note: '' }

export const factDraftPath = (id: string): string => `/enter/facts/drafts/${id}`

const replacedBy = async (
  site: Site,
  kind: KindSpec,
  { kind: name, typed }: FactDraftShown,
): Promise<Loaded['replaced']> => {
  const id = typed.supersedes || typed.retracts
  const fact = id && (await site.data.enter.findFact({ id, actor: typed.actor ?? '', kind: name }))
  return fact ? { fact, called: await thingsCalled(site, kind, fact.typed) } : undefined
}

/** The draft with its kind. Throws `not-found`. */
export const getFactDraft = async (site: Site, id: string): Promise<Loaded> => {
  const shown = await site.data.enter.findFactDraft(id)
  const kind = shown && (await site.data.enter.listFactKinds())[shown.kind]
  if (shown === undefined || kind === undefined) throw problem('not-found', site.text('factDraft.lost'))
  return {
    shown,
    kind: { ...kind, name: shown.kind },
    called: await thingsCalled(site, kind, shown.typed),
    replaced: await replacedBy(site, kind, shown),
  }
}

const fixed = new Set(['id', 'actor', 'kind', 'supersedes', 'retracts'])

const doingOf = ({ typed }: FactDraftShown): 'enter' | 'correct' | 'withdraw' =>
  typed.retracts ? 'withdraw' : typed.supersedes ? 'correct' : 'enter'

const tierOf = ({ typed }: FactDraftShown): Tier =>
  tiers.find((tier) => tier === typed.tier?.trim()) ?? 'public'

/** Of a correction: what a field says until now, where that is to change. */
const untilNow = (site: Site, { shown, kind, replaced }: Loaded, name: string): Html => {
  const was = replaced?.fact.typed[name]?.trim() ?? ''
  if (!shown.typed.supersedes || replaced === undefined || was === (shown.typed[name] ?? '').trim())
    return nothing
  const { text } = site
  if (was === '') return html`<p class="quiet">${text('factDraft.untilNow.nothing')}</p>`
  const { language } = replaced.fact.typed
  const said = typedField(site, kind, { name, words: was, language }, replaced.called)
  return html`<p class="quiet">${text.rich('factDraft.untilNow', { said })}</p>`
}

const typedTable = (site: Site, loaded: Loaded): Html => {
  const { shown, kind, called, replaced } = loaded
  const { text } = site
  const groups = groupsOfFact(site, kind, doingOf(shown))
  const order = fieldsInOrder(kind)
  const { owners } = shown.standing
  const cautions = partyCautions(site, shown.typed, { owners, notHeld: shown.notHeld })
  const emptied = Object.entries((shown.typed.supersedes && replaced?.fact.typed) || {})
    .filter(([name, was]) => was?.trim() && !shown.typed[name]?.trim())
    .map(([name]): [string, string] => [name, ''])
  const given = [...Object.entries(shown.typed).filter(([, typed]) => typed.trim() !== ''), ...emptied]
    .filter(([name]) => !fixed.has(name))
    .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
  return html`<table class="plain"><caption class="vh">${text('factDraft.says')}</caption><thead><tr><th scope="col">${text('newFact.field')}</th><th scope="col">${text('newFact.value')}</th></tr></thead><tbody>${given.map(
    ([name, typed]) =>
      html`<tr><th scope="row">${labelIn(groups, name) ?? name}</th><td>${typed === '' ? nothing : typedField(site, kind, { name, words: typed, language: shown.typed.language }, called)}${untilNow(site, loaded, name)}${name === 'body.parties' ? cautions : nothing}</td></tr>`,
  )}</tbody></table>${shown.typed['body.parties']?.trim() ? nothing : cautions}`
}

const issueList = (site: Site, { shown, kind }: Loaded): Html => {
  const groups = groupsOfFact(site, kind, doingOf(shown))
  return shown.issues.length === 0
    ? nothing
    : html`<div class="notice"><p>${site.text('factDraft.wrong')}</p><ul>${shown.issues.map((issue) => html`<li>${labelIn(groups, issue.field) ?? site.voice.names.kind(kind.name)}: ${issueWords(site, issue)}</li>`)}</ul></div>`
}

/** Other drafts under a line that says what they are to this one; nothing where there are none. */
export const draftsListed = (site: Site, drafts: readonly FactDraftListed[], words: string): Html =>
  drafts.length === 0
    ? nothing
    : html`<div class="notice"><p>${words}</p><ul>${drafts.map(
        ({ draftId, kind, body }) =>
          html`<li><a href="${addressOf(site, factDraftPath(draftId))}">${site.voice.names.kind(kind)}</a>: ${evidenceSays(site.voice, { kind, body })}</li>`,
      )}</ul></div>`

/** That a section goes with a draft of the page, where both are approved at once; nothing for any other fact. */
const frozenWithLine = async (
  site: Site,
  { kind, actor, draftId, became }: FactDraftShown,
): Promise<Html> => {
  if (kind !== sectionKind || became !== null) return nothing
  const draft = await site.data.cooperation.findFrozenWith(actor, draftId)
  const line = (words: string, path: string, link: string): Html =>
    html`<p class="quiet">${words} <a href="${addressOf(site, path)}">${link}</a></p>`
  const { text } = site
  return draft === undefined
    ? line(text('factDraft.section'), pagePath(actor), text('factDraft.section.link'))
    : line(text('factDraft.frozenWith'), pagePath(actor, draft.sha256), text('factDraft.frozenWith.link'))
}

const page = async (site: Site, loaded: Loaded, asked: Asked = asIs): Promise<Html> => {
  const { text } = site
  const { shown } = loaded
  const { draftId, standing, became } = shown
  const kind = site.voice.names.kind(shown.kind)
  const own = factDraftPath(draftId)
  const replaced = shown.typed.supersedes || shown.typed.retracts
  const says = evidenceSays(site.voice, { kind: shown.kind, body: shown.body })
  return layout(site, {
    title: titleOf(site, `${text('factDraft.title')}: ${kind}, ${shown.actorName}`, asked.wrong),
    description: text('factDraft.description'),
    path: own,
    crumbs: [{ label: text('enter.nav'), path: '/enter' }, { label: text('factDraft.title') }],
    part: 'enter',
    body: html`${toldLine(toldOf(site, asked.after, standing))}${errorSummary(site, asked.wrong)}<header class="head"><p class="kicker">${text.rich('newFact.kicker', { kind, name: inLanguage(shown.actorName, null) })}</p><h1>${text('factDraft.title')}</h1>
${doingOf(shown) === 'withdraw' ? nothing : html`<p class="lead">${says}${tierMark(site, { tier: tierOf(shown) })}</p>`}
${replaced ? html`<p>${text(shown.typed.supersedes ? 'newFact.replaces' : 'newFact.withdraws')}: <a href="${addressOf(site, `/enter/facts/${replaced}`)}">${loaded.replaced === undefined ? replaced : evidenceSays(site.voice, loaded.replaced.fact)}</a></p>` : nothing}
${became === null ? nothing : html`<p><a href="${addressOf(site, `/enter/facts/${became}`)}">${text('factDraft.became')}</a></p>`}${standingTop(site, standing, { isBlocked: shown.issues.length > 0 })}${issueList(site, loaded)}${draftsListed(site, shown.names, text('factDraft.names'))}${await frozenWithLine(site, shown)}${await historyOf(site, thingKey.factDraft(draftId))}</header>
<section aria-labelledby="says"><div class="head-line"><h2 id="says">${text('factDraft.says')}</h2>${standing.may.edit ? html` <a href="${addressOf(site, `${own}/edit`)}">${text('factDraft.edit')}</a>` : nothing}</div>
${typedTable(site, loaded)}</section>
${approvalSection(site, standing, {
  action: addressOf(site, own),
  revision: shown.revision,
  isBlocked: shown.issues.length > 0,
  wrong: asked.wrong,
  note: asked.note,
})}
${await alikeSection(site, shown, addressOf(site, own))}
${standing.may.discard ? html`<p><a href="${addressOf(site, `${own}/discard`)}">${text('factDraft.discard')}</a></p>` : nothing}`,
  })
}

export const factDraftPage: TwinPage<Params, AfterAsked, Loaded> = {
  path: '/enter/facts/drafts/{id}',
  summary: 'A fact on its way',
  params,
  query: afterAsked,
  data: factDraftSchema,
  example: async (site) => {
    const draft = (await site.data.enter.listFactDrafts())[0]
    return draft === undefined ? undefined : factDraftPath(draft.draftId)
  },
  load: (site, asked) => getFactDraft(site, asked.params.id),
  page: (site, loaded, { query }) => page(site, loaded, { ...asIs, after: query.after }),
  json: ({ shown }) => ({ draft: shown }),
  csv: ({ shown }) => ({
    columns: ['id', 'actor', 'kind', 'field', 'typed', 'revision', 'state', 'approved', 'of', 'changed_at'],
    rows: Object.entries(shown.typed)
      .filter(([, typed]) => typed !== '')
      .map(([field, typed]) => [
        ...[shown.draftId, shown.actor, shown.kind, field, typed, shown.revision],
        ...[shown.standing.state, shown.standing.approved, shown.standing.of, shown.changedAt],
      ]),
  }),
}

/** Answers what was asked of a draft: the page it goes on to, or its page again with why nothing was done. */
export const answerActed = async (
  c: Context,
  site: Site,
  acted: FactDraftActed,
  after?: After,
): Promise<Response> => {
  const { outcome, shown } = acted
  const said: Record<string, string> = after === undefined ? {} : { after }
  const more = { revision: shown.revision, state: shown.standing.state }
  if (outcome === 'done' && shown.became !== null)
    return seeOther(c, addressOf(site, `/enter/facts/${shown.became}`), {
      status: 201,
      said,
      more: { fact: shown.became },
    })
  if (outcome === 'done') return seeOther(c, addressOf(site, factDraftPath(shown.draftId)), { more, said })
  if (outcome === 'published already')
    return seeOther(c, addressOf(site, factDraftPath(shown.draftId)), { more })
  const loaded = await getFactDraft(site, shown.draftId)
  const again = (words: string) => () =>
    page(site, loaded, { wrong: [{ field: undefined, label: site.text('check.this'), words }], note: '' })
  if (outcome === 'changed meanwhile') {
    const words = site.text('approval.changed')
    return answerRefused(c, site, { type: 'changed-meanwhile', words, more }, again(words))
  }
  if (outcome === 'rejected') {
    const wrong = shown.issues.map(
      (issue): Wrong => ({ field: issue.field, label: issue.field, words: issueWords(site, issue) }),
    )
    // What is wrong with what was asked, and not with what the draft says, stands nowhere else on its page.
    const groups = groupsOfFact(site, loaded.kind, doingOf(loaded.shown))
    const listed = wrong.map(
      (one): Wrong => ({
        ...one,
        field: undefined,
        label: labelIn(groups, one.field ?? '') ?? site.voice.names.kind(loaded.kind.name),
      }),
    )
    const isSaid = loaded.shown.issues.length > 0
    return answerWrong(c, site, wrong, () => page(site, loaded, isSaid ? asIs : { wrong: listed, note: '' }))
  }
  const words = site.text('approval.notApproved')
  return answerRefused(c, site, { type: 'not-permitted', words, more }, again(words))
}

const act = async (c: Context, site: Site, id: string): Promise<Response> => {
  const posted = await readPosted(c, site)
  const loaded = await getFactDraft(site, id)
  const together = togetherIn(posted, { draftId: id, revision: revisionFrom(posted) })
  if (together !== undefined) {
    const count = await site.data.enter.decideTogether(together)
    return seeOther(c, addressOf(site, '/waiting'), { more: { count } })
  }
  const step = stepOf(posted)
  const revision = revisionFrom(posted)
  if (step === undefined) throw problem('usage', site.text('approval.step'))
  if (step === 'publish')
    return answerActed(c, site, await site.data.enter.publishFactDraft(id, revision), step)
  if (step === 'return' && !posted.note?.trim()) {
    const wrong = [
      { field: 'note', label: site.text('approval.return.note'), words: site.text('issue.missing') },
    ]
    return answerWrong(c, site, wrong, () => page(site, loaded, { wrong, note: '' }))
  }
  const made = { ...decisionOf(step, posted), revision }
  return answerActed(c, site, await site.data.enter.decideFactDraft(id, made), step)
}

/** What its page sends: decided, published. */
export const serveFactDraft = (app: OpenAPIHono, ofWorld: Site): void => {
  serveWrite(
    app,
    {
      path: '/enter/facts/drafts/{id}',
      summary: 'Asks for approval of a fact on its way, approves, returns or publishes it',
      scope: 'approve',
      fields: z.object({
        ...{ ...stepFields, revision: revisionField },
        step: z.enum([...steps, ...togetherSteps]).openapi({
          description:
            'What is done: asked for, approved, taken back, returned, published; the last two of several at once',
        }),
        alike: z.string().optional().openapi({
          description: 'The others of several, each as its id, a colon and its revision, between spaces',
        }),
      }),
      gives: {
        count: z.int().optional(),
        revision: z.int().optional(),
        state: z.string().optional(),
        fact: z.string().optional(),
      },
      refusals: ['changed-meanwhile', 'not-permitted', 'sign-in-needed'],
    },
    (c) => act(c, siteFor(c, ofWorld), c.req.param('id') ?? ''),
  )
}
