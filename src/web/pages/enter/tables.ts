// The tables of others that can be brought: what each is of, who publishes it, which files it needs.
import { z } from '@hono/zod-openapi'
import { largestTable, type MappingShown } from '../../data/tables.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { layout } from '../../layout.ts'
import { tablesSchema } from '../../schemas/tables.ts'
import { addressOf, type Site } from '../../site.ts'
import type { TwinPage } from '../../twin.ts'
import { dayOf } from './start.ts'
import { formatWords, tablePath, tablesPath } from './table-words.ts'

const none = z.object({})
type None = z.output<typeof none>

/** Who publishes a table, with the address where anybody can fetch it, and its licence. */
export const publisherWords = (site: Site, { source, licence }: MappingShown): Html => {
  const name =
    source.publisher === null ? html`${site.text('tables.noPublisher')}` : inLanguage(source.publisher, 'en')
  const title = inLanguage(source.title, 'en')
  return html`${name}<span class="block">${source.address === null ? title : html`<a href="${source.address}" rel="external noreferrer">${title}</a>`}</span><span class="block quiet">${site.text.rich('tables.licence', { licence: inLanguage(licence, 'en') })}</span>`
}

export const kindWords = (site: Site, { kinds }: MappingShown): Html =>
  html`${kinds.map((kind) => html`<span class="block">${site.voice.names.kind(kind)}</span>`)}`

/** When a table of it was taken in, which file, and what came of it. */
export const takenLine = (
  site: Site,
  { at, file, recorded, corrected }: MappingShown['taken'][number],
): Html =>
  html`${site.text.rich('tables.taken.line', { date: dayOf(site, at), file: inLanguage(file, null), count: recorded })}${corrected === 0 ? nothing : html`, ${site.text('tables.taken.corrected', { count: corrected })}`}`

const row = (site: Site, one: MappingShown): Html => {
  const { text } = site
  const [newest] = one.taken
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${addressOf(site, tablePath(one.id))}">${site.voice.names.ours(one.title)}</a><span class="block quiet">${site.voice.names.ours(one.reach)}</span>${one.way === 'command' ? html`<span class="block">${text('tables.way.command')}</span>` : nothing}</th><td role="cell" data-label="${text('tables.publisher')}"><span>${publisherWords(site, one)}</span></td><td role="cell" data-label="${text('tables.becomes')}"><span>${kindWords(site, one)}</span></td><td role="cell" data-label="${text('tables.files')}"><span>${text('tables.files.one', { format: formatWords(one.format) })}${one.beside.map(({ title }) => html`<span class="block">${inLanguage(title, 'en')}</span>`)}</span></td><td role="cell" data-label="${text('tables.taken')}"><span>${newest === undefined ? text('tables.taken.never') : takenLine(site, newest)}</span></td></tr>
`
}

const page = (site: Site, mappings: readonly MappingShown[]): Html | Promise<Html> => {
  const { text } = site
  const columns = [
    'tables.table',
    'tables.publisher',
    'tables.becomes',
    'tables.files',
    'tables.taken',
  ] as const
  return layout(site, {
    title: text('enter.chooseTable'),
    description: text('tables.description'),
    path: tablesPath,
    crumbs: [{ label: text('enter.nav'), path: '/enter' }, { label: text('enter.chooseTable') }],
    part: 'enter',
    body: html`<header class="head"><h1>${text('enter.chooseTable')}</h1><p>${text('tables.lead')}</p></header>
<table role="table" class="plain stacks"><caption class="vh">${text('enter.chooseTable')}</caption><thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${text(column)}</th>`)}</tr></thead><tbody role="rowgroup">${mappings.map((one) => row(site, one))}</tbody></table>`,
  })
}

export const tablesPage: TwinPage<None, None, MappingShown[]> = {
  path: tablesPath,
  summary: 'Tables of others that can be brought, with who publishes them and what their rows become',
  params: none as unknown as z.ZodType<None>,
  query: none,
  data: tablesSchema,
  load: (site) => site.data.listMappings(),
  page: (site, mappings) => page(site, mappings),
  json: (mappings) => ({ mappings, largestBytes: largestTable }),
  csv: (mappings) => ({
    columns: [
      ...['id', 'title', 'publisher', 'source_title', 'source_address', 'licence', 'reach'],
      ...['kinds', 'beside', 'taken_at', 'taken_file', 'way'],
    ],
    rows: mappings.map(({ source, taken: [newest], ...one }) => [
      ...[one.id, one.title, source.publisher, source.title, source.address, one.licence, one.reach],
      ...[one.kinds.join('; '), one.beside.map(({ title }) => title).join('; ')],
      ...[newest?.at ?? null, newest?.file ?? null, one.way],
    ]),
  }),
}
