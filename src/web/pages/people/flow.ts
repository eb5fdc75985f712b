// Forms in steps: one thing is asked at a time, what was typed before goes along, and all of it is shown before it is done.
import type { Context } from 'hono'
import type { NewRole } from '../../../accounts/role-rules.ts'
import type { GivingShown } from '../../data/people.ts'
import { answerWrong } from '../../forms/answered.ts'
import type { Wrong } from '../../forms/errors.ts'
import type { Field } from '../../forms/field.ts'
import { readPosted } from '../../forms/posted.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import type { Crumb } from '../../layout.ts'
import { addressOf, type Site } from '../../site.ts'
import { type Asking, frame, hiddenFields } from './parts.ts'
import {
  departmentFields,
  fieldsHtml,
  firstStep,
  ownerFields,
  roleChecked,
  roleFields,
  roleTyped,
  type TypedRole,
  wrongInFirst,
  wrongInRole,
} from './role-steps.ts'

const steps = ['who', 'role', 'of', 'department', 'check'] as const
export type Step = (typeof steps)[number]

export type Flow = {
  /** What is asked before the role; undefined where that is known. */
  who?: { fields: readonly Field[]; wrong: (typed: TypedRole) => Wrong[]; said: (typed: TypedRole) => Html }
  path: string
  title: string
  description: string
  crumbs: Crumb[]
  /** Above the title: to whom. */
  kicker?: Html
  checkTitle: string
  checkLead?: string
  button: string
  /** Does it, or says what is wrong after all. */
  finish: (typed: TypedRole, role: NewRole) => Promise<Response | Wrong[]>
}

type Going = Asking & { flow: Flow; giving: GivingShown; typed: TypedRole }

const fieldsIn = async ({ site, people, flow, giving, typed }: Going, step: Step): Promise<Field[]> => {
  if (step === 'who') return [...(flow.who?.fields ?? [])]
  if (step === 'of') return ownerFields(site, people, giving, typed)
  if (step === 'department') return departmentFields(site, people, await roleTyped(people, giving, typed))
  return []
}

const wrongIn = async ({ site, people, flow, giving, typed }: Going, step: Step): Promise<Wrong[]> => {
  if (step === 'who') return flow.who?.wrong(typed) ?? []
  if (step === 'role') return wrongInFirst(site, giving, typed)
  // The department is none of another actor's: that is asked with the rest.
  return step === 'of' || step === 'check' ? wrongInRole(site, people, giving, typed) : []
}

const isAsked = async (going: Going, step: Step): Promise<boolean> =>
  step === 'role' || step === 'check' || (await fieldsIn(going, step)).length > 0

const stepPage = async (going: Going, step: Step, wrong: readonly Wrong[]): Promise<Html> => {
  const { site, people, flow, giving, typed } = going
  const { text } = site
  const fields = await fieldsIn(going, step)
  const own = step === 'role' ? ['role', 'world', 'where'] : fields.map((field) => field.name)
  const kept = ['name', 'address', 'language', ...roleFields].filter((name) => !own.includes(name))
  const body =
    step === 'check'
      ? html`${flow.checkLead === undefined ? html`` : html`<p>${flow.checkLead}</p>`}<dl class="checked">${flow.who?.said(typed) ?? html``}${await roleChecked(site, people, await roleTyped(people, giving, typed))}</dl>`
      : step === 'role'
        ? firstStep(site, giving, typed, wrong)
        : fieldsHtml(site, fields, typed, wrong)
  const kicker =
    flow.kicker ??
    (step !== 'who' && typed.name
      ? text.rich('giveRole.to', { name: inLanguage(typed.name, null) })
      : undefined)
  return html`${await frame(site, {
    title: flow.title,
    description: flow.description,
    path: flow.path,
    crumbs: flow.crumbs,
    wrong,
    body: html`<header class="head">${kicker === undefined ? html`` : html`<p class="kicker">${kicker}</p>`}<h1>${step === 'check' ? flow.checkTitle : flow.title}</h1></header>
<form class="entry" method="post" action="${addressOf(site, flow.path)}" novalidate>${hiddenFields(typed, kept)}${body}
<input type="hidden" name="step" value="${step}">
<p class="buttons"><button type="submit" name="go" value="on">${step === 'check' ? flow.button : text('giveRole.next')}</button>${step === 'check' ? html` <button type="submit" name="go" value="back" class="second">${text('giveRole.back')}</button>` : html``}</p></form>`,
  })}`
}

/** The first thing that is asked, with what is known already. */
export const beginFlow = async (asking: Asking, flow: Flow, typed: TypedRole = {}): Promise<Html> => {
  const going = { ...asking, flow, giving: await asking.people.showGiving(), typed }
  return stepPage(going, flow.who === undefined ? 'role' : 'who', [])
}

/** Goes on with what was sent: the next step, the same again with what is wrong, or the end of it. */
export const goOn = async (c: Context, asking: Asking, flow: Flow): Promise<Response> => {
  const typed: TypedRole = await readPosted(c, asking.site)
  const going: Going = { ...asking, flow, giving: await asking.people.showGiving(), typed }
  if (typed.go === 'back') return c.html(await beginFlow(asking, flow, typed))
  // A program sends all of it at once.
  const sent = steps.indexOf((typed.step ?? 'check') as Step)
  for (const step of steps.slice(0, sent + 1)) {
    const wrong = await wrongIn(going, step)
    if (wrong.length === 0) continue
    // What is wrong with the whole is put right where its field is asked.
    const fields = await fieldsIn(going, 'department')
    const shown = wrong.some(({ field }) => fields.some(({ name }) => name === field))
      ? 'department'
      : step === 'check' || !(await isAsked(going, step))
        ? 'role'
        : step
    return answerWrong(c, asking.site, wrong, () => stepPage(going, shown, wrong))
  }
  if (sent === steps.length - 1) {
    const role = await roleTyped(asking.people, going.giving, typed)
    const done = await flow.finish(typed, role)
    return Array.isArray(done) ? answerWrong(c, asking.site, done, () => stepPage(going, 'role', done)) : done
  }
  for (const step of steps.slice(sent + 1))
    if (await isAsked(going, step)) return c.html(await stepPage(going, step, []))
  return c.html(await stepPage(going, 'check', []))
}

export const saidField = (site: Site, label: Parameters<Site['text']>[0], said: Html | string): Html =>
  html`<div><dt>${site.text(label)}</dt><dd>${said}</dd></div>`
