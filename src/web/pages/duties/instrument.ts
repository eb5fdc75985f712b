// All duties of a treaty, plan or pledge: each with its rule in words, its own words, and how many stand where.
import { z } from '@hono/zod-openapi'
import { problem } from '../../../problem.ts'
import type { Duty } from '../../../rules/duty-form.ts'
import type { DutySetShown, DutyShown } from '../../data/duties.ts'
import { countLooks, dutyField, dutyShapes, dutyWord, fieldOf } from '../../duty-marks.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { markShapes, proportionBar } from '../../marks.ts'
import { idAsked } from '../../schemas/asked.ts'
import { dutySetSchema } from '../../schemas/duties.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TwinPage } from '../../twin.ts'
import { usualSpan } from './asked.ts'
import { meaningList } from './list.ts'
import { articleWords, dutySource, dutyWords, instrumentCrumb, instrumentName } from './parts.ts'
import { limitWords, metWords, owedByWords, unmetWords, whenWords } from './rule-words.ts'
import { calendarLink, calendarSection, dutiesCalendar } from './subscribe.ts'

const params = z.object({ instrument: idAsked })
type Params = z.output<typeof params>
const query = z.object({})
type None = z.output<typeof query>

type Loaded = { set: DutySetShown; asOf: string; from: string; until: string; duties: DutyShown[] }

/** The duties of an instrument, or a refusal that names those there are. */
export const findSet = async (site: Site, instrument: string): Promise<DutySetShown> => {
  const sets = await site.data.listDutySets()
  const set = sets.find((one) => one.instrument === instrument)
  if (set === undefined)
    throw problem(
      'not-found',
      `No duties are held for "${instrument}"; they are for ${sets.map((one) => one.instrument).join(', ')}.`,
    )
  return set
}

const load = async (site: Site, { params: { instrument } }: { params: Params }): Promise<Loaded> => {
  const set = await findSet(site, instrument)
  const span = usualSpan(site.today())
  return {
    set,
    asOf: site.today(),
    ...span,
    duties: await site.data.listDuties({ instrument, ...span, withOverdue: true }),
  }
}

/** That nobody can be listed, where no register tells who is bound: no silence of ours is a State's. */
export const boundNotice = (site: Site, { isBoundKnown }: DutySetShown): Html =>
  isBoundKnown ? nothing : html`<p class="notice">${site.text('duties.boundUnknown')}</p>`

/** Where those that owe it stand, as a bar with its legend; those of whom it is not known counted apart. */
export const standing = (site: Site, set: DutySetShown, duties: readonly DutyShown[]): Html => {
  const { text, format } = site
  const known = duties.filter((duty) => duty.applies === 'yes')
  const unknown = duties.length - known.length
  const looks = countLooks(known)
  return html`${
    looks.length === 0
      ? nothing
      : html`${proportionBar(looks.map(({ look, count }) => ({ state: fieldOf(look), members: count })))}<ul class="legend" role="list">${looks.map(
          ({ look, count }) =>
            html`<li>${dutyField(look)} <b class="num">${format.number(count)}</b> ${dutyWord(site, look)}</li>`,
        )}</ul>`
  }${unknown === 0 ? nothing : html`<p class="quiet">${text('duties.appliesUnknown', { count: unknown })}</p>`}${duties.length === 0 && set.isBoundKnown ? html`<p class="quiet">${text('duties.nobody')}</p>` : nothing}`
}

/** The rule of a duty in words, and its own words. */
export const ruleSection = (site: Site, set: DutySetShown, duty: Duty): Html => {
  const { text, voice } = site
  const owedBy = owedByWords(site, duty)
  const met = metWords(site, duty)
  const open = unmetWords(site, duty)
  const { basis } = duty
  return html`${dutyWords({ words: duty.words, language: set.language })}<p class="where">${dutySource({ source: { title: set.sourceTitle, address: set.address, place: duty.source }, language: set.language })}</p>
<dl class="duty-rule"><div><dt>${text('duty.rule.when')}</dt><dd>${whenWords(site, set, duty).map((one) => html`<p>${one}</p>`)}</dd></div>
<div><dt>${text('duty.rule.who')}</dt><dd>${owedBy ?? text('duty.rule.everyone')}${duty.responsible === undefined ? nothing : html` ${text('duties.responsible', { who: voice.names.ours(duty.responsible) })}`}${limitWords(site, duty).map((one) => html`<p>${one}</p>`)}</dd></div>
<div><dt>${text('duty.rule.met')}</dt><dd>${met ?? text('duty.rule.nothingTells')}</dd></div>${open === undefined ? nothing : html`<div><dt>${text('duty.rule.open')}</dt><dd>${open}</dd></div>`}${
    basis === undefined
      ? nothing
      : html`<div><dt>${text('duty.rule.basis')}</dt><dd>${basis.address === undefined ? basis.title : html`<a href="${basis.address}" rel="external noreferrer">${basis.title}</a>`}${basis.quotation === undefined ? nothing : html`<br>${inLanguage(basis.quotation, set.language)}`}</dd></div>`
  }${duty.note === undefined ? nothing : html`<div><dt>${text('duty.rule.note')}</dt><dd>${voice.names.ours(duty.note)}</dd></div>`}</dl>`
}

