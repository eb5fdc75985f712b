// What is due next: the days ahead, each with what falls due on it and for how many.
import { readDate } from '../../../facts/edtf.ts'
import type { DutyShown } from '../../data/duties.ts'
import { type Html, html, inLanguage } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import { dateWords, dutyPath } from './parts.ts'
import { placeLine } from './rows.ts'

type Dated = DutyShown & { due: string }

/** The day by which it has to be done: the last one a month or a year may mean (the day after it). */
const endOf = (due: string): string => readDate(due)?.until ?? '9999-12-31'

/** What is due and not past by `today`, by the day it has to be done by. */
const coming = (duties: readonly DutyShown[], today: string): Dated[] =>
  duties
    .filter(
      (duty): duty is Dated =>
        duty.due !== null && (duty.status === 'due' || duty.status === 'at-risk') && endOf(duty.due) > today,
    )
    .sort((a, b) => endOf(a.due).localeCompare(endOf(b.due)) || a.due.localeCompare(b.due))

/** The next date, with everything due by it; undefined where nothing is ahead. */
export const nextDue = (
  duties: readonly DutyShown[],
  today: string,
): { on: string; duties: DutyShown[] } | undefined => {
  const ahead = coming(duties, today)
  const first = ahead[0]
  return first === undefined
    ? undefined
    : { on: first.due, duties: ahead.filter((duty) => duty.due === first.due) }
}

/** What is due on one date: one duty of all who owe it then, or several duties of one State. */
export type DueTogether = { on: string; first: DutyShown; actors: number; duties: number }

const together = (own: readonly Dated[]): DueTogether => ({
  on: own[0]!.due,
  first: own[0]!,
  actors: new Set(own.map(({ actor }) => actor)).size,
  duties: new Set(own.map(({ duty }) => duty)).size,
})

/** The next dates, at the most `most` lines of them: each duty once for all who owe it, each State's own together. */
export const nextTogether = (duties: readonly DutyShown[], today: string, most: number): DueTogether[] =>
  [...Map.groupBy(coming(duties, today), (duty) => duty.due).values()]
    .flatMap((onDate) => {
      const shared = new Set(
        [...Map.groupBy(onDate, (one) => one.duty)]
          .filter(([, own]) => new Set(own.map(({ actor }) => actor)).size > 1)
          .map(([duty]) => duty),
      )
      return [...Map.groupBy(onDate, (one) => (shared.has(one.duty) ? one.duty : one.actor)).values()]
    })
    .slice(0, most)
    .map(together)

/** Title of a duty, leading to all who owe it, with its article and instrument. */
export const dutyLink = (site: Site, duty: DutyShown): Html => {
  const title = site.voice.names.ours(duty.title)
  const path = dutyPath(duty)
  return html`${path === undefined ? title : html`<a href="${addressOf(site, path)}">${title}</a>`} <span class="quiet">(${placeLine(site, duty)})</span>`
}

const whatIsDue = (site: Site, { first, actors, duties }: DueTogether): Html => {
  const state = html`<a href="${addressOf(site, `/states/${first.actor}/duties`)}">${inLanguage(first.name, null)}</a>`
  if (duties > 1) return html`${site.text('duties.next.duties', { count: duties })} · ${state}`
  return html`${dutyLink(site, first)} · ${actors === 1 ? state : site.text('duties.next.actors', { count: actors })}`
}

/** One line each: who owes it, by name where it is one. */
export const nextList = (site: Site, next: readonly DueTogether[]): Html =>
  html`<ol class="dated" role="list">${next.map(
    (one) =>
      html`<li><span class="dated-day num">${dateWords(site, one.on, 'short')}</span> <span>${whatIsDue(site, one)}</span></li>`,
  )}</ol>`
