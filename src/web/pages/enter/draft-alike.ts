// The drafts that came with one: a list of what each says, and one button for all of them.
import type { KindSpec } from '../../../facts/kind.ts'
import { listText, listTyped } from '../../../facts/list-field.ts'
import { evidenceSays } from '../../../indicators/names.ts'
import { problem } from '../../../problem.ts'
import type { DraftAlike, FactDraftShown, FactNamed } from '../../data/approval.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { groupsOfFact, labelIn } from './fact-fields.ts'
import { type Called, fieldsInOrder, thingsCalled, typedField } from './fact-said.ts'

/** What a form asks of several at once. */
export const togetherSteps = ['approve-all', 'publish-all'] as const

/** A kind with what the things are called that drafts of it name. */
export type KindCalled = { kind: KindSpec & { name: string }; called: Called }

/** The same for every kind of which drafts are listed, asked once a kind. */
export const kindsCalled = async (
  site: Site,
  drafts: readonly DraftAlike[],
): Promise<Map<string, KindCalled>> => {
  const specs = await site.data.enter.listFactKinds()
  const byKind = [...Map.groupBy(drafts, ({ kind }) => kind)].flatMap(([name, ofKind]) => {
    const spec = specs[name]
    return spec === undefined ? [] : [{ name, spec, ofKind }]
  })
  const called = byKind.map(async ({ name, spec, ofKind }): Promise<[string, KindCalled]> => {
    const fields = new Set(ofKind.flatMap(({ typed }) => Object.keys(typed)))
    const ids = [...fields].map((field) => [
      field,
      listText(ofKind.flatMap(({ typed }) => listTyped(typed[field]))),
    ])
    const all = { ...Object.fromEntries(ids), kind: name, actor: ofKind[0]!.typed.actor ?? '' }
    return [name, { kind: { ...spec, name }, called: await thingsCalled(site, spec, all) }]
  })
  return new Map(await Promise.all(called))
}

type Named = { draftId: string; revision: number }

/**
 * What a form asks of several drafts at once: of `own`, on whose page it stands, and those it lists; undefined where it asks
 * something of one. Throws `usage` for a list that is none.
 */
export const togetherIn = (
  posted: Readonly<Record<string, string>>,
  own: Named,
): { step: 'approve' | 'publish'; drafts: Named[] } | undefined => {
  const step = togetherSteps.find((one) => one === posted.step)
  if (step === undefined) return undefined
  const others = (posted.alike ?? '').split(' ').filter((one) => one !== '')
  const drafts = others.map((one): Named => {
    const [, draftId, revision] = /^([0-9a-f-]{36}):(\d{1,9})$/.exec(one) ?? []
    if (draftId === undefined)
      throw problem('usage', `"alike" names each draft as its id, a colon and its revision; found "${one}".`)
    return { draftId, revision: Number(revision) }
  })
  // In the order in which they were begun: what names another comes after it.
  const all = [own, ...drafts].sort((one, other) => (one.draftId < other.draftId ? -1 : 1))
  return { step: step === 'approve-all' ? 'approve' : 'publish', drafts: all }
}

/** What a list says beside the fields: whose each is, and what it takes the place of. */
const isSaid = (name: string): boolean => ['id', 'actor', 'kind', 'supersedes', 'retracts'].includes(name)

/** What all that are alike have in common stands on the page already: by which document they are. */
const isOfDocument = (name: string): boolean => name.startsWith('source.')

/** Every field typed of one, in the order of its kind; its document too, where that is not the same for all. */
export const typedOf = (
  site: Site,
  { typed, withdraws }: DraftAlike,
  { kind, called }: KindCalled,
  { withDocument = false }: { withDocument?: boolean } = {},
): Html => {
  // What only a correction is asked may stand in a withdrawal too: sent by a program, it is shown all the same.
  const groups = [
    ...(withdraws === null ? [] : groupsOfFact(site, kind, 'withdraw')),
    ...groupsOfFact(site, kind, 'correct'),
  ]
  const order = fieldsInOrder(kind)
  const given = Object.entries(typed)
    .filter(([name, words]) => words.trim() !== '' && !isSaid(name) && (withDocument || !isOfDocument(name)))
    .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
  return html`<dl class="fields">${given.map(
    ([name, words]) =>
      html`<div><dt>${labelIn(groups, name) ?? name}</dt><dd>${typedField(site, kind, { name, words, language: typed.language }, called)}</dd></div>`,
  )}</dl>`
}

const namedLine = (site: Site, kind: string, key: 'replaces' | 'withdraws', fact: FactNamed | null): Html => {
  if (fact === null) return nothing
  const link =
    fact.body === null
      ? inLanguage(fact.id, null)
      : html`<a href="${addressOf(site, `/enter/facts/${encodeURIComponent(fact.id)}`)}">${inLanguage(evidenceSays(site.voice, { kind, body: fact.body }), fact.language)}</a>`
  return html`<p>${site.text.rich(key === 'withdraws' ? 'alike.withdraws' : 'alike.replaces', { fact: link })}</p>`
}

/** The part of a draft's page with those that came with it; nothing where none wait for the same. */
export const alikeSection = async (site: Site, shown: FactDraftShown, action: string): Promise<Html> => {
  const { alike } = shown
  if (alike === null) return nothing
  const { text, voice } = site
  const { step, drafts, left } = alike
  const kinds = await kindsCalled(site, drafts)
  const count = drafts.length
  const withdrawals =
    drafts.filter(({ withdraws }) => withdraws !== null).length + (shown.typed.retracts?.trim() ? 1 : 0)
  const row = (one: DraftAlike, i: number): Html => {
    const known = kinds.get(one.kind)
    const says =
      one.withdraws === null
        ? html`<p>${inLanguage(evidenceSays(voice, { kind: one.kind, body: one.body }), one.language)}</p>`
        : nothing
    return html`<tr role="row"><th role="rowheader" scope="row"><a href="${addressOf(site, `/enter/facts/drafts/${one.draftId}`)}">${voice.names.kind(one.kind)}${count === 1 ? nothing : html` <span class="num">${site.format.number(i + 1)}</span>`}</a></th><td role="cell" data-label="${text('alike.says')}"><div>${says}${namedLine(site, one.kind, 'withdraws', one.withdraws)}${namedLine(site, one.kind, 'replaces', one.replaces)}${known === undefined ? nothing : typedOf(site, one, known)}</div></td></tr>`
  }
  return html`<section aria-labelledby="alike"><h2 id="alike">${text('alike.title')} <span class="num">${site.format.number(count + left)}</span></h2>
<p>${text(step === 'approve' ? 'alike.lead.approve' : 'alike.lead.publish', { count: count + left })} ${text('alike.document')}${left === 0 ? nothing : html` ${text('alike.left', { count, left })}`}</p>
<table role="table" class="plain stacks"><caption class="vh">${text('alike.title')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('alike.what')}</th><th role="columnheader" scope="col">${text('alike.says')}</th></tr></thead><tbody role="rowgroup">${drafts.map(row)}</tbody></table>
${withdrawals === 0 ? nothing : html`<div class="notice"><p>${text('alike.withdrawals', { count: withdrawals })}</p></div>`}
<form class="entry" method="post" action="${action}" novalidate><input type="hidden" name="revision" value="${String(shown.revision)}"><input type="hidden" name="alike" value="${drafts.map(({ draftId, revision }) => `${draftId}:${revision}`).join(' ')}"><p class="buttons"><button type="submit" name="step" value="${step}-all">${text(step === 'approve' ? 'alike.approve' : 'alike.publish', { count: count + 1 })}</button></p></form></section>`
}
