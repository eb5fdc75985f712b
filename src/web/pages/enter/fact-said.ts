// What a fact says, as its pages list it: parties by name, yes and no in the page's language; who will have to approve it,
// and what about its parties may be an oversight.

import type { FieldSpec, KindSpec } from '../../../facts/kind.ts'
import { listTyped } from '../../../facts/list-field.ts'
import { factsNamed, piecesOf } from '../../../facts/prose.ts'
import { writtenRows } from '../../../facts/rows-field.ts'
import { fieldsOfFact, type TypedFact } from '../../../facts/typed-fact.ts'
import type { OwnerShown } from '../../data/approval.ts'
import type { EnteredFact } from '../../data/enter.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { nameStates } from '../../names.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'
import { figureWords, whenWords } from '../ministry-words.ts'
import { ownerName } from './approval.ts'
import { choiceLabel, tierTyped } from './fact-fields.ts'

/** The fields in which actors are named. */
const actorFields = ['body.parties', 'body.counterparts', 'body.beneficiaries']

const actorsNamed = async (site: Site, typed: TypedFact): Promise<[string, string][]> => {
  const ids = [...new Set(actorFields.flatMap((field) => listTyped(typed[field])))]
  const found = await Promise.all(ids.map(async (id) => [id, await site.data.findActor(id)] as const))
  const held = found.flatMap(([id, actor]) => (actor === undefined ? [] : [{ id, actor }]))
  const named = await nameStates(site, held)
  return named.map(({ id, actor }) => [id, actor.name])
}

/** What a fact names by codes and ids. */
export type Called = {
  /** Actors in the page's language, facts and parts of instruments by their words. */
  things: ReadonlyMap<string, string>
  /** The facts that stand in its prose by their ids. */
  inProse: ReadonlyMap<string, EnteredFact>
}

/** The fields whose figures are put in by the ids of facts. */
const proseFields = ({ checks = [] }: Pick<KindSpec, 'checks'>): string[] =>
  checks.flatMap((check) => ('prose' in check ? [`body.${check.prose}`] : []))

const factsInProse = async (
  site: Site,
  kind: Pick<KindSpec, 'checks'>,
  typed: TypedFact,
): Promise<ReadonlyMap<string, EnteredFact>> => {
  const ids = new Set(proseFields(kind).flatMap((field) => factsNamed(typed[field] ?? '')))
  const actor = typed.actor ?? ''
  const found = await Promise.all(
    [...ids].map(
      async (id) =>
        (await site.data.enter.findFact({ id, actor })) ?? (await site.data.enter.findFact({ id })),
    ),
  )
  const held = found.flatMap((fact) => (fact === undefined ? [] : [[fact.id, fact] as const]))
  return new Map(held)
}

/** What a fact names, as pages call it. What is not held stands as typed. */
export const thingsCalled = async (
  site: Site,
  { fields, checks }: Pick<KindSpec, 'fields' | 'checks'>,
  typed: TypedFact,
): Promise<Called> => {
  const namesOthers = Object.entries(fields).some(
    ([name, { ref }]) => ref !== undefined && Boolean(typed[`body.${name}`]?.trim()),
  )
  const choices = namesOthers
    ? await site.data.enter.listFactChoices({
        kind: typed.kind ?? '',
        actor: typed.actor ?? '',
        id: typed.id ?? '',
      })
    : {}
  const things = new Map([
    ...Object.values(choices).flatMap(({ options }) =>
      options.map((one): [string, string] => [
        one.value,
        one.isOnItsWay === true ? choiceLabel(site, one) : one.label,
      ]),
    ),
    ...(await actorsNamed(site, typed)),
  ])
  return { things, inProse: await factsInProse(site, { checks }, typed) }
}

/** A fact in the prose of another: its figure, or what it is called; the id that stands for it is told when it is asked for. */
const factInProse = (site: Site, id: string, { inProse }: Called): Html => {
  const fact = inProse.get(id)
  if (fact === undefined)
    return html`<strong class="wrong-words">${site.text('cooperation.notHeld', { id })}</strong>`
  const fields = Object.entries(fact.body).map(([name, value]) => ({
    name,
    value: value as string,
    unit: null,
  }))
  const figure = figureWords(site, { fields }, 'quantity') ?? figureWords(site, { fields }, 'target')
  return html`<a href="${addressOf(site, `/enter/facts/${encodeURIComponent(id)}`)}" title="${fact.title}"><b>${figure ?? inLanguage(fact.title, 'en')}</b></a>`
}

const proseSaid = (site: Site, typed: string, called: Called): Html =>
  html`<span class="lines">${piecesOf(typed).map((piece) =>
    'text' in piece ? inLanguage(piece.text, null) : factInProse(site, piece.fact, called),
  )}</span>`

