// The end notes of a status page, and the acts only they tell of: withdrawals, and consent given again after one.

import { elementsOf, type HtmlElement, lineOf, oneLine, paragraphs, rawText } from './html.ts'
import { nameKey } from './names.ts'
import { dayOf, dayPattern, findDay } from './status-date.ts'
import type { StatusKind } from './status-event.ts'
import { idEndsWith } from './status-head.ts'

export type EndNote = { mark: string; text: string; line: number }

/** The end notes of the page by their number. A note without a number, or with one already taken, keeps mark ''. */
export const readEndNotes = (root: HtmlElement): EndNote[] => {
  const notes: EndNote[] = []
  const taken = new Set<string>()
  for (const element of elementsOf(root)) {
    if (!idEndsWith(element, 'divNotesAll') || element.tagName !== 'div') continue
    const text = paragraphs(rawText(element))
    if (text === '') continue
    const mark = /^(\d{1,3})\s*/.exec(text)
    const anchor = elementsOf(element).find(
      (inner) => inner.tagName === 'a' && /^\d{1,3}$/.test(oneLine(rawText(inner))),
    )
    const number = anchor === undefined ? undefined : oneLine(rawText(anchor))
    const isNumbered = mark !== null && number === mark[1] && !taken.has(mark[1]!)
    if (isNumbered) taken.add(mark[1]!)
    const line = lineOf(element)
    notes.push(
      isNumbered ? { mark: mark[1]!, text: text.slice(mark[0].length), line } : { mark: '', text, line },
    )
  }
  return notes
}

/** An act a note tells of. Dates are null where it gives none. */
export type NoteAct = {
  kind: StatusKind
  notifiedOn: string | null
  effectiveOn: string | null
}

export type NoteReading = {
  acts: NoteAct[]
  /** Why the note, though it speaks of leaving the treaty, gives no act; undefined where it gives all it tells. */
  doubt: string | undefined
}

/** The doubt of a note by which a withdrawal, though notified, is none any more. */
export const takenBack = 'The note tells of a notification that was taken back'

const treatyWords = 'convention|protocol|covenant|agreement|treaty|statute|charter|constitution|pact'

/** "notification of withdrawal", "its denunciation of the Protocol", "to withdraw from the Agreement", … */
const leaves = new RegExp(
  [
    String.raw`\b(notification|notice|instrument) of (its )?(withdrawal|denunciation)\b`,
    String.raw`\bits (withdrawal|denunciation)\b`,
    String.raw`\b(withdraw|withdrew|withdrawn|withdraws|withdrawal|withdrawing) from\b[^.]{0,60}\b(${treatyWords})`,
    String.raw`\bdenounc(e|es|ed|ing)\b[^.]{0,60}\b(${treatyWords})`,
    String.raw`\bdenunciation of\b[^.]{0,40}\b(${treatyWords})`,
  ].join('|'),
  'i',
)
/** What is withdrawn is a reservation or the like, not the State. */
const leavesOnlyWords =
  /\b(withdr\w+|denunc\w+|denounc\w+)\b[^.;]{0,80}\b(reservations?|declarations?|objections?|understandings?|statements?|communications?|signature|application)\b/i
const takesBack =
  /\b(rescind|revok|annul|cancel|retract)\w*\b|\bwithdr\w+\b[^.;]{0,30}\b(notification|notice|instrument) of (withdrawal|denunciation)/i
const takesEffect = new RegExp(
  String.raw`\b(?:effect|effective)\b(?:(?!\b(?:received|notified|deposited|circulated)\b)[^.;]){0,80}?${dayPattern}`,
  'i',
)
/** "The withdrawal took effect …", "The action shall take effect …", "It will take effect …" */
const followsOn = /^(the|this|such|said|it|which)\b/i
const consentsAgain = /\b(re-?acced|re-?ratif|re-?accept|re-?approv|acced|ratifi|accept|approv)\w*/i
const sameDay = /\bon (that|the) same (date|day)\b/i

const kindOfVerb = (words: string): StatusKind | undefined => {
  const verb = consentsAgain.exec(words)?.[0].toLowerCase().replace(/^re-?/, '')
  if (verb === undefined) return undefined
  if (verb.startsWith('acce') && !verb.startsWith('accept')) return 'accession'
  return verb.startsWith('accept') ? 'acceptance' : verb.startsWith('ratif') ? 'ratification' : 'approval'
}

