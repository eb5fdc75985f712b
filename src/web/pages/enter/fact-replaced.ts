// A fact that somebody else has corrected or withdrawn while a correction of it was typed: theirs beside what was typed,
// and the form once more, so that it goes on from theirs.
import type { Context } from 'hono'
import type { TypedFact } from '../../../facts/typed-fact.ts'
import { evidenceSays } from '../../../indicators/names.ts'
import type { EnteredFact } from '../../data/enter.ts'
import { answerRefused } from '../../forms/answered.ts'
import {
  type Difference,
  differencesAsData,
  differencesOf,
  differenceTable,
  meanwhileNotice,
} from '../../forms/meanwhile.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'

/** What took the fact's place since the form was opened; nothing where the form itself did. */
export const findReplacement = async (
  site: Site,
  typed: TypedFact,
  target: EnteredFact | undefined,
): Promise<EnteredFact | undefined> => {
  if (target === undefined || !target.isReplaced) return undefined
  const { id, actor, kind } = target
  const newest = await site.data.enter.findNewest({ id, actor, kind })
  return newest?.id === typed.id ? undefined : newest
}

/** Theirs as it would be typed, with what a form asks besides. */
const typedOf = (theirs: EnteredFact): TypedFact => ({
  ...theirs.typed,
  known_from: theirs.knownFrom,
  note: theirs.note ?? '',
})

/** What the form goes on with: from theirs, or, where they withdrew the fact, as a new one. */
export const goingOn = (typed: TypedFact, theirs: EnteredFact): TypedFact => {
  const { supersedes, retracts, ...rest } = typed
  if (theirs.retracts !== null) return rest
  return { ...rest, ...(supersedes ? { supersedes: theirs.id } : { retracts: theirs.id }) }
}

const ours = new Set(['id', 'actor', 'kind', 'supersedes', 'retracts'])

const noticeOf = (site: Site, theirs: EnteredFact, differences: readonly Difference[]): Html => {
  const { text } = site
  const isWithdrawn = theirs.retracts !== null
  const link = html`<a href="${addressOf(site, `/enter/facts/${theirs.id}`)}">${isWithdrawn ? text('replaced.withdrawal') : evidenceSays(site.voice, theirs)}</a>`
  return meanwhileNotice(
    text('replaced.title'),
    html`<p>${text.rich(isWithdrawn ? 'replaced.withdrawn' : 'replaced.corrected', { link })}</p>${theirs.note === null || !isWithdrawn ? nothing : html`<p>${text('newFact.reason')}: <q>${inLanguage(theirs.note, null)}</q></p>`}${isWithdrawn ? nothing : differenceTable(site, differences, { says: () => undefined })}`,
  )
}

/**
 * Answers with both (409). `page` makes the form once more from what it goes on with, below the notice; `labelOf` is what
 * the form calls a field.
 */
export const answerReplaced = (
  c: Context,
  site: Site,
  { typed, theirs }: { typed: TypedFact; theirs: EnteredFact },
  labelOf: (field: string) => string | Html | undefined,
  page: (typed: TypedFact, notice: Html) => Html | Promise<Html>,
): Promise<Response> => {
  const now = typedOf(theirs)
  const fields = [...new Set([...Object.keys(typed), ...Object.keys(now)])].filter((name) => !ours.has(name))
  const differences = differencesOf({
    typed: Object.fromEntries(fields.map((field) => [field, typed[field] ?? ''])),
    now: (field) => now[field] ?? '',
    base: undefined,
    label: (field) => labelOf(field) ?? field,
  })
  const more = {
    replacedBy: theirs.id,
    isWithdrawn: theirs.retracts !== null,
    differences: differencesAsData(differences),
  }
  const refused = { type: 'changed-meanwhile', words: site.text('replaced.title'), more } as const
  return answerRefused(c, site, refused, () =>
    page(goingOn(typed, theirs), noticeOf(site, theirs, differences)),
  )
}
