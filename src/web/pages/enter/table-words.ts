// What is said of tables and their rows on every page of bringing them.
import { type Html, html, inLanguage } from '../../html.ts'
import type { Site } from '../../site.ts'
import type { TextKey } from '../../text.ts'

export const tablesPath = '/enter/tables'
export const tablePath = (mapping: string): string => `${tablesPath}/${mapping}`

export const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024)

/** A format of files as people call it. */
export const formatWords = (format: string): string => format.toUpperCase()

/** Reasons that reading a table gives; those of a mapping that ships have their words beside it. */
const reasons: Readonly<Record<string, TextKey>> = {
  'Of another actor': 'tables.reason.others',
  'Repeats an earlier row word for word': 'tables.reason.repeats',
  'No fact is made of rows like this': 'tables.reason.noFact',
  'Belongs to no row of the file that is taken': 'tables.reason.withoutRow',
  'One cell alone has something in it: a note, no row': 'tables.reason.note',
  'Taken back here': 'tables.reason.takenBack',
  'What is held is not for everyone': 'tables.reason.sealed',
  'An earlier word, no later than what is held': 'tables.reason.noLater',
  'An earlier word, from a file imported before': 'tables.reason.sameFile',
  'An earlier word, corrected here since': 'tables.reason.correctedHere',
}

/** Why a row was left out or changes nothing, in the site's language as far as the reason is ours. */
export const reasonWords = (site: Site, reason: string): Html => {
  const key = reasons[reason]
  if (key !== undefined) return html`${site.text(key)}`
  const since = /^What is held is known since (\S+)$/.exec(reason)?.[1]
  if (since !== undefined) return html`${site.text('tables.reason.since', { date: site.format.date(since) })}`
  const name = /^No actor held has this name: (.*)$/s.exec(reason)?.[1]
  if (name !== undefined)
    return html`${site.text.rich('tables.reason.nobody', { name: inLanguage(name, null) })}`
  const ungathered = /^Nothing gathers a row that says (.*)$/s.exec(reason)?.[1]
  if (ungathered !== undefined)
    return html`${site.text.rich('tables.reason.ungathered', { words: inLanguage(ungathered, null) })}`
  return html`${site.voice.names.ours(reason)}`
}