const closing: Record<string, string> = { '“': '”', '"': '"', '«': '»' }

/** The text with every quotation as "…"; one that is never closed is left as it stands. One pass, whatever the text. */
const withoutQuotations = (text: string): string => {
  const parts: string[] = []
  const unclosed = new Set<string>()
  const opening = /[“"«]/g
  let from = 0
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const mark = closing[match[0]]!
    const end = unclosed.has(mark) ? -1 : text.indexOf(mark, match.index + 1)
    if (end < 0) unclosed.add(mark)
    else {
      parts.push(text.slice(from, match.index), ' … ')
      from = end + 1
      opening.lastIndex = from
    }
  }
  return parts.join('') + text.slice(from)
}

const sentencesOf = (note: string): string[] => {
  let plain = withoutQuotations(note)
  // Brackets hold references ("see depositary notification … of 3 July 2025"); the innermost go first.
  for (let depth = 0; depth < 6; depth++) plain = plain.replace(/\([^()]*\)/g, ' ')
  return plain
    .split('\n')
    .flatMap((paragraph) => paragraph.split(/(?<=[.;])\s+(?=\p{Lu})/u))
    .map(oneLine)
    .filter((sentence) => sentence !== '')
}

const effectIn = (sentence: string): string | null => {
  const found = takesEffect.exec(sentence)
  return found === null ? null : (dayOf(found[1]!, found[2]!, found[3]!) ?? null)
}

/** The day of the act itself: the first day named before the words on its effect. */
const noticeIn = (sentence: string): string | null => {
  const effect = takesEffect.exec(sentence)
  const before = effect === null ? sentence : sentence.slice(0, effect.index)
  return findDay(before) ?? null
}

const speaksOf = (sentence: string, names: readonly string[]): boolean => {
  const words = ` ${nameKey(sentence)} `
  return names.some((name) => words.includes(` ${nameKey(name)} `))
}

/**
 * The acts a note tells of the participant known by `names`: leaving the treaty, and consenting to it again. Text in
 * quotation marks is others' words and is passed over; withdrawing a reservation is no act of status. A notification
 * taken back, or told of another participant, is no act but a doubt.
 */
export const readNoteActs = (note: string, names: readonly string[]): NoteReading => {
  const acts: NoteAct[] = []
  const consents: NoteAct[] = []
  let doubt: string | undefined
  let lastDay: string | null = null
  for (const sentence of sentencesOf(note)) {
    const ends = leaves.test(sentence) && !leavesOnlyWords.test(sentence)
    const last = acts.at(-1)
    const notifiedOn: string | null = sameDay.test(sentence) ? lastDay : noticeIn(sentence)
    if (
      takesBack.test(sentence) &&
      /withdraw|denunc/i.test(sentence) &&
      !/reservation|declaration/i.test(sentence)
    ) {
      doubt = takenBack
    } else if (ends && !speaksOf(sentence, names)) {
      doubt ??= 'The note tells of a withdrawal without naming this participant'
    } else if (ends && notifiedOn !== null) {
      acts.push({ kind: 'withdrawal', notifiedOn, effectiveOn: effectIn(sentence) })
    } else if (
      last !== undefined &&
      last.effectiveOn === null &&
      followsOn.test(sentence) &&
      effectIn(sentence) !== null
    ) {
      last.effectiveOn = effectIn(sentence)
    } else if (ends && effectIn(sentence) !== null) {
      acts.push({ kind: 'withdrawal', notifiedOn: null, effectiveOn: effectIn(sentence) })
    } else if (ends) {
      doubt ??= 'The note tells of a withdrawal without a date'
    } else if (speaksOf(sentence, names) && notifiedOn !== null && !leavesOnlyWords.test(sentence)) {
      const kind = /\bto the\b|\binstrument of\b|\bre-?acced|\bre-?ratif/i.test(sentence)
        ? kindOfVerb(sentence)
        : undefined
      if (kind !== undefined) consents.push({ kind, notifiedOn, effectiveOn: effectIn(sentence) })
    }
    lastDay = notifiedOn ?? lastDay
  }
  if (doubt === takenBack) return { acts: [], doubt }
  // Consent is history worth an entry only where the participant left: elsewhere notes speak of territories.
  return {
    acts: acts.length === 0 ? [] : [...consents, ...acts],
    doubt: acts.length === 0 ? doubt : undefined,
  }
}
