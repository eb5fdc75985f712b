// Letters that have not gone: given up, tried again, or waiting; with what stood in the way. For administrators.
import { z } from '@hono/zod-openapi'
import type { UnsentLetter } from '../../data/people.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { letterKindKeys } from '../../letter-words.ts'
import { unsentLettersSchema } from '../../schemas/people.ts'
import { addressOf, type Site } from '../../site.ts'
import type { Table, TwinPage } from '../../twin.ts'
import { cell, dayOf, frame, type PeopleFor, plainTable } from './parts.ts'

const path = '/people/letters'
const none = z.object({})
type None = z.output<typeof none>
type Loaded = { letters: UnsentLetter[] }

const stateWords = (site: Site, { state, nextTryAt }: UnsentLetter): string => {
  if (state === 'given-up') return site.text('unsent.givenUp')
  return state === 'waiting'
    ? site.text('letters.state.waiting')
    : site.text('unsent.failed', { date: dayOf(site, nextTryAt), time: nextTryAt.slice(11, 16) })
}

const row = (site: Site, one: UnsentLetter): Html => {
  const { text } = site
  const to =
    one.personId === null
      ? inLanguage(one.address ?? '', null)
      : one.name === null
        ? html`${text('people.left')}`
        : html`<a href="${addressOf(site, `/people/${one.personId}`)}">${inLanguage(one.name, null)}</a>`
  const why = one.trouble === null ? text('unsent.noTrouble') : inLanguage(one.trouble, 'en')
  return html`<tr role="row"><th role="rowheader" scope="row">${text(letterKindKeys[one.kind])}</th>${cell(text('unsent.to'), to)}${cell(text('letters.made'), dayOf(site, one.madeAt))}${cell(text('letters.state'), html`<span class="status">${stateWords(site, one)}</span>`)}${cell(text('unsent.why'), why)}${cell(text('unsent.tries'), html`<span class="num">${site.format.number(one.tries)}</span>`)}</tr>`
}

const page = (site: Site, { letters }: Loaded): Html => {
  const { text } = site
  const n = letters.filter(({ state }) => state === 'given-up').length
  return frame(site, {
    title: text('unsent.title'),
    description: text('unsent.description'),
    path,
    hasTwins: true,
    crumbs: [{ label: text('unsent.title') }],
    body: html`<header class="head"><h1>${text('unsent.title')}</h1><p class="lead">${letters.length === 0 ? text('unsent.none') : text('unsent.lead', { n, N: letters.length })}</p></header>
${plainTable(
  text('unsent.title'),
  [
    ...[text('letters.what'), text('unsent.to'), text('letters.made'), text('letters.state')],
    ...[text('unsent.why'), text('unsent.tries')],
  ],
  letters.map((one) => row(site, one)),
)}${letters.length === 0 ? nothing : html`<p class="quiet">${text('unsent.kept')}</p>`}`,
  })
}

const table = ({ letters }: Loaded): Table => ({
  columns: ['letter', 'kind', 'person', 'address', 'state', 'tries', 'made_at', 'next_try_at', 'trouble'],
  rows: letters.map((one) => [
    ...[one.letterId, one.kind, one.personId, one.address, one.state, one.tries, one.madeAt],
    ...[one.state === 'given-up' ? null : one.nextTryAt, one.trouble],
  ]),
})

/** The letters that have not gone, for administrators. */
export const unsentLettersPage = (peopleFor: PeopleFor): TwinPage<None, None, Loaded> => ({
  path,
  summary: 'Letters that have not gone, and why',
  params: none as unknown as z.ZodType<None>,
  query: none,
  data: unsentLettersSchema,
  refusals: ['sign-in-needed', 'not-permitted'],
  load: async (site) => ({ letters: await peopleFor(site.person).listUnsentLetters() }),
  page,
  json: (loaded) => loaded,
  csv: table,
})
