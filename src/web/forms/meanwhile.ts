// Two at one form: what it was filled from, what somebody else has made of it meanwhile, and what was typed. The second
// one sees both texts of every field, chooses or writes a third, and sends again; until then nothing is stored.
import { type Html, html, inLanguage, nothing } from '../html.ts'
import type { Site } from '../site.ts'
import { fieldId } from './field.ts'

/** A field in which what is kept now is not what was typed. */
export type Difference = {
  field: string
  label: string | Html
  /** What is kept now, and what was typed; '' is an empty field. */
  now: string
  typed: string
  /** Whether its author changed it at all: what nobody typed gives way to what somebody did. */
  isTouched: boolean
}

/** The revision a form was filled from; -1, older than any, where it does not say. */
export const revisionFrom = (posted: Readonly<Record<string, string>>): number =>
  /^\d{1,9}$/.test(posted.revision ?? '') ? Number(posted.revision) : -1

/** Under this name a form carries what its fields held when it was shown. */
export const baseName = 'was'

/** What the fields held when the form was shown, carried along by it; empty fields are left out. */
export const baseHtml = (fields: Readonly<Record<string, string>>): Html => {
  const held = Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''))
  return html`<input type="hidden" name="${baseName}" value="${JSON.stringify(held)}">`
}

/** What a form says its fields held; undefined where it says nothing that can be read: a program's never does. */
export const baseFrom = (
  posted: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | undefined => {
  try {
    const held: unknown = JSON.parse(posted[baseName] ?? '')
    const isFields =
      typeof held === 'object' &&
      held !== null &&
      !Array.isArray(held) &&
      Object.values(held).every((text) => typeof text === 'string')
    return isFields ? (held as Record<string, string>) : undefined
  } catch {
    return undefined
  }
}

const isSame = (a: string, b: string): boolean => a.trim() === b.trim()

/**
 * The fields in which `typed` and `now` differ. Without a `base` nobody knows what was there before, so everything typed
 * counts as meant.
 */
export const differencesOf = (given: {
  typed: Readonly<Record<string, string>>
  now: (field: string) => string
  base: Readonly<Record<string, string>> | undefined
  label: (field: string) => string | Html
}): Difference[] =>
  Object.entries(given.typed).flatMap(([field, typed]) => {
    const now = given.now(field)
    if (isSame(now, typed)) return []
    const isTouched = given.base === undefined || !isSame(given.base[field] ?? '', typed)
    return [{ field, label: given.label(field), now, typed, isTouched }]
  })

/** What the form shows again: what was typed, and what somebody else wrote where it was not touched. */
export const typedAgain = (
  typed: Readonly<Record<string, string>>,
  differences: readonly Difference[],
): Record<string, string> => ({
  ...typed,
  ...Object.fromEntries(
    differences.filter(({ isTouched }) => !isTouched).map(({ field, now }) => [field, now]),
  ),
})

const takeName = (field: string): string => `take:${field}`

/** The fields as sent, without those for which what is kept was chosen: what is not sent stays as it is. */
export const withoutGivenUp = (
  typed: Readonly<Record<string, string>>,
  posted: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).filter(([field]) => posted[takeName(field)] !== 'now'))

/** How a text of a field is said: a code as its words, an empty one as such. */
export type SaysField = (field: string, text: string) => Html | string | undefined

const saidIn = (site: Site, says: SaysField, field: string, text: string): Html =>
  text.trim() === ''
    ? html`<span class="quiet">${site.text('meanwhile.empty')}</span>`
    : html`${says(field, text) ?? inLanguage(text, null)}`

/**
 * What stands beside one field: what is kept now, and, where both wrote and the field is no list to choose from, the
 * choice between the two texts.
 */
export const besideField = (
  site: Site,
  { field, now, isTouched }: Difference,
  { says, isChoice }: { says: SaysField; isChoice: boolean },
): Html => {
  const { text } = site
  const said = saidIn(site, says, field, now)
  if (!isTouched) return html`<p class="meanwhile">${text('meanwhile.takenOver')}</p>`
  if (isChoice) return html`<p class="meanwhile">${text.rich('meanwhile.keptNow', { said })}</p>`
  const id = `${fieldId(field)}-take`
  const name = takeName(field)
  return html`<div class="meanwhile" role="radiogroup" aria-label="${text('meanwhile.choose')}"><div class="choice"><input type="radio" id="${id}-mine" name="${name}" value="mine" checked><label for="${id}-mine">${text('meanwhile.mine')}</label></div><div class="choice"><input type="radio" id="${id}-now" name="${name}" value="now"><label for="${id}-now">${text.rich('meanwhile.theirs', { said })}</label></div></div>`
}

/** Both texts of every field side by side, each leading to its field in the form below. */
export const differenceTable = (
  site: Site,
  differences: readonly Difference[],
  { says, hasForm = true }: { says: SaysField; hasForm?: boolean },
): Html => {
  const { text } = site
  if (differences.length === 0) return nothing
  const [field, now, mine] = [text('meanwhile.field'), text('meanwhile.now'), text('meanwhile.yours')]
  return html`<table role="table" class="plain stacks meanwhile-table"><caption class="vh">${text('meanwhile.table')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${field}</th><th role="columnheader" scope="col">${now}</th><th role="columnheader" scope="col">${mine}</th></tr></thead><tbody role="rowgroup">${differences.map(
    (one) =>
      html`<tr role="row"><th role="rowheader" scope="row">${hasForm ? html`<a href="#${fieldId(one.field)}">${one.label}</a>` : one.label}</th><td role="cell" data-label="${now}"><span>${saidIn(site, says, one.field, one.now)}</span></td><td role="cell" data-label="${mine}"><span>${saidIn(site, says, one.field, one.typed)}${one.isTouched ? nothing : html` <span class="quiet">${text('meanwhile.untouched')}</span>`}</span></td></tr>
`,
  )}</tbody></table>`
}

/** What stands on top of a form that somebody else has changed: read aloud, with the focus. */
export const meanwhileNotice = (title: string, body: Html): Html =>
  html`<div class="wrong-summary" role="alert" id="problems" tabindex="-1" autofocus><p class="wrong-title">${title}</p>${body}</div>`

/** The same as data: by field, what is kept and what was sent. */
export const differencesAsData = (differences: readonly Difference[]) =>
  differences.map(({ field, now, typed }) => ({ field, now, sent: typed }))