const rowsShown = (site: Site, typed: string): Html => {
  const rows = writtenRows(typed) ?? []
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return html`<table class="plain"><thead><tr>${columns.map((column) => html`<th scope="col">${site.voice.names.field(column)}</th>`)}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr>${columns.map((column) => html`<td>${inLanguage(site.voice.names.entry(column, String(row[column] ?? '')), null)}</td>`)}</tr>`,
  )}</tbody></table>`
}

const dateFields = ['date', 'from', 'until', 'known_from', 'source.date']

/** ">120" as "more than 120"; undefined for what is no figure with a comparator. */
const comparedWords = (site: Site, spec: FieldSpec | undefined, typed: string): Html | undefined => {
  const [, comparator, number] = /^(<=|>=|<|>|~)\s*(\d+(?:\.\d+)?)$/.exec(typed.trim()) ?? []
  return spec?.comparator !== true || number === undefined
    ? undefined
    : site.text.rich(`ministry.comparator.${comparator}` as TextKey, {
        value: site.format.number(Number(number)),
      })
}

/** One field as it is said: a code, a date or a figure as what it stands for, everything else as typed. */
export const saidField = (
  site: Site,
  kind: Pick<KindSpec, 'fields' | 'checks'>,
  [name, typed]: readonly [string, string],
  called: Called,
): Html => {
  const field = name.replace(/^body\./, '')
  const spec: FieldSpec | undefined = name.startsWith('body.') ? kind.fields[field] : undefined
  if (spec?.type === 'boolean' && (typed === 'yes' || typed === 'no'))
    return html`${site.text(`newFact.${typed}`)}`
  if (dateFields.includes(name) || spec?.type === 'date')
    return html`${whenWords(site, { held: typed.trim(), fields: [] })}`
  if (name === 'language') return html`${site.format.language(typed.trim())}`
  const compared = comparedWords(site, spec, typed)
  if (compared !== undefined) return compared
  if (spec?.oneOf?.includes(typed)) return html`${site.voice.names.entry(field, typed)}`
  if (spec?.type === 'rows') return rowsShown(site, typed)
  if (proseFields(kind).includes(name)) return proseSaid(site, typed, called)
  if (spec?.lines === true) return html`<span class="lines">${inLanguage(typed, null)}</span>`
  if (spec?.ref !== undefined && spec.type !== 'list')
    return inLanguage(called.things.get(typed.trim()) ?? typed, null)
  if (!actorFields.includes(name) && spec?.type !== 'list' && spec?.ref === undefined)
    return inLanguage(typed, null)
  return html`${listTyped(typed).map((one, at) => html`${at === 0 ? nothing : '; '}${inLanguage(called.things.get(one) ?? one, null)}`)}`
}

/** What it says first, then when, by which source, in which words. */
export const fieldsInOrder = (kind: KindSpec): string[] => {
  const all = fieldsOfFact(kind)
  const isBody = (name: string) => name.startsWith('body.')
  return [...all.filter(isBody), ...all.filter((name) => !isBody(name))]
}

/** One field as it was typed, the words it rests on as a quotation in their language. */
export const typedField = (
  site: Site,
  kind: Pick<KindSpec, 'fields' | 'checks'>,
  { name, words, language }: { name: string; words: string; language: string | undefined },
  called: Called,
): Html => {
  if (name === 'quotation') return html`<q class="quote">${inLanguage(words, language?.trim() || null)}</q>`
  return name === 'tier' ? html`${tierTyped(site, words)}` : saidField(site, kind, [name, words], called)
}

/** Who will have to approve it, each by name. */
export const ownersLine = (site: Site, owners: readonly OwnerShown[]): Html =>
  owners.length === 0
    ? nothing
    : html`<p>${site.text.rich('factDraft.owners', { owners: html`${owners.map((one, at) => html`${at === 0 ? nothing : ', '}${ownerName(site, one)}`)}` })}</p>`

/** What about its parties is no mistake and may still be an oversight, beside the field it is about. */
export const partyCautions = (
  site: Site,
  typed: TypedFact,
  { owners, notHeld }: { owners: readonly OwnerShown[]; notHeld: readonly string[] },
): Html => {
  const { text } = site
  const [only] = owners
  const isAlone = typed['body.joint']?.trim() === 'yes' && owners.length === 1 && only !== undefined
  const said = [
    ...(notHeld.length > 0
      ? [text.rich('factDraft.notHeld', { names: inLanguage(notHeld.join('; '), null) })]
      : []),
    ...(isAlone ? [text.rich('factDraft.alone', { owner: ownerName(site, only) })] : []),
  ]
  return said.length === 0
    ? nothing
    : html`<div class="notice">${said.map((words) => html`<p>${words}</p>`)}</div>`
}
