// The blocks of a document as a part of a page: the same words as in its PDF, in the site's own looks.
import type { Block, Cell, Column, Picture, Row, Run, Table } from '../../../documents/block.ts'
import { plain } from '../../../documents/run.ts'
import { type Html, html, inLanguage, nothing, ownMarkup } from '../../html.ts'

const oneRun = (run: Run): Html => {
  const said = run.language === undefined ? html`${run.text}` : inLanguage(run.text, run.language)
  const toned = run.strong === true ? html`<strong>${said}</strong>` : said
  return run.link === undefined ? toned : html`<a href="${run.link}" rel="external noreferrer">${toned}</a>`
}

const inline = (runs: readonly Run[]): Html => html`${runs.map(oneRun)}`

/** Words that came as markup would be escaped as text: only what we drew goes in as it is. */
// A picture as wide as a sheet has words too small for a narrow screen: there it keeps its size within its own frame.
const widestWhole = 120

const picture = ({ svg, alt, widthMm }: Picture): Html => {
  const label = alt.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const frame =
    widthMm > widestWhole
      ? html` class="chart report-picture scrolls" tabindex="0" aria-label="${alt}"`
      : html` class="chart report-picture"`
  return html`<figure${frame}>${ownMarkup(svg.replace('<svg ', () => `<svg role="img" aria-label="${label}" `))}</figure>`
}

// "2 of 3" is not parted over two lines.
const mostShort = 10
const isShort = (cell: Cell): boolean => 'runs' in cell && plain(cell.runs).length <= mostShort

const cellOf = (cell: Cell, column: Column): Html => {
  const end = column.align === 'end' ? html` class="end num"` : nothing
  return html`<td role="cell"${end} data-label="${plain(column.head)}"><span${isShort(cell) ? html` class="short"` : nothing}>${'picture' in cell ? picture(cell.picture) : inline(cell.runs)}</span></td>`
}

const rowOf = (row: Row, columns: readonly Column[]): Html =>
  'group' in row
    ? html`<tr role="row"><th role="rowheader" scope="rowgroup" colspan="${columns.length}">${inline(row.group)}</th></tr>`
    : html`<tr role="row">${row.cells.map((cell, i) => cellOf(cell, columns[i]!))}</tr>`

/** A longer table is folded: its caption opens it; on paper it is open. */
const mostOpen = 6
/** A table longer than this is folded on a narrow screen alone, where each of its rows is as high as a table of it elsewhere. */
const mostOpenNarrow = 2

/** What a fold holds: neither the headings among the rows nor the parts of what stands above them are entries. */
const countEntries = (rows: readonly Row[]): number =>
  rows.filter((row) => 'cells' in row && row.isPart !== true).length

const tableOf = (table: Table, before: string): Html => {
  const { caption, rows } = table
  const whole = plainTable(table, before)
  return rows.length <= mostOpenNarrow
    ? whole
    : html`<details class="report-fold${rows.length <= mostOpen ? ' rest' : ''}"><summary>${caption.length === 0 ? before : inline(caption)} <span class="quiet num">(${String(countEntries(rows))})</span></summary>${whole}</details>`
}

const plainTable = ({ caption, columns, rows }: Table, before: string): Html =>
  html`<table role="table" class="plain stacks report-table"><caption${caption.length === 0 ? html` class="vh"` : nothing}>${caption.length === 0 ? before : inline(caption)}</caption><thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col"${column.align === 'end' ? html` class="end"` : nothing}>${inline(column.head)}</th>`)}</tr></thead><tbody role="rowgroup">${rows.map((row) => rowOf(row, columns))}</tbody></table>`

type Heading = Block & { kind: 'heading' }

/** What stands below a chapter at once is a part of it, however small a document sets it. */
const headingOf = ({ runs, level }: Heading, id: string, above: Heading | undefined): Html => {
  const words = inline(runs)
  if (level === 1) return html`<h2 id="${id}">${words}</h2>`
  return level === 2 || above?.level === 1
    ? html`<h3 id="${id}">${words}</h3>`
    : html`<h4 id="${id}">${words}</h4>`
}

/** `above`: the heading above, whose words name a table that has no caption of its own. */
const blockOf = (block: Block, id: string, above: Heading | undefined): Html => {
  switch (block.kind) {
    case 'heading':
      return headingOf(block, id, above)
    case 'paragraph':
      return block.style === 'figure'
        ? html`<p class="report-figure num">${inline(block.runs)}</p>`
        : html`<p${block.style === 'note' ? html` class="quiet"` : nothing}>${inline(block.runs)}</p>`
    case 'verbatim':
      return html`<blockquote class="verbatim">${inline(block.runs)}</blockquote>`
    case 'pictures':
      return html`${block.pictures.map(picture)}`
    case 'table':
      return tableOf(block, above === undefined ? '' : plain(above.runs))
    case 'facts':
      return html`<dl class="rule">${block.rows.map(({ label, value }) => html`<dt>${inline(label)}</dt><dd>${inline(value)}</dd>`)}</dl>`
    case 'box':
      return html`<div class="notice">${block.blocks.map(({ runs }) => html`<p>${inline(runs)}</p>`)}</div>`
    case 'keep':
      return blocksHtml(block.blocks, `${id}-`, above)
    case 'commentary':
      return html`<p><strong>${inline(block.title)}</strong></p>${block.entries.map(({ runs, by }) => html`<blockquote class="comment"><p>${inline(runs)}</p><p class="where">${inline(by)}</p></blockquote>`)}`
  }
}

/** The heading that decides how deep the next one may be: the last chapter, or part of one, before it. */
const lastHeading = (blocks: readonly Block[]): Heading | undefined => {
  const found = blocks
    .flatMap((block) => (block.kind === 'keep' ? block.blocks : [block]))
    .findLast((block) => block.kind === 'heading' && block.level < 3)
  return found?.kind === 'heading' ? found : undefined
}

/** `blocks` one after another; headings have the ids `<prefix>1`, `<prefix>2` and so on, by their places. */
export const blocksHtml = (blocks: readonly Block[], prefix: string, above?: Heading): Html =>
  html`${blocks.map((block, i) => blockOf(block, `${prefix}${i + 1}`, lastHeading(blocks.slice(0, i)) ?? above))}`

/** The chapters with the ids of their headings. */
export const chaptersOf = (blocks: readonly Block[], prefix: string): { id: string; runs: Html }[] =>
  blocks.flatMap((block, i) =>
    block.kind === 'heading' && block.level === 1
      ? [{ id: `${prefix}${i + 1}`, runs: inline(block.runs) }]
      : [],
  )
