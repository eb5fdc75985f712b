// A committee's words beside a release: bound to the payload's digest, added after the figures froze without changing
// it. A later comment on the same place stands in place of the earlier one, and both stay.
import { isLanguage } from '../facts/source.ts'
import { canonicalText, sha256Of } from '../formats/canonical.ts'
import { withoutOwnSigns } from '../formats/text.ts'
import { problem } from '../problem.ts'
import { isDate } from '../rules/dates.ts'
import type { Comment, Release } from './release.ts'

/** What a comment is about: an indicator's number, a section by its number or heading, or the whole. */
export type Place = { indicator?: string | undefined; section?: string | undefined }

export type NewComment = Place & { text: string; by: string; on: string; language?: string | undefined }

const longest = 20_000

/** The text that a comment's digest and its signatures cover. */
export const commentText = (release: string, comment: Omit<Comment, 'sha256' | 'signatures'>): string => {
  const { indicator, section, language, text, by, on } = comment
  return canonicalText({ release, indicator, section, language, text, by, on })
}

/** Whether a comment belongs to this release, and says what it said when it was made. */
export const isBound = (release: string, comment: Comment): boolean =>
  comment.sha256 === sha256Of(commentText(release, comment))

const sectionOf = (release: Release, section: string): string => {
  const { sections } = release.payload.instrument
  const found = sections.filter((one) => one.number === section || one.heading === section)
  if (found.length === 1) return found[0]!.heading
  throw problem(
    'not-found',
    `The plan of this release has ${found.length === 0 ? 'no' : 'more than one'} section "${section}". Sections: ${sections.map((one) => one.number ?? one.heading).join(', ')}.`,
  )
}

/**
 * A comment bound to the release. A section is kept by its heading. Throws Problem `not-found` for an indicator or
 * section the plan does not have, `usage` for a comment without words, author, day or language.
 */
export const makeComment = (release: Release, given: NewComment): Comment => {
  const { indicator, section, on, language = 'en' } = given
  const text = withoutOwnSigns(given.text).replace(/\r\n?/g, '\n').trim()
  const by = withoutOwnSigns(given.by).trim()
  if (indicator !== undefined && section !== undefined)
    throw problem('usage', 'A comment is about an indicator, or a section, or the whole: give one of them.')
  if (text === '' || text.length > longest)
    throw problem('usage', `A comment has words, at most ${longest} characters; this one has ${text.length}.`)
  if (![text, by].every((one) => one.isWellFormed() && !one.includes('\0')))
    throw problem('usage', 'The comment holds characters that are not Unicode text.')
  if (by === '') throw problem('usage', 'Say by whom the comment is: --by "Committee on …".')
  if (!isDate(on))
    throw problem('usage', `The day of the comment should be one such as 2026-04-30; it is "${on}".`)
  if (!isLanguage(language))
    throw problem('usage', `The language should be a tag such as en or mn; it is "${language}".`)
  const { indicators } = release.payload.instrument
  if (indicator !== undefined && !indicators.some(({ number }) => number === indicator))
    throw problem('not-found', `The plan of this release has no indicator "${indicator}".`)
  const comment = {
    indicator: indicator ?? null,
    section: section === undefined ? null : sectionOf(release, section),
    language,
    text,
    by,
    on,
  }
  return { ...comment, sha256: sha256Of(commentText(release.sha256, comment)), signatures: [] }
}

/**
 * The comments on one place, the latest last: that one stands, those before it were said earlier. `place` is
 * {indicator}, {section: its heading}, or {} for the whole.
 */
export const commentsOn = (commentary: readonly Comment[], place: Place): Comment[] =>
  commentary.filter(
    (one) => one.indicator === (place.indicator ?? null) && one.section === (place.section ?? null),
  )
