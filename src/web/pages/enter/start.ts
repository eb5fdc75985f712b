// Where entering begins: a report or a fact, what is on its way, and what was entered.
import { z } from '@hono/zod-openapi'
import { englishVoice, evidenceSays } from '../../../indicators/names.ts'
import type { FactDraftListed } from '../../data/approval.ts'
import type { DraftListed, EnteredFact } from '../../data/enter.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { enteredSchema } from '../../schemas/enter.ts'
import { addressOf, type Site } from '../../site.ts'
import { tierMark } from '../../tier-mark.ts'
import type { TwinPage } from '../../twin.ts'
import { historyPath } from '../history/parts.ts'
import { afterAsked, toldLine } from './told.ts'
import { completePath, declaresAny, leadsAnywhere } from './whose.ts'

const none = z.object({})
type None = z.output<typeof none>
const asked = afterAsked.extend({
  thing: z
    .string()
    .regex(/^(fact|report)-draft:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional()
    .openapi({ description: 'The draft that its reader has just given up' }),
})
type Asked = z.output<typeof asked>
type Loaded = {
  drafts: DraftListed[]
  draftCount: number
  factDrafts: FactDraftListed[]
  facts: EnteredFact[]
  /** The draft that its reader gave up and can look back at: what the address says, where it is so. */
  discarded: string | undefined
}

/** Whether what is entered carries the mark of having been entered here: at the desk, about real States. */
export const isMarked = (site: Site): boolean => site.world === 'register' && site.person.as !== 'person'

/**
 * What to know before anyone begins: of real States the mark of what is entered here, in a fictional world the day it is
 * there. Days on which something is done here are those of the calendar in both.
 */
export const enteredNotice = (site: Site): Html =>
  site.world === 'exercise'
    ? html`<p class="notice">${site.text('enter.worldsDay', { date: site.format.date(site.today()) })}</p>`
    : !isMarked(site)
      ? nothing
      : html`<p class="notice">${site.text.rich('enter.markedLead', {
          mark: html`<span class="entered">${site.text('enter.marked')}</span>`,
        })}</p>`

/** The day of an instant, in words. */
export const dayOf = (site: Site, instant: string): string => site.format.date(instant.slice(0, 10))

const draftRow = (site: Site, draft: DraftListed): Html => {
  const { text } = site
  const { actorName: name, title, coversYear: year } = draft
  return html`<tr><th scope="row">${inLanguage(name, null)}</th><td>${inLanguage(title, 'en')}</td><td class="num">${String(year)}</td><td>${dayOf(site, draft.changedAt)}</td><td><a href="${addressOf(site, `/enter/reports/${draft.draftId}`)}" aria-label="${text('enter.continueWith', { name, title, year })}">${text('enter.continue')}</a></td></tr>`
}

/** Drafts as a table. */
export const draftTable = (site: Site, drafts: readonly DraftListed[]): Html => {
  const { text } = site
  return html`<table class="plain"><caption class="vh">${text('enter.drafts')}</caption><thead><tr><th scope="col">${text('enter.state')}</th><th scope="col">${text('enter.report')}</th><th scope="col">${text('enter.year')}</th><th scope="col">${text('enter.changed')}</th><th scope="col">${text('enter.actions')}</th></tr></thead><tbody>${drafts.map((draft) => draftRow(site, draft))}</tbody></table>`
}

/** What can be done about a fact entered here: nothing where something newer has replaced it. */
export const factActions = (site: Site, fact: EnteredFact): Html => {
  const { text } = site
  if (fact.isReplaced) return html`<span class="quiet">${text('enter.replaced')}</span>`
  if (fact.retracts !== null) return html`<span class="quiet">${text('enter.withdrawal')}</span>`
  // A form records for everyone: it changes nothing that not everyone sees.
  if (fact.tier !== 'public') return nothing
  const asked = { actor: fact.actor, kind: fact.kind }
  const { kind: title } = site.voice.names
  const named = `${title(fact.kind)}, ${fact.actorName}: ${evidenceSays(site.voice, fact)}`
  return html`<a href="${addressOf(site, '/enter/facts/new', { ...asked, supersedes: fact.id })}" aria-label="${`${text('enter.correct')}: ${named}`}">${text('enter.correct')}</a> · <a href="${addressOf(site, '/enter/facts/new', { ...asked, retracts: fact.id })}" aria-label="${`${text('enter.withdraw')}: ${named}`}">${text('enter.withdraw')}</a>`
}

/** Facts on their way as a table; nothing at the desk, where a fact is recorded at once. */
const factDraftSection = (site: Site, drafts: readonly FactDraftListed[]): Html => {
  const { text } = site
  if (drafts.length === 0 && site.person.as !== 'person') return nothing
  return html`<section aria-labelledby="fact-drafts"><h2 id="fact-drafts">${text('factDraft.list')}</h2>
${
  drafts.length === 0
    ? html`<p>${text('factDraft.none')}</p>`
    : html`<table class="plain"><caption class="vh">${text('factDraft.list')}</caption><thead><tr><th scope="col">${text('waiting.of')}</th><th scope="col">${text('enter.fact')}</th><th scope="col">${text('enter.changed')}</th><th scope="col">${text('enter.actions')}</th></tr></thead><tbody>${drafts.map(
        (one) =>
          html`<tr><th scope="row">${inLanguage(one.actorName, null)}</th><td>${site.voice.names.kind(one.kind)}<span class="block quiet">${evidenceSays(site.voice, one)}</span></td><td>${dayOf(site, one.changedAt)}</td><td><a href="${addressOf(site, `/enter/facts/drafts/${one.draftId}`)}" aria-label="${text('factDraft.openWhich', { kind: site.voice.names.kind(one.kind), name: one.actorName })}">${text('factDraft.open')}</a></td></tr>`,
      )}</tbody></table>`
}</section>`
}

const factRow = (site: Site, fact: EnteredFact): Html =>
  html`<tr><th scope="row">${inLanguage(fact.actorName, null)}</th><td><a href="${addressOf(site, `/enter/facts/${fact.id}`)}">${site.voice.names.kind(fact.kind)}</a><span class="block quiet">${evidenceSays(site.voice, fact)}</span>${fact.entered ? html`<span class="entered">${site.text('enter.marked')}</span>` : nothing}${tierMark(site, fact)}</td><td>${dayOf(site, fact.recordedAt)}</td><td>${factActions(site, fact)}</td></tr>`

/** The forms that lead somewhere for whoever reads. */
const doors = (site: Site): Html => {
  const { text } = site
  const all = [
    { entered: 'report', path: '/enter/reports/new', words: 'enter.chooseReport' },
    { entered: 'fact', path: '/enter/facts/new', words: 'enter.chooseFact' },
    { entered: 'fact', path: '/enter/tables', words: 'enter.chooseTable' },
  ] as const
  const open = all.filter(({ entered }) => leadsAnywhere(site, entered))
  const declaring = declaresAny(site)
    ? html`<li><h2><a href="${addressOf(site, completePath)}">${text('declare.title')}</a></h2><p>${text('declare.door.lead')}</p></li>\n`
    : nothing
  return open.length === 0 && declaring === nothing
    ? nothing
    : html`<ul class="enter-doors" role="list">${open.map(
        ({ path, words }) =>
          html`<li><h2><a href="${addressOf(site, path)}">${text(words)}</a></h2><p>${text(`${words}.lead`)}</p></li>\n`,
      )}${declaring}</ul>`
}

/** That a draft has gone, and where it can be brought back. */
const discardedLine = (site: Site, thing: string): Html =>
  toldLine(
    html`${site.text('told.discard')} <a href="${addressOf(site, historyPath(thing))}">${site.text('told.discard.history')}</a>`,
  )

/** The draft named in the address, where it was given up and its reader may look back at it. */
const findDiscarded = async (site: Site, { after, thing }: Asked): Promise<string | undefined> => {
  if (after !== 'discard' || thing === undefined) return undefined
  const { enter, history } = site.data
  if ((await history.lookBack(thing)) === undefined) return undefined
  const [kind, id = ''] = thing.split(':')
  const isGone = kind === 'fact-draft' ? await enter.wasFactDraftDiscarded(id) : await enter.wasDiscarded(id)
  return isGone ? thing : undefined
}

const page = (
  site: Site,
  { drafts, draftCount, factDrafts, facts, discarded }: Loaded,
): Html | Promise<Html> => {
  const { text } = site
  return layout(site, {
    title: text('enter.title'),
    description: text('enter.description'),
    path: '/enter',
    crumbs: [{ label: text('enter.nav') }],
    part: 'enter',
    body: html`${discarded === undefined ? nothing : discardedLine(site, discarded)}<header class="head"><h1>${text('enter.title')}</h1><p>${text('enter.lead')}</p>${site.person.as === 'person' ? html`<p><a href="${addressOf(site, '/waiting')}">${text('waiting.title')}</a></p>` : nothing}${enteredNotice(site)}</header>
${doors(site)}
<section aria-labelledby="drafts"><h2 id="drafts">${text('enter.drafts')}</h2>
${drafts.length === 0 ? html`<p>${text('enter.drafts.none')}</p>` : draftTable(site, drafts)}${draftCount > drafts.length ? html`<p>${text('enter.drafts.listed', { n: drafts.length, N: draftCount })}</p>` : nothing}</section>
${factDraftSection(site, factDrafts)}
<section aria-labelledby="facts"><h2 id="facts">${text('enter.facts')}</h2>
${
  facts.length === 0
    ? html`<p>${text('enter.facts.none')}</p>`
    : html`<table class="plain"><caption class="vh">${text('enter.facts')}</caption><thead><tr><th scope="col">${text('enter.state')}</th><th scope="col">${text('enter.fact')}</th><th scope="col">${text('enter.recorded')}</th><th scope="col">${text('enter.actions')}</th></tr></thead><tbody>${facts.map((fact) => factRow(site, fact))}</tbody></table>`
}</section>
<p class="quiet">${text('enter.byFile')}</p>`,
  })
}

export const enterPage: TwinPage<None, Asked, Loaded> = {
  path: '/enter',
  summary: 'Reports on their way and facts entered here',
  params: none as unknown as z.ZodType<None>,
  query: asked,
  data: enteredSchema,
  load: async (site, { query }) => {
    const { drafts, count: draftCount } = await site.data.enter.listOpenDrafts()
    return {
      drafts,
      draftCount,
      factDrafts: await site.data.enter.listFactDrafts(),
      facts: await site.data.enter.listEnteredFacts(),
      discarded: await findDiscarded(site, query),
    }
  },
  page: (site, loaded) => page(site, loaded),
  json: ({ drafts, draftCount, factDrafts, facts }) => ({ drafts, draftCount, factDrafts, facts }),
  csv: ({ drafts, factDrafts, facts }) => ({
    columns: ['what', 'id', 'actor', 'title', 'covers_year', 'says', 'entered', 'changed_at', 'tier'],
    rows: [
      ...drafts.map((one) => [
        'draft',
        one.draftId,
        one.actor,
        one.title,
        one.coversYear,
        null,
        null,
        one.changedAt,
        null,
      ]),
      ...factDrafts.map((one) => [
        'fact draft',
        one.draftId,
        one.actor,
        one.title,
        null,
        evidenceSays(englishVoice, one),
        null,
        one.changedAt,
        null,
      ]),
      ...facts.map((one) => [
        'fact',
        one.id,
        one.actor,
        one.title,
        null,
        one.says,
        one.entered,
        one.recordedAt,
        one.tier,
      ]),
    ],
  }),
}
