// Where a thing on its way stands, on its page: who has approved it and when, what a return says, and what its reader can
// do about it. The same for facts, reports and figures.
import { z } from '@hono/zod-openapi'
import type { DecisionMade, OwnerShown, StandingShown } from '../../data/approval.ts'
import { byField, type Wrong } from '../../forms/errors.ts'
import { fieldHtml } from '../../forms/field.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'
import { dayOf } from './start.ts'
import { missingNames, type Step, steps } from './told.ts'

/** The step that a form names; undefined for none. */
export const stepOf = (posted: Readonly<Record<string, string>>): Step | undefined =>
  steps.find((step) => step === posted.step)

/** The decision that a step makes. */
export const decisionOf = (
  step: Exclude<Step, 'publish'>,
  posted: Readonly<Record<string, string>>,
): DecisionMade => ({ decision: step, note: posted.note?.trim() || null })

/** The fields of such a form, as a program sends them. */
export const stepFields = {
  step: z
    .enum(steps)
    .openapi({ description: 'What is done: asked for, approved, taken back, returned, published' }),
  note: z.string().optional().openapi({
    description: 'What to change, where it is returned; a word to whoever approves it, where asked',
  }),
}

/** What an owner is called. */
export const ownerName = (site: Site, owner: OwnerShown): Html =>
  owner.isKeeper
    ? html`${site.text.rich('approval.keeper', { treaty: inLanguage(owner.name, 'en') })}`
    : inLanguage(owner.name, null)

const stateWord = (site: Site, { state }: StandingShown): Html =>
  html`<span class="status s-${state === 'draft' ? 'provisional' : 'known'}">${site.text(`approval.state.${state}`)}</span>`

/** Its state and how many of its owners have approved it, in one line. */
export const standingLine = (site: Site, standing: StandingShown): Html =>
  html`${stateWord(site, standing)} ${standing.of === 0 ? site.text('approval.nobody') : site.text('approval.count', { n: standing.approved, N: standing.of })}`

/** What stands to be done about it now, for its reader first. */
const nextOf = ({ may, asked, returned, state }: StandingShown, isBlocked: boolean) => {
  if (state === 'published') return undefined
  if (may.publish && !isBlocked) return 'publish'
  if (may.approve && asked !== null) return 'approve'
  if (state === 'approved') return 'others.publish'
  if (asked !== null) return 'others.approve'
  if (returned?.isOpen === true) return 'returned'
  if (isBlocked) return 'blocked'
  if (may.ask) return 'ask'
  return may.approve ? 'approve.unasked' : 'unasked'
}

/** Where it stands, and what its reader can do, on the first screen; the part about approval stands further down. */
export const standingTop = (
  site: Site,
  standing: StandingShown,
  { isBlocked }: { isBlocked: boolean },
): Html => {
  const next = nextOf(standing, isBlocked)
  if (next === undefined) return nothing
  const { text } = site
  const words =
    next === 'others.approve'
      ? text.rich('next.others.approve', { owners: missingNames(standing) })
      : text(`next.${next}`)
  return html`<p>${standingLine(site, standing)}</p><p>${words} <a href="#approval">${text('next.there')}</a></p>`
}

/** When an owner approved it and, where its reader may know it, who did; that it has not. */
export const approvedWords = (site: Site, { approvedAt, approvedBy }: OwnerShown): Html => {
  const { text } = site
  if (approvedAt === null) return html`${text('approval.notYet')}`
  const date = dayOf(site, approvedAt)
  return approvedBy === null
    ? html`${text('approval.approvedOn', { date })}`
    : html`${text.rich('approval.approvedBy', { date, name: inLanguage(approvedBy, null) })}`
}

const ownersTable = (site: Site, { owners }: StandingShown): Html => {
  const { text } = site
  if (owners.length === 0) return nothing
  return html`<table role="table" class="plain stacks"><caption class="vh">${text('approval.title')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('approval.owner')}</th><th role="columnheader" scope="col">${text('approval.standing')}</th></tr></thead><tbody role="rowgroup">${owners.map(
    (one) =>
      html`<tr role="row"><th role="rowheader" scope="row">${ownerName(site, one)}</th><td role="cell" data-label="${text('approval.standing')}">${
        one.approvedAt === null
          ? html`<span class="task-state t-not-started"><span aria-hidden="true">○</span> ${text('approval.notYet')}</span>`
          : html`<span class="task-state t-complete"><span aria-hidden="true">✓</span> ${approvedWords(site, one)}</span>`
      }</td></tr>`,
  )}</tbody></table>`
}

