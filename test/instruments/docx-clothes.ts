// The draft as DOCX documents, written with the "docx" library in the layouts such plans are published in.
import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import { type DraftAction, draftParts, draftTitle } from './clothes.ts'

const numbering = {
  config: [
    {
      reference: 'sections',
      levels: [{ level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.', alignment: AlignmentType.START }],
    },
    {
      reference: 'paragraphs',
      levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }],
    },
    {
      reference: 'actions',
      levels: [{ level: 0, format: LevelFormat.DECIMAL, text: 'Action #%1', alignment: AlignmentType.START }],
    },
    {
      reference: 'letters',
      levels: [{ level: 0, format: LevelFormat.LOWER_LETTER, text: '(%1)', alignment: AlignmentType.START }],
    },
  ],
}

const header = new Header({ children: [new Paragraph('APLC/CONF/2024/PM.2/WP.3')] })
const footer = new Footer({
  children: [
    new Paragraph({ children: [new TextRun('Page '), new TextRun({ children: [PageNumber.CURRENT] })] }),
  ],
})

const pack = async (
  children: (Paragraph | Table)[],
  footnotes: Record<string, { children: Paragraph[] }> = {},
) => {
  const sections = [{ headers: { default: header }, footers: { default: footer }, children }]
  return new Uint8Array(await Packer.toBuffer(new Document({ numbering, footnotes, sections })))
}

const listed = (
  reference: string,
  text: string,
  heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel],
) =>
  new Paragraph({ text, numbering: { reference, level: 0 }, ...(heading === undefined ? {} : { heading }) })

const notes = {
  1: { children: [new Paragraph('Issued in the clothes of a test, without formal editing.')] },
}

/** Headings by style, all numbers counted by Word, indicators as bullets; header, footer and a footnote. */
export const headingsDocx = () =>
  pack(
    [
      new Paragraph({
        heading: HeadingLevel.TITLE,
        children: [new TextRun(draftTitle), new FootnoteReferenceRun(1)],
      }),
      ...draftParts().flatMap((part) => [
        listed('sections', part.title, HeadingLevel.HEADING_1),
        ...part.paragraphs.map((text) => listed('paragraphs', text)),
        ...part.list.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
        ...part.actions.flatMap((action) => [
          listed('actions', '', HeadingLevel.HEADING_2),
          new Paragraph(action.text),
          new Paragraph({ children: [new TextRun({ text: 'Indicators', bold: true })] }),
          ...action.indicators.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
        ]),
      ]),
    ],
    notes,
  )

const cell = (children: Paragraph[], options: object = {}) => new TableCell({ children, ...options })
const headerRow = () =>
  new TableRow({
    tableHeader: true,
    children: ['Action', 'Indicators'].map((text) =>
      cell([new Paragraph({ children: [new TextRun({ text, bold: true })] })]),
    ),
  })

/** Headings by look (bold), and a table a section: Action | Indicators, several paragraphs a cell. */
export const tablesDocx = () =>
  pack([
    new Paragraph({ children: [new TextRun({ text: draftTitle, bold: true, size: 32 })] }),
    ...draftParts().flatMap((part) => [
      new Paragraph({ children: [new TextRun({ text: part.heading, bold: true })] }),
      ...part.paragraphs.map((text) => listed('paragraphs', text)),
      ...(part.actions.length === 0
        ? []
        : [
            new Table({
              rows: [
                headerRow(),
                ...part.actions.map(
                  (action) =>
                    new TableRow({
                      children: [
                        cell([
                          new Paragraph({
                            children: [new TextRun({ text: `Action #${action.number}`, bold: true })],
                          }),
                          new Paragraph(action.text),
                        ]),
                        cell(action.indicators.map((text) => new Paragraph(text))),
                      ],
                    }),
                ),
              ],
            }),
          ]),
    ]),
  ])

const mergedRows = (action: DraftAction) =>
  action.indicators.map(
    (text, i) =>
      new TableRow({
        children: [
          cell(i === 0 ? [new Paragraph(String(action.number))] : [new Paragraph('')], {
            verticalMerge: i === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
          }),
          cell(i === 0 ? [new Paragraph(action.text)] : [new Paragraph('')], {
            verticalMerge: i === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
          }),
          cell([new Paragraph(text)]),
        ],
      }),
  )

/** One table for the whole plan: a row across it heads each section, actions merged over a row for each indicator. */
export const mergedDocx = () =>
  pack([
    new Paragraph({ text: draftTitle, heading: HeadingLevel.TITLE }),
    new Table({
      rows: [
        new TableRow({
          tableHeader: true,
          children: ['No.', 'Action', 'Indicators'].map((text) => cell([new Paragraph(text)])),
        }),
        ...draftParts().flatMap((part) => [
          new TableRow({
            children: [
              cell([new Paragraph({ children: [new TextRun({ text: part.heading, bold: true })] })], {
                columnSpan: 3,
              }),
            ],
          }),
          ...part.actions.flatMap(mergedRows),
        ]),
      ],
    }),
  ])
