// One fact through a form: chosen by kind, typed, seen as it will stand, then stored. Nothing is stored on the way.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { FieldIssue } from '../../../facts/kind.ts'
import { beginNewer } from '../../../facts/renewed.ts'
import type { TypedFact } from '../../../facts/typed-fact.ts'
import { evidenceSays } from '../../../indicators/names.ts'
import { problem } from '../../../problem.ts'
import { asksForData } from '../../as-data.ts'
import type { FactDraftShown } from '../../data/approval.ts'
import type { EnteredFact } from '../../data/enter.ts'
import { answerRefused, answerWrong } from '../../forms/answered.ts'
import { baseName, differencesAsData, differencesOf, typedAgain } from '../../forms/meanwhile.ts'
import { readPosted, seeOther } from '../../forms/posted.ts'
import { nothing } from '../../html.ts'
import { factFieldsSent, factGives } from '../../schemas/writes.ts'
import { addressOf, type Site } from '../../site.ts'
import { siteFor } from '../../viewer.ts'
import { serveWrite } from '../../write.ts'
import { type Asked, askedOf, doingOf, isDrafted } from './fact-asked.ts'
import { choose, frame, factNewPath as path } from './fact-choose.ts'
import { answerActed, factDraftPath, getFactDraft } from './fact-draft.ts'
import { groupsOfFact, labelIn } from './fact-fields.ts'
import { formPage, previewPage, wrongOf } from './fact-form.ts'
import { isConfirmed, unconfirmed } from './fact-questions.ts'
import { answerReplaced, findReplacement } from './fact-replaced.ts'

/** The form again with what is wrong. */
const refuse = (
  c: Context,
  site: Site,
  asked: Asked,
  issues: readonly FieldIssue[],
): Response | Promise<Response> => {
  const groups = groupsOfFact(site, asked.kind, asked.doing.as)
  return answerWrong(c, site, wrongOf(site, asked, groups, issues), () => formPage(site, asked, issues))
}

/** What keeps a fact from going on: what is wrong with it, or what is asked of it and not answered. */
const heldBack = async (
  c: Context,
  site: Site,
  asked: Asked,
  isAnswered: boolean,
): Promise<Response | undefined> => {
  const { issues, questions, body, ...about } = await site.data.enter.checkFact(asked.typed)
  if (issues.length > 0) return refuse(c, site, asked, issues)
  if (questions.length === 0 || isAnswered) return undefined
  const groups = groupsOfFact(site, asked.kind, asked.doing.as)
  const told = asksForData(c)
    ? [...wrongOf(site, asked, groups, questions), ...unconfirmed(site, questions)]
    : unconfirmed(site, questions)
  const says = evidenceSays(site.voice, { kind: asked.kind.name, body })
  return answerWrong(c, site, told, () => previewPage(site, asked, { says, body, questions, ...about }, told))
}

/** Keeps what was typed, right or wrong, as a draft or as the next revision of one, and asks for its approval. */
const keep = async (
  c: Context,
  site: Site,
  asked: Asked,
  { isAsked, isAnswered }: { isAsked: boolean; isAnswered: boolean },
): Promise<Response> => {
  const { typed, draft } = asked
  const { enter } = site.data
  if (isAsked) {
    const back = await heldBack(c, site, asked, isAnswered)
    if (back !== undefined) return back
  }
  if (draft === undefined) {
    const id = await enter.beginFactDraft(typed)
    if (isAsked) await enter.decideFactDraft(id, { decision: 'ask', note: null, revision: 1 })
    const after = isAsked ? 'ask' : 'keep'
    return seeOther(c, addressOf(site, factDraftPath(id)), {
      status: 201,
      more: { draft: id },
      said: { after },
    })
  }
  const saved = await enter.saveFactDraft(draft.id, { typed, revision: draft.revision })
  if (saved.outcome === 'changed meanwhile') return answerMeanwhile(c, site, asked, saved.shown)
  if (saved.outcome === 'done' && isAsked && saved.shown.standing.asked === null)
    await enter.decideFactDraft(draft.id, {
      decision: 'ask',
      note: null,
      revision: saved.shown.revision,
    })
  return answerActed(c, site, saved, isAsked ? 'ask' : 'keep')
}

/** Somebody has saved the draft since it was opened: both texts, and the form once more with what was typed. */
const answerMeanwhile = (c: Context, site: Site, asked: Asked, kept: FactDraftShown): Promise<Response> => {
  const groups = groupsOfFact(site, asked.kind, asked.doing.as)
  const fields = [...new Set([...Object.keys(asked.typed), ...Object.keys(kept.typed)])]
  const differences = differencesOf({
    typed: Object.fromEntries(fields.map((field) => [field, asked.typed[field] ?? ''])),
    now: (field) => kept.typed[field] ?? '',
    base: asked.draft?.base,
    label: (field) => labelIn(groups, field) ?? field,
  })
  const draft = { id: kept.draftId, revision: kept.revision, standing: kept.standing, base: kept.typed }
  const typed = typedAgain(asked.typed, differences)
  return answerRefused(
    c,
    site,
    {
      type: 'changed-meanwhile',
      words: site.text('approval.changed'),
      more: { revision: kept.revision, differences: differencesAsData(differences) },
    },
    () => formPage(site, { ...asked, typed, draft }, [], { differences, by: kept.changedBy }),
  )
}

