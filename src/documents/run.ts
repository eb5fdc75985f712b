// Stretches of words: ours, in the document's language, and those of others, in theirs.
import { closing, opening } from '../words/marked.ts'
import type { Run } from './block.ts'
import { shownText } from './shown-text.ts'

type Voice = Omit<Run, 'text' | 'note'>

const visible = (text: string): string =>
  text
    .split(new RegExp(`([${opening}${closing}])`))
    .map((part) => (part === opening || part === closing ? part : shownText(part)))
    .join('')

/** Our words; what of them is marked as English becomes stretches of their own. */
export const said = (words: string, voice: Voice = {}): Run[] => {
  let depth = 0
  const runs: Run[] = []
  for (const part of visible(words).split(new RegExp(`([${opening}${closing}])`))) {
    if (part === opening) depth += 1
    else if (part === closing) depth = Math.max(0, depth - 1)
    else if (part !== '')
      runs.push(depth > 0 ? { text: part, language: 'en', ...voice } : { text: part, ...voice })
  }
  return runs
}

/** Words of others, in their language where it is known. */
export const quoted = (words: string, language: string | null, voice: Voice = {}): Run[] =>
  words === '' ? [] : [{ text: shownText(words), ...(language === null ? {} : { language }), ...voice }]

/** The words alone. */
export const plain = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

/** `runs` with `between` them. */
export const joinRuns = (parts: readonly Run[][], between: string): Run[] =>
  parts.flatMap((part, i) => (i === 0 ? part : [{ text: between }, ...part]))

/** The last stretch carries the footnote. */
export const withNote = (runs: Run[], note: Run[]): Run[] =>
  runs.map((run, i) => (i === runs.length - 1 && note.length > 0 ? { ...run, note } : run))
