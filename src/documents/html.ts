// A document as one HTML file: no script, no address it asks anything of, its style within it; made to be read and printed.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import { directionOf } from '../words/locale.ts'
import type { Block, Cell, Column, DocumentView, Row, Run, Table } from './block.ts'
import { plain } from './run.ts'

type Markup = ReturnType<typeof html>

const style = readFileSync(new URL('document.css', import.meta.url), 'utf8')

/** What a server has to allow for the document: its own style, and nothing else. */
export const documentPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`

type Notes = { held: Run[][] }

const inVoice = (run: Run): Markup => {
  const words = run.strong === true ? html`<strong>${run.text}</strong>` : html`${run.text}`
  const toned = run.emphasis === true ? html`<em>${words}</em>` : words
  const linked = run.link === undefined ? toned : html`<a href="${run.link}">${toned}</a>`
  return run.language === undefined
    ? linked
    : html`<bdi lang="${run.language}" dir="${directionOf(run.language)}">${linked}</bdi>`
}

const inline = (runs: readonly Run[], notes: Notes): Markup =>
  html`${runs.map((run) => {
    if (run.note === undefined) return inVoice(run)
    notes.held.push(run.note)
    const number = notes.held.length
    return html`${inVoice(run)}<sup><a id="note-mark-${number}" href="#note-${number}">${number}</a></sup>`
  })}`

const picture = (svg: string, alt: string, widthMm: number): Markup => {
  const label = alt.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  // Drawn by pictures.ts, where every word is escaped.
  return html`${raw(svg.replace('<svg ', () => `<svg role="img" aria-label="${label}" width="${widthMm.toFixed(1)}mm" `))}`
}

const cellOf = (cell: Cell, column: Column, notes: Notes): Markup =>
  html`<td${column.align === 'end' ? raw(' class="end"') : ''}>${'picture' in cell ? picture(cell.picture.svg, cell.picture.alt, cell.picture.widthMm) : inline(cell.runs, notes)}</td>`

const rowOf = (row: Row, columns: readonly Column[], notes: Notes): Markup =>
  'group' in row
    ? html`<tr class="group"><th colspan="${columns.length}" scope="rowgroup">${inline(row.group, notes)}</th></tr>`
    : html`<tr>${row.cells.map((cell, i) => cellOf(cell, columns[i]!, notes))}</tr>`

/** Each line that names what follows begins a body of its own. */
const bodies = (rows: readonly Row[]): Row[][] => {
  const all: Row[][] = []
  for (const row of rows) {
    const last = all.at(-1)
    if (last === undefined || 'group' in row) all.push([row])
    else last.push(row)
  }
  return all
}

// A table of more columns may run out of a narrow screen, and is then moved by keyboard too.
const mostColumns = 5

const tableOf = (
  table: Table,
  notes: Notes,
): Markup => html`<div class="table"${table.columns.length > mostColumns ? html` tabindex="0" role="group" aria-label="${plain(table.caption)}"` : ''}><table${table.small ? raw(' class="small"') : ''}>${
  table.caption.length === 0 ? '' : html`<caption>${inline(table.caption, notes)}</caption>`
}<thead><tr>${table.columns.map((column) => html`<th scope="col"${column.align === 'end' ? raw(' class="end"') : ''}>${inline(column.head, notes)}</th>`)}</tr></thead>${bodies(
  table.rows,
).map((rows) => html`<tbody>${rows.map((row) => rowOf(row, table.columns, notes))}</tbody>`)}</table></div>
`

const headingOf = (block: Block & { kind: 'heading' }, id: string, notes: Notes): Markup => {
  const words = inline(block.runs, notes)
  if (block.level === 1)
    return html`<h2 id="${id}"${block.samePage === true ? raw(' class="same-page"') : ''}>${words}</h2>
`
  return block.level === 2
    ? html`<h3 id="${id}">${words}</h3>
`
    : html`<h4 id="${id}">${words}</h4>
`
}

const blockOf = (block: Block, id: string, notes: Notes): Markup => {
  switch (block.kind) {
    case 'heading':
      return headingOf(block, id, notes)
    case 'paragraph':
      return html`<p class="${block.style}">${inline(block.runs, notes)}</p>
`
    case 'verbatim':
      return html`<blockquote>${inline(block.runs, notes)}</blockquote>
`
    case 'pictures':
      return html`<div class="pictures">${block.pictures.map((one) => picture(one.svg, one.alt, one.widthMm))}</div>
`
    case 'table':
      return tableOf(block, notes)
    case 'facts':
      return html`<dl>${block.rows.map(({ label, value }) => html`<div><dt>${inline(label, notes)}</dt><dd>${inline(value, notes)}</dd></div>`)}</dl>
`
    case 'box':
      return html`<div class="box">${block.blocks.map((one) => html`<p>${inline(one.runs, notes)}</p>`)}</div>
`
    case 'keep':
      return html`<div class="keep">${block.blocks.map((one, i) => blockOf(one, `${id}-${i}`, notes))}</div>
`
    case 'commentary':
      return html`<div class="commentary"><p class="title">${inline(block.title, notes)}</p>${
        block.entries.length === 0
          ? html`<p class="empty">${inline(block.empty, notes)}</p>`
          : block.entries.map(
              (entry) =>
                html`<div><p class="words">${inline(entry.runs, notes)}</p><p class="by">${inline(entry.by, notes)}</p></div>`,
            )
      }</div>
`
  }
}

/** The whole file. */
export const htmlOf = (view: DocumentView): string => {
  const notes: Notes = { held: [] }
  const { cover } = view
  const contents = view.blocks.flatMap((block, i) =>
    block.kind === 'heading' && block.inContents ? [{ block, id: `s${i}` }] : [],
  )
  const body = html`<header><p class="running">${view.running.start} · ${view.running.end}</p>
${cover.notices.map((notice) => html`<p class="notice">${inline(notice, notes)}</p>`)}
<p class="kicker">${inline(cover.kicker, notes)}</p><h1>${inline(cover.title, notes)}</h1><p class="subtitle">${inline(cover.subtitle, notes)}</p>
${blockOf(cover.facts, '', notes)}${cover.about.map((paragraph) => blockOf(paragraph, '', notes))}</header>
<nav aria-labelledby="contents"><h2 id="contents">${view.words.contents}</h2><ol>${contents.map(({ block, id }) => html`<li class="level-${block.level}"><a href="#${id}">${inline(block.runs, { held: [] })}</a></li>`)}</ol></nav>
<main>${view.blocks.map((block, i) => blockOf(block, `s${i}`, notes))}</main>`
  const footnotes =
    notes.held.length === 0
      ? ''
      : html`<section class="notes" aria-labelledby="notes"><h2 id="notes">${view.words.notes}</h2><ol>${notes.held.map(
          (note, i) =>
            html`<li id="note-${i + 1}">${inline(note, { held: [] })} <a href="#note-mark-${i + 1}" aria-label="${view.words.back}">↑</a></li>`,
        )}</ol></section>`
  return String(html`<!doctype html>
<html lang="${view.language}" dir="${directionOf(view.language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${view.title}</title>
<meta name="description" content="${view.subject}"><meta name="author" content="${view.author}">
<style>${raw(style)}</style></head>
<body>${body}${footnotes}</body></html>
`)
}
