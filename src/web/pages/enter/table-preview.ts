// What would become of a table's rows: counted first, then the first of each sort with their rows, then what was not read.
import { evidenceSays } from '../../../indicators/names.ts'
import type { LeftOut } from '../../../mappings/beside.ts'
import type { FieldChange } from '../../../mappings/settle.ts'
import type { RowFate, TableSummary } from '../../../mappings/tally.ts'
import type { TableLooked } from '../../data/tables.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'
import { reasonWords } from './table-words.ts'

/** More corrections than these are read in the list of all rows. */
const mostShown = 10

type Column = { label: string; isNumber?: boolean }

/** A table that stacks where it is narrow; the first cell of a row is its heading. */
const stacked = (caption: string, columns: readonly Column[], rows: readonly (readonly Html[])[]): Html =>
  html`<table role="table" class="plain stacks"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row">${columns.map(({ label }) => html`<th role="columnheader" scope="col">${label}</th>`)}</tr></thead><tbody role="rowgroup">${rows.map(
    ([first, ...others]) =>
      html`<tr role="row"><th role="rowheader" scope="row">${first}</th>${others.map((cell, at) => {
        const { label, isNumber = false } = columns[at + 1]!
        return html`<td role="cell"${isNumber ? html` class="num"` : nothing} data-label="${label}"><span>${cell}</span></td>`
      })}</tr>`,
  )}</tbody></table>`

const rowList = (site: Site, rows: readonly number[]): Html => html`${site.format.list(rows.map(String))}`

const counted = (site: Site, { summary, rows }: TableLooked): Html => {
  const { text, format } = site
  const fates: [RowFate['fate'] & ('new' | 'held' | 'correction' | 'kept' | 'left-out'), number][] = [
    ['new', summary.rows.new],
    ['held', summary.rows.held],
    ['correction', summary.rows.corrected],
    ['kept', summary.rows.kept],
    ['left-out', summary.rows.leftOut],
  ]
  return stacked(
    text('tables.preview'),
    [
      { label: text('tables.fate') },
      { label: text('tables.rows'), isNumber: true },
      { label: text('tables.such') },
    ],
    fates
      .filter(([, count]) => count > 0)
      .map(([fate, count]) => [
        html`${text(`tables.fate.${fate}`)}<span class="block quiet">${text(`tables.fate.${fate}.means`)}</span>`,
        html`${format.number(count)}`,
        rowList(site, rows[fate] ?? []),
      ]),
  )
}