/** Somebody for an owner: by name, where its reader may know it; otherwise the owner alone. */
const whoFor = (site: Site, { by, owner }: { by: string | null; owner: OwnerShown }): Html =>
  by === null
    ? ownerName(site, owner)
    : html`${site.text.rich('approval.who', { name: inLanguage(by, null), owner: ownerName(site, owner) })}`

const askedLine = (site: Site, { asked, state }: StandingShown): Html => {
  // What is approved has been answered.
  if (asked === null || state !== 'draft') return nothing
  const date = dayOf(site, asked.at)
  return html`<p>${asked.by === null ? site.text('approval.asked', { date }) : site.text.rich('approval.askedBy', { date, name: inLanguage(asked.by, null) })}</p>${asked.note === null ? nothing : html`<blockquote class="quote">${inLanguage(asked.note, null)}</blockquote>`}`
}

/** What whoever returned it says, beside what is to be changed. */
export const returnedNotice = (site: Site, { returned }: StandingShown): Html =>
  returned === null
    ? nothing
    : html`<div class="notice"><p>${site.text.rich(returned.isChanged ? 'approval.returned.before' : returned.isOpen ? 'approval.returned' : 'approval.returned.asked', { date: dayOf(site, returned.at), owner: whoFor(site, returned) })}</p><blockquote class="quote">${inLanguage(returned.note ?? '', null)}</blockquote></div>`

const noteField = (
  site: Site,
  label: string,
  isNeeded: boolean,
  wrong: readonly Wrong[],
  typed: string,
): Html =>
  fieldHtml(
    site,
    {
      as: 'lines',
      name: 'note',
      label,
      rows: 2,
      ...(isNeeded ? { isNeeded } : { hint: site.text('approval.ask.hint') }),
    },
    { typed: { note: typed }, wrong: byField(wrong) },
  )

export type ApprovalForm = {
  /** Where its forms are sent. */
  action: string
  /** The revision that is shown; of what never changes none is sent. */
  revision: number | null
  /** What publishing is called, and what it means; where they are not the plain words. */
  publish?: { button: string; lead: string }
  /** The same of approving. */
  approve?: { button: string; lead: string }
  /** Whether it has mistakes, so that nothing is asked for and nothing published. */
  isBlocked?: boolean
  /** What was wrong with the form as sent, and its note. */
  wrong?: readonly Wrong[]
  note?: string
}

/** The part of a page about the approval of what it shows. */
export const approvalSection = (site: Site, standing: StandingShown, form: ApprovalForm): Html => {
  const { text } = site
  const { may, state } = standing
  const { wrong = [], note = '', isBlocked = false } = form
  const publish = form.publish ?? { button: text('approval.publish'), lead: text('approval.publish.lead') }
  const approve = form.approve ?? { button: text('approval.approve'), lead: text('approval.approve.lead') }
  const revision =
    form.revision === null
      ? nothing
      : html`<input type="hidden" name="revision" value="${String(form.revision)}">`
  const own = (step: Step, body: Html, label: string, isSecond = false) =>
    html`<form class="entry" method="post" action="${form.action}" novalidate>${revision}${body}<p class="buttons"><button type="submit" name="step" value="${step}"${isSecond ? html` class="second"` : nothing}>${label}</button></p></form>`
  const canAsk = may.ask && !isBlocked
  const canPublish = may.publish && !isBlocked
  const isIdle = !canAsk && !may.approve && !may.withdraw && !may.return && !canPublish
  return html`<section aria-labelledby="approval"><h2 id="approval">${text('approval.title')}</h2>
<p>${standingLine(site, standing)}</p><p class="quiet">${text(`approval.means.${state}`)}</p>
${returnedNotice(site, standing)}${askedLine(site, standing)}
${ownersTable(site, standing)}
${canPublish ? own('publish', html`<p>${publish.lead}</p>`, publish.button) : nothing}
${may.approve ? own('approve', html`<p>${approve.lead}</p>`, approve.button) : nothing}
${canAsk ? own('ask', noteField(site, text('approval.ask.note'), false, [], may.return ? '' : note), text('approval.ask'), may.approve) : nothing}
${may.return ? html`<details${wrong.length > 0 ? html` open` : nothing}><summary>${text('approval.return')}</summary><div>${own('return', noteField(site, text('approval.return.note'), true, wrong, note), text('approval.return'), true)}</div></details>` : nothing}
${may.withdraw ? own('withdraw', nothing, text('approval.withdraw'), true) : nothing}
${isIdle && state !== 'published' ? html`<p class="quiet">${text('approval.waitsFor')}</p>` : nothing}</section>`
}
