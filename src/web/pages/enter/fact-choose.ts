// The start of one fact: whose it is and of which kind; and the frame all pages of its form stand in.
import type { Context } from 'hono'
import { mayEnterOf } from '../../../accounts/may.ts'
import type { TypedFact } from '../../../facts/typed-fact.ts'
import { answerWrong } from '../../forms/answered.ts'
import { byField, errorSummary, titleOf, type Wrong } from '../../forms/errors.ts'
import { type Field, fieldHtml } from '../../forms/field.ts'
import { issueWords } from '../../forms/issue-words.ts'
import { type Html, html } from '../../html.ts'
import { layout } from '../../layout.ts'
import { addressOf, type Site } from '../../site.ts'
import { kindGroups } from './kind-groups.ts'
import { enteredNotice } from './start.ts'
import { actorField, nobodyToEnter, permitActor } from './whose.ts'

/** Where a fact is typed, from its start to its check. */
export const factNewPath = '/enter/facts/new'

/** A page of the form. `wrong`: what is wrong in it; true: it was not taken for another reason. */
export const frame = (
  site: Site,
  title: string,
  heading: string,
  wrong: readonly (Wrong | true)[],
  body: Html,
) =>
  layout(site, {
    title: titleOf(site, title, wrong),
    description: site.text('newFact.new.description'),
    path: factNewPath,
    hasTwins: false,
    crumbs: [{ label: site.text('enter.nav'), path: '/enter' }, { label: heading }],
    part: 'enter',
    body: html`${errorSummary(
      site,
      wrong.filter((one) => one !== true),
    )}${body}`,
  })

/** Whether somebody writes for an actor that has a promise to carry out. */
const isCarryingOut = async ({ person, world, data }: Site): Promise<boolean> => {
  if (person.as !== 'person') return false
  const promised = await data.listPromisers()
  return promised.some((actor) => mayEnterOf(person, 'fact', { world, actor }))
}

const choosePage = async (site: Site, given: TypedFact, wrong: readonly Wrong[]): Promise<Html> => {
  const { text } = site
  const title = text('newFact.new')
  const head = html`<header class="head"><h1>${title}</h1>${enteredNotice(site)}</header>`
  const kinds = await site.data.enter.listFactKinds()
  const actor = await actorField(site, 'fact', text('newFact.who'))
  if (actor === undefined) return frame(site, title, title, [], html`${head}${nobodyToEnter(site, 'fact')}`)
  const fields: Field[] = [
    actor,
    {
      as: 'select',
      name: 'kind',
      label: text('newFact.kind'),
      isNeeded: true,
      hint: text('newFact.kind.hint'),
      options: [{ value: '', label: text('begin.choose') }],
      groups: kindGroups(site, kinds, await isCarryingOut(site)),
    },
  ]
  const filled = { typed: given, wrong: byField(wrong) }
  return frame(
    site,
    title,
    title,
    wrong,
    html`${head}
<form class="entry" method="get" action="${addressOf(site, factNewPath)}" novalidate>${fields.map((field) => fieldHtml(site, field, filled))}
<p class="buttons"><button type="submit">${text('begin.next')}</button></p></form>`,
  )
}

/** Asks for actor and kind, or says what is wrong with those given. Throws `not-permitted` for another's actor. */
export const choose = async (c: Context, site: Site, given: TypedFact): Promise<Response> => {
  await permitActor(site, 'fact', given.actor ?? '')
  if (given.kind === undefined || given.actor === undefined) return c.html(await choosePage(site, given, []))
  const kinds = await site.data.enter.listFactKinds()
  const wrong: Wrong[] = []
  if ((await site.data.findActor(given.actor)) === undefined)
    wrong.push({
      field: 'actor',
      label: site.text('newFact.who'),
      words: issueWords(site, { field: 'actor', message: 'No such actor', found: given.actor }),
    })
  if (!Object.hasOwn(kinds, given.kind))
    wrong.push({ field: 'kind', label: site.text('newFact.kind'), words: site.text('issue.kind') })
  return answerWrong(c, site, wrong, () => choosePage(site, given, wrong))
}