const dutySection = (site: Site, { set, duties }: Loaded, duty: Duty): Html => {
  const path = `/duties/${set.instrument}/${duty.id}`
  const own = duties.filter((one) => one.duty === `${set.instrument}/${duty.id}`)
  return html`<section class="duty-block" aria-labelledby="duty-${duty.id}"><h2 id="duty-${duty.id}"><a href="${addressOf(site, path)}">${site.voice.names.ours(duty.title)}</a> <span class="quiet">${articleWords(site, duty.article)}</span></h2>
${standing(site, set, own)}
${ruleSection(site, set, duty)}</section>`
}

const page = (site: Site, loaded: Loaded): Html | Promise<Html> => {
  const { text, format } = site
  const { set, from, until } = loaded
  const instrument = site.voice.names.ours(set.title)
  const span = { from: format.date(from), until: format.date(until) }
  return layout(site, {
    title: text('duties.of', { title: instrument }),
    description: text('duties.of.description', { title: instrument, count: set.duties.length }),
    path: `/duties/${set.instrument}`,
    crumbs: [
      { label: text('duties.crumb'), path: '/duties' },
      instrumentCrumb(site, set.title, set.language),
    ],
    part: 'duties',
    hasCalendar: true,
    body: html`${markShapes}${dutyShapes}<header class="head"><p class="kicker">${text('duties.crumb')}</p><h1>${text.rich('duties.of', { title: instrumentName(site, set.title, set.language) })}</h1>
<p class="lead">${text('duties.of.lead', { count: set.duties.length })}</p>
<p>${text('duties.asOf')} <b><time datetime="${loaded.asOf}">${format.date(loaded.asOf)}</time></b> · ${text('duties.counted', span)}</p>
<p><a href="${addressOf(site, '/duties', { instrument: set.instrument })}">${text('duties.byDate')}</a> · ${calendarLink(site)}</p>${boundNotice(site, set)}</header>
${set.duties.map((duty) => dutySection(site, loaded, duty))}
${meaningList(site, loaded.duties)}
${calendarSection(site, `/duties/${set.instrument}`)}`,
  })
}

export const dutiesOfPage: TwinPage<Params, None, Loaded> = {
  path: '/duties/{instrument}',
  summary: 'The duties of a treaty, plan or pledge',
  params: params as unknown as z.ZodType<Params>,
  query,
  data: dutySetSchema,
  example: async (site) => {
    const [set] = await site.data.listDutySets()
    return set === undefined ? undefined : `/duties/${set.instrument}`
  },
  load,
  page,
  calendar: async (site, { params: { instrument }, ...asked }) => {
    const { title, isBoundKnown } = await findSet(site, instrument)
    const what = site.voice.names.ours(title)
    const path = `/duties/${instrument}`
    return dutiesCalendar(site, { ...asked, what, isBoundKnown, scope: { instrument }, path })
  },
  json: ({ set: { titles: _, ...set }, duties, ...span }) => ({
    ...span,
    ...set,
    duties: set.duties.map((duty) => ({
      ...duty,
      standing: countLooks(
        duties.filter((one) => one.duty === `${set.instrument}/${duty.id}` && one.applies === 'yes'),
      ),
      appliesUnknown: duties.filter(
        (one) => one.duty === `${set.instrument}/${duty.id}` && one.applies === 'unknown',
      ).length,
    })),
  }),
  csv: ({ set, duties }) => ({
    columns: [
      'instrument',
      'duty',
      'title',
      'article',
      'status',
      'applies',
      'count',
      'words',
      'source',
      'place',
    ],
    rows: set.duties.flatMap((duty) =>
      (['yes', 'unknown'] as const).flatMap((applies) =>
        countLooks(
          duties.filter((one) => one.duty === `${set.instrument}/${duty.id}` && one.applies === applies),
        ).map(({ look, count }) => [
          ...[set.instrument, duty.id, duty.title, duty.article, look, applies, count],
          ...[duty.words, set.sourceTitle, duty.source],
        ]),
      ),
    ),
  }),
}
