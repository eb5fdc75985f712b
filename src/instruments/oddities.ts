// What is odd about headings, lists and footnotes: found by comparing each with the others of the same document.

import { isSuperscript, noteSign, raisedSigns, referencesIn } from './footnotes.ts'
import type { Anomaly } from './plan.ts'
import type { Document, Draft } from './walk.ts'
import { textsOf } from './wording.ts'

/** Anomalies of headings, indicator lists and footnotes. Fills in where each footnote is referred to. */
export const findOddities = (doc: Document, draft: Draft): Anomaly[] => [
  ...headingStyles(doc, draft),
  ...emptyActions(draft),
  ...headingNumbers(draft),
  ...footnotes(doc, draft),
]

const headingStyles = (doc: Document, draft: Draft): Anomaly[] => {
  if (!doc.byWord) return []
  const headed = draft.actions.flatMap((action) => {
    const heading = doc.marks[action.line - 1]?.heading
    return heading === undefined || action.headingInSource === null ? [] : [{ action, heading }]
  })
  const count = (sign: string) => headed.filter(({ heading }) => heading.numberSign === sign).length
  const usual = (['#', '# ', '', 'other'] as const).toSorted((a, b) => count(b) - count(a))[0]!
  return headed.flatMap(({ action, heading }): Anomaly[] => {
    if (heading.numberSign === usual) return []
    const kind =
      heading.numberSign === ''
        ? 'heading-without-number-sign'
        : heading.numberSign === '# ' && usual === '#'
          ? 'space-after-number-sign'
          : 'heading-style'
    return [{ line: action.line, kind, text: action.headingInSource! }]
  })
}

const emptyActions = (draft: Draft): Anomaly[] =>
  draft.actions
    .filter((action) => action.text === '')
    .map((action) => ({
      line: action.line,
      kind: 'action-without-text',
      text: action.headingInSource ?? String(action.number),
    }))

const isOne = (text: string) => /^\P{L}*(?:indicator|indicateur|indicador)\P{L}*$/iu.test(text)
const isMany = (text: string) => /^\P{L}*(?:indicators|indicateurs|indicadores)\P{L}*$/iu.test(text)

const headingNumbers = (draft: Draft): Anomaly[] => {
  // Where a document has only one of the forms, the form says nothing.
  const tells =
    draft.headings.some(({ text }) => isOne(text)) && draft.headings.some(({ text }) => isMany(text))
  return draft.headings.flatMap(({ line, text, count }): Anomaly[] => {
    const one = tells && isOne(text)
    const many = tells && isMany(text)
    if ((one && count > 1) || (many && count === 1) || ((one || many) && count === 0))
      return [
        {
          line,
          kind: 'indicator-heading-number',
          text: `${text}: ${count} ${count === 1 ? 'follows' : 'follow'}`,
        },
      ]
    return []
  })
}

const footnotes = (doc: Document, draft: Draft): Anomaly[] => {
  const found: Anomaly[] = []
  const bySign = new Map<string, number[]>()
  const refer = (text: string, line: number) => {
    for (const reference of referencesIn(text)) {
      if (doc.hasNotes && isSuperscript(reference)) continue
      // "^{}**" has its sign outside the braces: odd, but it still refers to the note "**".
      const malformed = reference.startsWith('^{}')
      if (malformed) found.push({ line, kind: 'malformed-footnote-marker', text: reference })
      const sign = malformed ? reference.slice(3) : noteSign(reference)
      if (sign === '') continue
      const lines = bySign.get(sign)
      if (lines === undefined) bySign.set(sign, [line])
      else lines.push(line)
    }
  }
  const signs = new Set(draft.footnotes.map((footnote) => footnote.marker))
  const referByLetters = (text: string, line: number) => {
    if (!doc.hasNotes)
      for (const sign of raisedSigns(text))
        if (signs.has(sign)) bySign.set(sign, [...(bySign.get(sign) ?? []), line])
  }
  for (const passage of draft.frontMatter) refer(passage.text, passage.line)
  for (const section of draft.sections) refer(section.heading, section.line)
  for (const { text, line, kind } of textsOf(draft))
    if (kind !== 'footnote') {
      refer(text, line)
      referByLetters(text, line)
    }
  for (const action of draft.actions) if (action.title !== null) refer(action.title, action.line)
  for (const footnote of draft.footnotes) {
    const lines = bySign.get(footnote.marker)
    footnote.referencedOn = [...new Set(lines ?? [])]
    if (lines === undefined && !doc.raised.has(footnote.marker))
      found.push({ line: footnote.line, kind: 'footnote-without-reference', text: footnote.marker })
  }
  const known = new Set(draft.footnotes.map((footnote) => footnote.marker))
  for (const [sign, lines] of bySign)
    if (!known.has(sign)) found.push({ line: lines[0]!, kind: 'reference-without-footnote', text: sign })
  return found
}
