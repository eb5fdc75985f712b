// A document as DOCX with real styles, headings, captions, footnotes and fields, so that a secretariat edits it further.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { directionOf } from '../words/locale.ts'
import type {
  Block,
  Cell,
  Column,
  Commentary,
  DocumentView,
  Facts,
  Picture,
  Row,
  Run,
  Table as TableBlock,
} from './block.ts'
import { sameEachTime } from './docx-container.ts'
import { runsOf } from './docx-runs.ts'
import { stylesFor } from './docx-styles.ts'
import { pngOf, preparePng } from './png.ts'
import { plain } from './run.ts'

const twipsPerMm = 1440 / 25.4
const pixelsPerMm = 96 / 25.4
const margin = { top: 26, bottom: 22, left: 22, right: 22 }
/** Width of the text on A4, in twips. */
const textWidth = Math.round((210 - margin.left - margin.right) * twipsPerMm)
const thin = { style: BorderStyle.SINGLE, size: 3, color: '999999' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

const pictureOf = (picture: Picture): ParagraphChild =>
  new ImageRun({
    type: 'png',
    data: pngOf(picture.svg, picture.widthMm),
    transformation: { width: picture.widthMm * pixelsPerMm, height: picture.heightMm * pixelsPerMm },
    altText: { name: 'picture', description: picture.alt, title: picture.alt.slice(0, 120) },
  })

const isRightToLeft = (runs: readonly Run[]): boolean =>
  runs.length > 0 && runs.every((run) => run.language !== undefined && directionOf(run.language) === 'rtl')

const cellParagraph = (cell: Cell, column: Column, style: string, language: string): Paragraph =>
  'picture' in cell
    ? new Paragraph({ style, children: [pictureOf(cell.picture)] })
    : new Paragraph({
        style,
        bidirectional: isRightToLeft(cell.runs),
        alignment: column.align === 'end' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: runsOf(cell.runs, language),
      })

const borders = { top: thin, bottom: thin, left: none, right: none }

const tableOf = (table: TableBlock, language: string): (Paragraph | Table)[] => {
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0)
  const widths = table.columns.map((column) => Math.round((column.width / whole) * textWidth))
  const style = table.small ? 'TableSmall' : 'TableText'
  const width = (i: number) => ({ size: widths[i]!, type: WidthType.DXA })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      (column, i) =>
        new TableCell({
          width: width(i),
          borders,
          children: [cellParagraph({ runs: column.head }, column, 'TableHead', language)],
        }),
    ),
  })
  const rowOf = (row: Row): TableRow =>
    'group' in row
      ? new TableRow({
          cantSplit: true,
          keepNext: true,
          children: [
            new TableCell({
              columnSpan: table.columns.length,
              borders,
              shading: { fill: 'EDEDED' },
              children: [new Paragraph({ style: 'TableHead', children: runsOf(row.group, language) })],
            }),
          ],
        })
      : new TableRow({
          cantSplit: true,
          children: row.cells.map(
            (cell, i) =>
              new TableCell({
                width: width(i),
                borders,
                children: [cellParagraph(cell, table.columns[i]!, style, language)],
              }),
          ),
        })
  return [
    ...(table.caption.length === 0
      ? []
      : [new Paragraph({ style: 'Caption', children: runsOf(table.caption, language) })]),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: { top: 40, bottom: 40, left: 60, right: 80 },
      rows: [head, ...table.rows.map(rowOf)],
    }),
    new Paragraph({ style: 'TableText', children: [] }),
  ]
}

const factsOf = (facts: Facts, language: string): Table =>
  new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [2600, textWidth - 2600],
    layout: TableLayoutType.FIXED,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: facts.rows.map(
      ({ label, value }) =>
        new TableRow({
          cantSplit: true,
          children: [label, value].map(
            (runs, i) =>
              new TableCell({
                width: { size: i === 0 ? 2600 : textWidth - 2600, type: WidthType.DXA },
                margins: { top: 30, bottom: 30, left: 0, right: 80 },
                children: [new Paragraph({ style: 'TableText', children: runsOf(runs, language) })],
              }),
          ),
        }),
    ),
  })

