// What a version of a report says otherwise than the one before it.

import { answerMark, answerNumber } from '../answer-marks.ts'
import type { AnswerChanged, ReportOpened } from '../data/reports.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { addressOf, type Site } from '../site.ts'
import type { TextKey } from '../text.ts'

const kindWords: Record<AnswerChanged['kind'], TextKey> = {
  added: 'change.added',
  changed: 'change.changed',
  removed: 'change.removed',
}

/** A change of what is said; other changes are of the evidence, or of who coded it. */
const isOfSubstance = (change: AnswerChanged): boolean =>
  change.kind !== 'changed' ||
  change.parts.some((part) => part === 'state' || part === 'number' || part === 'unit' || part === 'text')

const saying = (site: Site, answer: AnswerChanged['earlier'], language: string | null): Html =>
  answer === null
    ? answerMark(site, 'not reported')
    : html`${answerMark(site, answer.state)}${answerNumber(site, answer)}${answer.text === null ? nothing : html`<span class="block">${inLanguage(answer.text, language)}</span>`}`

const changesTable = (
  site: Site,
  report: ReportOpened,
  changes: readonly AnswerChanged[],
  texts: ReadonlyMap<string, string>,
  here: ReadonlySet<string>,
): Html => {
  const { text } = site
  const whole = addressOf(site, `/reports/${report.name}`)
  const since = text('report.changes.earlier', { version: report.changes?.since ?? 0 })
  const headings = [
    text('report.changes.question'),
    text('report.changes.kind'),
    since,
    text('report.changes.later'),
  ]
  return html`<table role="table" class="plain stacks changes"><caption class="vh">${text('report.changes', { version: report.changes?.since ?? 0 })}</caption><thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}</tr></thead><tbody role="rowgroup">${changes.map(
    (change) =>
      html`<tr role="row"><th role="rowheader" scope="row">${texts.has(change.question) ? html`<a href="${here.has(change.question) ? '' : whole}#q-${change.question}">${site.voice.names.ours(texts.get(change.question) ?? '')}</a>` : change.question}</th><td role="cell" data-label="${headings[1]}">${text(kindWords[change.kind])}</td><td role="cell" data-label="${headings[2]}">${saying(site, change.earlier, report.language)}</td><td role="cell" data-label="${headings[3]}">${saying(site, change.later, report.language)}</td></tr>`,
  )}</tbody></table>`
}

/**
 * The section, or nothing for a first version. `texts` are the questions' words by id; `here` are those the page shows,
 * the others stand on the page of all questions.
 */
export const changesSection = (
  site: Site,
  report: ReportOpened,
  texts: ReadonlyMap<string, string>,
  here: ReadonlySet<string>,
): Html => {
  if (report.changes === null) return nothing
  const { text } = site
  const { since, changes } = report.changes
  const substance = changes.filter(isOfSubstance)
  const rest = changes.filter((change) => !isOfSubstance(change))
  const count = (kind: AnswerChanged['kind']): number => substance.filter((one) => one.kind === kind).length
  return html`<section aria-labelledby="changes"><h2 id="changes">${text('report.changes', { version: since })}</h2>
${
  substance.length === 0
    ? html`<p>${text('report.changes.none')}</p>`
    : html`<p>${text('report.changes.lead', { added: count('added'), changed: count('changed'), removed: count('removed') })}</p>${changesTable(site, report, substance, texts, here)}`
}
${rest.length === 0 ? nothing : html`<details><summary>${text('report.changes.rest', { count: rest.length })}</summary>${changesTable(site, report, rest, texts, here)}</details>`}</section>`
}
