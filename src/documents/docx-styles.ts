// The styles of a DOCX, by the names a word processor knows: whoever edits it further changes a style, not each paragraph.
import { BorderStyle, type IStylesOptions, LineRuleType, TabStopType } from 'docx'

const sans = 'Calibri'
const quiet = '555555'

/**
 * The styles of a document in `language` whose text is `textWidth` wide. Sizes are half points, spaces and widths
 * twentieths of a point.
 */
export const stylesFor = (language: string, textWidth: number): IStylesOptions => ({
  default: {
    document: {
      run: { font: sans, size: 21, language: { value: language, bidirectional: 'ar', eastAsia: 'zh' } },
      paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: 52, bold: true, font: sans },
      paragraph: { spacing: { before: 120, after: 120 }, keepNext: true },
    },
    heading1: {
      run: { size: 36, bold: true, font: sans, color: '1C1C1C' },
      paragraph: { spacing: { before: 0, after: 200 }, keepNext: true, keepLines: true },
    },
    heading2: {
      run: { size: 26, bold: true, font: sans, color: '1C1C1C' },
      paragraph: { spacing: { before: 400, after: 120 }, keepNext: true, keepLines: true },
    },
    heading3: {
      run: { size: 22, bold: true, font: sans, color: '1C1C1C' },
      paragraph: { spacing: { before: 300, after: 80 }, keepNext: true, keepLines: true },
    },
    caption: {
      run: { size: 18, bold: true, italics: false, color: '1C1C1C' },
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
    footnoteText: { run: { size: 16 } },
    hyperlink: { run: { color: '0B4A53', underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'PlanText',
      name: 'Plan text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        indent: { left: 200 },
        border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: '999999' } },
        keepNext: true,
      },
    },
    {
      id: 'Figure',
      name: 'Figure',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 30 },
      paragraph: { spacing: { before: 120, after: 60 }, keepNext: true },
    },
    {
      id: 'Remark',
      name: 'Remark',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 18, color: quiet },
      paragraph: { keepNext: true },
    },
    { id: 'Lead', name: 'Lead', basedOn: 'Normal', quickFormat: true, paragraph: { keepNext: true } },
    {
      id: 'Notice',
      name: 'Notice',
      basedOn: 'Normal',
      quickFormat: true,
      run: { bold: true, size: 24 },
      paragraph: {
        border: {
          top: { style: BorderStyle.SINGLE, size: 12, space: 6 },
          bottom: { style: BorderStyle.SINGLE, size: 12, space: 6 },
          left: { style: BorderStyle.SINGLE, size: 12, space: 6 },
          right: { style: BorderStyle.SINGLE, size: 12, space: 6 },
        },
        spacing: { after: 240 },
      },
    },
    {
      id: 'Kicker',
      name: 'Kicker',
      basedOn: 'Normal',
      run: { color: quiet, size: 24 },
      paragraph: { spacing: { before: 1600 } },
    },
    { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', quickFormat: true, run: { size: 28 } },
    {
      id: 'CommentaryTitle',
      name: 'Commentary title',
      basedOn: 'Normal',
      next: 'CommitteeCommentary',
      run: { bold: true, size: 19 },
      paragraph: { keepNext: true, spacing: { before: 300, after: 60 } },
    },
    {
      id: 'CommitteeCommentary',
      name: 'Committee commentary',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        border: {
          top: { style: BorderStyle.DASHED, size: 6, space: 6, color: '777777' },
          bottom: { style: BorderStyle.DASHED, size: 6, space: 6, color: '777777' },
          left: { style: BorderStyle.DASHED, size: 6, space: 6, color: '777777' },
          right: { style: BorderStyle.DASHED, size: 6, space: 6, color: '777777' },
        },
      },
    },
    {
      id: 'TableText',
      name: 'Table text',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    { id: 'TableSmall', name: 'Table text small', basedOn: 'TableText', run: { size: 16 } },
    {
      id: 'TableHead',
      name: 'Table head',
      basedOn: 'TableText',
      run: { bold: true },
      paragraph: { keepNext: true },
    },
    { id: 'ContentsTitle', name: 'Contents title', basedOn: 'Normal', run: { size: 36, bold: true } },
    ...[1, 2].map((level) => ({
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: 'Normal',
      run: level === 1 ? { bold: true, size: 19 } : { size: 18 },
      paragraph: {
        spacing: { before: level === 1 ? 80 : 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
        indent: { left: (level - 1) * 240 },
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: 'dot' as const }],
      },
    })),
  ],
})