/** The committee's words; where there are none, a paragraph of that style to type into. */
const commentaryOf = (block: Commentary, language: string): Paragraph[] => [
  new Paragraph({ style: 'CommentaryTitle', children: runsOf(block.title, language) }),
  ...(block.entries.length === 0
    ? [new Paragraph({ style: 'CommitteeCommentary', children: [] })]
    : block.entries.flatMap((entry) => [
        new Paragraph({ style: 'CommitteeCommentary', children: runsOf(entry.runs, language) }),
        new Paragraph({ style: 'Remark', children: runsOf(entry.by, language) }),
      ])),
]

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }
const paragraphStyles = { body: 'Normal', lead: 'Lead', figure: 'Figure', note: 'Remark' }

const blockOf = (block: Block, language: string): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: headingLevels[block.level],
          pageBreakBefore: block.level === 1 && block.samePage !== true,
          children: runsOf(block.runs, language),
        }),
      ]
    case 'paragraph':
      return [new Paragraph({ style: paragraphStyles[block.style], children: runsOf(block.runs, language) })]
    case 'verbatim':
      return [new Paragraph({ style: 'PlanText', children: runsOf(block.runs, language) })]
    case 'pictures':
      return [new Paragraph({ keepNext: true, children: block.pictures.map(pictureOf) })]
    case 'table':
      return tableOf(block, language)
    case 'facts':
      return [factsOf(block, language)]
    case 'box':
      return block.blocks.map(
        (one) => new Paragraph({ style: 'Notice', children: runsOf(one.runs, language) }),
      )
    case 'keep':
      // Their styles keep them with what follows.
      return block.blocks.flatMap((one) => blockOf(one, language))
    case 'commentary':
      return commentaryOf(block, language)
  }
}

/** "Page {n} of {N}" with its places as fields. */
const pageFields = (words: string): TextRun =>
  new TextRun({
    size: 16,
    children: words
      .split(/(\{n\}|\{N\})/)
      .map((part) => (part === '{n}' ? PageNumber.CURRENT : part === '{N}' ? PageNumber.TOTAL_PAGES : part)),
  })

const coverOf = ({ cover, language, words }: DocumentView): (Paragraph | Table | TableOfContents)[] => [
  ...cover.notices.map((notice) => new Paragraph({ style: 'Notice', children: runsOf(notice, language) })),
  new Paragraph({ style: 'Kicker', children: runsOf(cover.kicker, language) }),
  new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(cover.title, language) }),
  new Paragraph({ style: 'Subtitle', children: runsOf(cover.subtitle, language) }),
  factsOf(cover.facts, language),
  new Paragraph({ children: [] }),
  ...cover.about.map((one) => new Paragraph({ style: 'Remark', children: runsOf(one.runs, language) })),
  new Paragraph({ style: 'ContentsTitle', pageBreakBefore: true, children: [new TextRun(words.contents)] }),
  new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2' }),
]

/** The bytes of the file. */
export const docxOf = async (view: DocumentView): Promise<Uint8Array> => {
  await preparePng()
  const { language, running } = view
  const file = new Document({
    title: view.title,
    subject: plain(view.cover.subtitle),
    description: view.subject,
    creator: view.author,
    lastModifiedBy: view.author,
    styles: stylesFor(language, textWidth),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: Math.round(210 * twipsPerMm), height: Math.round(297 * twipsPerMm) },
            margin: {
              top: Math.round(margin.top * twipsPerMm),
              bottom: Math.round(margin.bottom * twipsPerMm),
              left: Math.round(margin.left * twipsPerMm),
              right: Math.round(margin.right * twipsPerMm),
            },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph({ children: [] })] }),
          default: new Header({
            children: [
              new Paragraph({
                tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
                border: { bottom: thin },
                children: [
                  new TextRun({ text: `${running.start}\t${running.end}`, size: 16, color: '555555' }),
                ],
              }),
            ],
          }),
        },
        footers: {
          first: new Footer({
            children: [
              new Paragraph({ alignment: AlignmentType.RIGHT, children: [pageFields(view.words.page)] }),
            ],
          }),
          default: new Footer({
            children: [
              new Paragraph({ alignment: AlignmentType.RIGHT, children: [pageFields(view.words.page)] }),
            ],
          }),
        },
        children: [...coverOf(view), ...view.blocks.flatMap((block) => blockOf(block, language))],
      },
    ],
  })
  return sameEachTime(new Uint8Array(await Packer.toBuffer(file)), view.date)
}
