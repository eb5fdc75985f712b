// Stretches of words as runs of a DOCX, each with its language and direction, its footnote and its link.
import {
  CarriageReturn,
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { directionOf } from '../words/locale.ts'
import type { Run } from './block.ts'

const eastAsian = new Set(['zh', 'ja', 'ko'])

/** The language as a word processor marks it: by script. */
const languageOf = (code: string): Pick<IRunOptions, 'language' | 'rightToLeft'> => {
  if (directionOf(code) === 'rtl') return { language: { bidirectional: code }, rightToLeft: true }
  return eastAsian.has(code.split('-')[0] ?? code)
    ? { language: { value: code, eastAsia: code } }
    : { language: { value: code } }
}

const textRun = (run: Run, language: string, style?: string): TextRun => {
  const look: IRunOptions = {
    ...languageOf(run.language ?? language),
    ...(run.strong === true ? { bold: true } : {}),
    ...(run.emphasis === true ? { italics: true } : {}),
    ...(style === undefined ? {} : { style }),
  }
  // A line end within a text, as in a commentary, is a line end here.
  return new TextRun({
    ...look,
    children: run.text.split('\n').flatMap((line, i) => (i === 0 ? [line] : [new CarriageReturn(), line])),
  })
}

/** `runs` for a paragraph of a document in `language`. */
export const runsOf = (runs: readonly Run[], language: string): ParagraphChild[] =>
  runs.flatMap((run): ParagraphChild[] => {
    const words =
      run.link === undefined
        ? textRun(run, language)
        : new ExternalHyperlink({ link: run.link, children: [textRun(run, language, 'Hyperlink')] })
    if (run.note === undefined) return [words]
    return [
      words,
      new FootnoteReferenceRun({
        children: [new Paragraph({ style: 'FootnoteText', children: runsOf(run.note, language) })],
      }),
    ]
  })
