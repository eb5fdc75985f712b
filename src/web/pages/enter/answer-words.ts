// What an answer says, in a few words: for what stands beside a question, and for checking everything once more.
import type { Typed } from '../../../reports/draft.ts'
import type { Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'

export const stateWords: Record<string, TextKey> = {
  yes: 'entry.yes',
  partly: 'entry.partly',
  no: 'entry.no',
  'not applicable': 'entry.notApplicable',
}

/** The answer itself: its state, and its number with the question's unit or, where it has none, the one typed. What cannot be understood stands as it was typed. */
export const answerSaid = (site: Site, typed: Typed, unit: string | undefined): string => {
  const state = typed.state ?? ''
  const key = stateWords[state]
  const number = (typed.number ?? '').trim()
  const unitSaid = unit === undefined ? (typed.unit ?? '').trim() : site.voice.names.ours(unit)
  return [key === undefined ? state : site.text(key), number === '' ? '' : `${number} ${unitSaid}`.trim()]
    .filter((part) => part !== '')
    .join(': ')
}

/** The answer with what it rests on, in one line. */
export const answerWithEvidence = (site: Site, typed: Typed, unit: string | undefined): string => {
  const page = (typed.page ?? '').trim()
  const quotation = (typed.quotation ?? '').trim()
  const parts = [
    answerSaid(site, typed, unit),
    (typed.text ?? '').trim(),
    page === '' ? '' : site.text('entry.saidPage', { page }),
    quotation === '' ? '' : `“${quotation}”`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? site.text('entry.saidNothing') : parts.join('; ')
}