const section = (title: string, id: string, body: Html): Html =>
  html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>\n`

const moreLine = (site: Site, count: number): Html =>
  count <= 0 ? nothing : html`<p class="quiet">${site.text('tables.more', { count })}</p>`

const firstFacts = (site: Site, { first, toStore, waiting }: TableLooked): Html => {
  const { text } = site
  if (first.length === 0) return nothing
  const rows = first.map(({ row, actorName, draft }) => [
    html`${text('tables.rowNumber', { row })}`,
    inLanguage(actorName, null),
    html`${site.voice.names.kind(draft.kind)}<span class="block quiet">${evidenceSays(site.voice, draft)}</span>`,
  ])
  const columns = [
    { label: text('tables.row') },
    { label: text('tables.whose') },
    { label: text('tables.says') },
  ]
  return section(
    text('tables.first'),
    'first',
    html`${stacked(text('tables.first'), columns, rows)}${moreLine(site, toStore + waiting - first.length)}`,
  )
}

const leftOutTable = (site: Site, caption: string, leftOut: readonly LeftOut[]): Html => {
  const { text, format } = site
  return leftOut.length === 0
    ? nothing
    : stacked(
        caption,
        [
          { label: text('tables.reason') },
          { label: text('tables.rows'), isNumber: true },
          { label: text('tables.such') },
        ],
        leftOut.map(({ reason, rows, examples }) => [
          reasonWords(site, reason),
          html`${format.number(rows)}`,
          rowList(site, examples),
        ]),
      )
}

const valueWords = (site: Site, value: unknown): Html =>
  value === null || value === undefined
    ? html`–`
    : typeof value === 'number'
      ? html`${site.format.number(value)}`
      : inLanguage((typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 120), null)

const changeWords = (site: Site, fields: readonly FieldChange[]): Html =>
  html`${fields.map(
    ({ field, was, now }) =>
      html`<span class="block"><b>${site.voice.names.field(field)}</b>: ${site.text.rich('tables.change', { was: valueWords(site, was), now: valueWords(site, now) })}</span>`,
  )}`

const corrections = (site: Site, { summary }: TableLooked): Html => {
  const { text } = site
  if (summary.corrections.length === 0) return nothing
  const title = text('tables.fate.correction')
  const columns = [
    { label: text('tables.row') },
    { label: text('enter.fact') },
    { label: text('tables.differs') },
  ]
  const rows = summary.corrections
    .slice(0, mostShown)
    .map(({ row, id, fields }) => [
      html`${text('tables.rowNumber', { row })}`,
      html`<code>${id}</code>`,
      changeWords(site, fields),
    ])
  return section(
    title,
    'corrected',
    html`${stacked(title, columns, rows)}${moreLine(site, summary.facts.corrections - rows.length)}`,
  )
}

const kept = (site: Site, { summary }: TableLooked): Html => {
  const { text } = site
  if (summary.kept.length === 0) return nothing
  const title = text('tables.fate.kept')
  const columns = [
    { label: text('tables.row') },
    { label: text('enter.fact') },
    { label: text('tables.reason') },
  ]
  const rows = summary.kept
    .slice(0, mostShown)
    .map(({ row, id, fields, why }) => [
      html`${text('tables.rowNumber', { row })}`,
      html`<code>${id}</code>`,
      html`${reasonWords(site, why)}${changeWords(site, fields)}`,
    ])
  return section(
    title,
    'kept',
    html`${stacked(title, columns, rows)}${moreLine(site, summary.facts.kept - rows.length)}`,
  )
}

const leftOut = (site: Site, { summary }: TableLooked): Html => {
  const { text, format } = site
  if (summary.leftOut.length === 0) return nothing
  const title = text('tables.fate.left-out')
  const names = summary.names.slice(0, mostShown)
  const columns = [
    { label: text('tables.name') },
    { label: text('tables.rows'), isNumber: true },
    { label: text('tables.reason') },
    { label: text('tables.near') },
  ]
  return section(
    title,
    'left-out',
    html`${leftOutTable(site, title, summary.leftOut)}${
      names.length === 0
        ? nothing
        : html`<h3>${text('tables.names')}</h3>${stacked(
            text('tables.names'),
            columns,
            names.map(({ name, rows, why, near }) => [
              inLanguage(name, null),
              html`${format.number(rows)}`,
              // Only the name is missing from the reason here: it stands beside it.
              reasonWords(site, why === 'No actor held has this name' ? `${why}: ${name}` : why),
              near.length === 0
                ? html`–`
                : inLanguage(near.map((one) => `${one.name} (${one.id})`).join(', '), null),
            ]),
          )}${moreLine(site, summary.names.length - names.length)}`
    }`,
  )
}

const gone = (site: Site, { gone: { facts, examples } }: TableSummary): Html => {
  const { text } = site
  if (facts === 0) return nothing
  const shown = examples.slice(0, mostShown)
  return section(
    text('tables.gone'),
    'gone',
    html`<p>${text('tables.gone.lead', { count: facts })}</p><ul>${shown.map(({ id, kind }) => html`<li><code>${id}</code> (${site.voice.names.kind(kind)})</li>`)}</ul>${moreLine(site, facts - shown.length)}`,
  )
}

const beside = (site: Site, summary: TableSummary): Html => {
  const { text } = site
  if (summary.beside.length === 0) return nothing
  return section(
    text('tables.beside'),
    'beside',
    html`${summary.beside.map(
      (one) =>
        html`<p>${text('tables.beside.counted', { file: one.file, count: one.read, used: one.used, leftOut: one.read - one.used })}</p>${leftOutTable(site, one.file, one.leftOut)}`,
    )}`,
  )
}

const edition = (site: Site, { files, unread, received }: TableSummary): Html => {
  const { text } = site
  return section(
    text('tables.edition'),
    'edition',
    html`${received === null ? nothing : html`<p>${text('tables.receivedOn.is', { date: site.format.date(received.on) })}</p>`}
<ul>${files.map(({ name, sha256 }) => html`<li>${text.rich('tables.digest', { file: inLanguage(name, null) })} <code>${sha256}</code></li>`)}</ul>
${unread.length === 0 ? nothing : html`<p class="quiet">${text.rich('tables.unread', { columns: inLanguage(unread.join(', '), null) })}</p>`}`,
  )
}

/** The counts in a sentence: what the table comes to. */
export const countsLine = (site: Site, looked: TableLooked): Html => {
  const { text } = site
  const { rows, facts } = looked.summary
  const { toStore, waiting, isDrafted } = looked
  const would =
    toStore === 0
      ? text('tables.wouldNothing')
      : isDrafted
        ? text('tables.wouldAsk', { count: toStore })
        : text('tables.wouldRecord', { count: toStore })
  return html`<p class="lead">${would}${facts.corrections === 0 || toStore === 0 ? nothing : html` ${text('tables.inPlace', { count: facts.corrections })}`}</p>
<p>${text('tables.counted', { count: rows.read, made: rows.new, held: rows.held, corrected: rows.corrected, kept: rows.kept, leftOut: rows.leftOut })} ${waiting === 0 ? nothing : text('tables.waitsAlready', { count: waiting })} ${text('recommendations.nothingYet')}</p>`
}

/** What would become of every row, in sections; nothing of it is stored. */
export const previewBody = (site: Site, looked: TableLooked): Html =>
  html`${counted(site, looked)}
${firstFacts(site, looked)}${corrections(site, looked)}${kept(site, looked)}${leftOut(site, looked)}${gone(site, looked.summary)}${beside(site, looked.summary)}${edition(site, looked.summary)}`