/** Somebody has corrected or withdrawn the fact meanwhile. */
const answerBoth = (c: Context, site: Site, asked: Asked, theirs: EnteredFact): Promise<Response> => {
  const groups = groupsOfFact(site, asked.kind, asked.doing.as)
  return answerReplaced(
    c,
    site,
    { typed: asked.typed, theirs },
    (field) => labelIn(groups, field),
    async (typed, notice) => {
      // Of what is withdrawn already nothing is left to withdraw.
      if (asked.doing.as === 'withdraw' && theirs.retracts !== null)
        return frame(site, site.text('replaced.title'), site.text('newFact.withdraw'), [true], notice)
      const doing = await doingOf(site, typed)
      return formPage(site, { ...asked, typed, doing }, [], undefined, notice)
    },
  )
}

const take = async (c: Context, site: Site): Promise<Response> => {
  const posted = await readPosted(c, site)
  const asked = await askedOf(site, posted)
  if (asked === undefined) return choose(c, site, { kind: '', actor: '', ...posted })
  // A program says at once what it wants; a page shows first how it will stand.
  const step = posted.step ?? (asksForData(c) ? 'save' : 'check')
  const isAnswered = isConfirmed(posted)
  if (step === 'edit') {
    const { issues, questions } = await site.data.enter.checkFact(asked.typed)
    return c.html(await formPage(site, asked, [], undefined, nothing, issues.length > 0 ? [] : questions))
  }
  const theirs = await findReplacement(site, asked.typed, asked.doing.target)
  if (theirs !== undefined) return answerBoth(c, site, asked, theirs)
  if (isDrafted(site) && ['keep', 'ask', 'save'].includes(step))
    return keep(c, site, asked, { isAsked: step === 'ask', isAnswered })
  if (step === 'save') {
    const back = await heldBack(c, site, asked, isAnswered)
    if (back !== undefined) return back
    const issues = await site.data.enter.recordFact(asked.typed)
    const fact = asked.typed.id
    return issues.length === 0
      ? seeOther(c, addressOf(site, `/enter/facts/${fact}`), { status: 201, more: { fact } })
      : refuse(c, site, asked, issues)
  }
  const { issues, questions, body, ...about } = await site.data.enter.checkFact(asked.typed)
  if (issues.length > 0) return refuse(c, site, asked, issues)
  const says = evidenceSays(site.voice, { kind: asked.kind.name, body })
  const groups = groupsOfFact(site, asked.kind, asked.doing.as)
  const told = wrongOf(site, asked, groups, questions).map(({ field, words }) => ({ field, words }))
  return asksForData(c)
    ? c.json(told.length === 0 ? { says } : { says, questions: told })
    : c.html(await previewPage(site, asked, { says, body, questions, ...about }))
}

/** What a newer figure begins with: what makes it the same matter as the older one, for those whom that is for. */
const begunWith = ({ renewed, kind }: Asked): TypedFact =>
  renewed === undefined
    ? {}
    : { ...beginNewer(renewed.typed, kind), ...(renewed.tier === 'public' ? {} : { tier: renewed.tier }) }

/** The form of one fact. */
export const serveFactNew = (app: OpenAPIHono, ofWorld: Site): void => {
  app.get(path, async (c) => {
    const site = siteFor(c, ofWorld)
    const given = c.req.query()
    const asked = await askedOf(site, given)
    if (asked === undefined) return choose(c, site, given)
    const { as, target } = asked.doing
    // A correction begins with what is held; its own words come over it.
    const typed =
      as === 'correct' ? { ...target?.typed, ...asked.typed } : { ...begunWith(asked), ...asked.typed }
    const known: TypedFact = as === 'withdraw' ? { known_from: site.today() } : {}
    return c.html(await formPage(site, { ...asked, typed: { ...known, ...typed } }, []))
  })
  app.get('/enter/facts/drafts/:id/edit', async (c) => {
    const site = siteFor(c, ofWorld)
    const { shown } = await getFactDraft(site, c.req.param('id'))
    if (!shown.standing.may.edit) return seeOther(c, addressOf(site, factDraftPath(shown.draftId)))
    const given = { ...shown.typed, draft: shown.draftId, revision: String(shown.revision) }
    const asked = await askedOf(site, { ...given, [baseName]: JSON.stringify(shown.typed) })
    if (asked === undefined) throw problem('not-found', site.text('factDraft.lost'))
    // What was kept wrong is said to be so.
    return c.html(await formPage(site, asked, shown.issues))
  })
  const write = {
    path,
    summary: 'Enters a fact, corrects one or withdraws one',
    scope: 'enter',
    fields: factFieldsSent,
    creates: true,
    gives: factGives,
    refusals: ['not-found', 'changed-meanwhile'],
  } as const
  serveWrite(app, write, (c) => take(c, siteFor(c, ofWorld)))
}
