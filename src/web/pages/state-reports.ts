// The reports of a State: what it owes and what came, then every version that is held.

import type { MemberState } from '../../indicators/show.ts'
import type { ReceiptOfState } from '../data/sheet.ts'
import type { ReportShown } from '../data/states.ts'
import { type Html, html, nothing } from '../html.ts'
import { shapeOf, slugOf } from '../marks.ts'
import { addressOf, type Site } from '../site.ts'
import { submittedMark } from '../submitted-mark.ts'
import type { TextKey } from '../text.ts'

type Look = { looks: MemberState; word: TextKey }

const lookOf = ({ state, isLate }: ReceiptOfState): Look => {
  if (state === 'missing') return { looks: 'not reported', word: 'receipt.missing' }
  if (state === 'not known') return { looks: 'unknown', word: 'receipt.notKnown' }
  if (state === 'not yet due') return { looks: 'pending', word: 'receipt.notYetDue' }
  return isLate === true
    ? { looks: 'partly', word: 'receipt.late' }
    : { looks: 'counted', word: 'receipt.inTime' }
}

const receiptRow = (site: Site, receipt: ReceiptOfState): Html => {
  const { text, format } = site
  const { looks, word } = lookOf(receipt)
  const date = (value: string | null): Html =>
    value === null ? nothing : html`<time datetime="${value}">${format.shortDate(value)}</time>`
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${addressOf(site, '/reports', { obligation: receipt.obligation, year: receipt.year })}"><span class="num">${String(receipt.year)}</span></a> <span class="quiet">${site.voice.names.ours(receipt.title)}</span></th><td role="cell" class="num" data-label="${text('reports.dueOn')}">${date(receipt.dueOn)}</td><td role="cell" data-label="${text('sheet.reports.receipt')}"><span class="state"><span class="field f-${slugOf(looks)}">${shapeOf(looks)}</span> ${text(word)}</span></td><td role="cell" class="num" data-label="${text('reports.received')}">${date(receipt.firstReceivedOn)}</td><td role="cell" data-label="${text('reports.version')}">${receipt.report === null || receipt.version === null ? nothing : html`<a href="${addressOf(site, `/reports/${receipt.report}`)}">${text('report.version', { version: receipt.version })}</a>`}${receipt.entered ? html` <span class="entered">${text('fact.entered')}</span>` : submittedMark(site, receipt)}</td></tr>`
}

const receiptsTable = (site: Site, receipts: readonly ReceiptOfState[]): Html => {
  const { text } = site
  const headings: TextKey[] = [
    'sheet.reports.cycle',
    'reports.dueOn',
    'sheet.reports.receipt',
    'reports.received',
    'reports.version',
  ]
  return html`<p class="quiet">${text('sheet.reports.lead')}</p><table role="table" class="plain stacks"><caption class="vh">${text('sheet.reports.lead')}</caption><thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th role="columnheader" scope="col">${text(heading)}</th>`)}</tr></thead><tbody role="rowgroup">${receipts.map((receipt) => receiptRow(site, receipt))}</tbody></table>`
}

const versionRow = (site: Site, report: ReportShown): Html => {
  const { text, format } = site
  const remarks = [
    text(report.current ? 'stateSheet.currentVersion' : 'stateSheet.superseded'),
    report.voluntary ? text('stateSheet.voluntary') : '',
    report.language === null ? '' : format.language(report.language),
  ].filter((part) => part !== '')
  const { source } = report
  const title = html`<a href="${addressOf(site, `/reports/${report.id}`)}">${site.voice.names.ours(report.title)}</a>${
    source?.address != null
      ? html` <a class="quiet" href="${source.address}" rel="external noreferrer">${source.title}</a>`
      : nothing
  }`
  return html`<tr role="row"><th role="rowheader" scope="row">${title}${report.entered ? html` <span class="entered">${text('fact.entered')}</span>` : submittedMark(site, report)}<span class="quiet block">${remarks.join(' · ')}</span></th><td role="cell" class="num end" data-label="${text('stateSheet.covers')}">${String(report.coversYear)}</td><td role="cell" class="num" data-label="${text('stateSheet.received')}"><time datetime="${report.receivedOn}">${format.shortDate(report.receivedOn)}</time></td><td role="cell" class="num end" data-label="${text('stateSheet.version')}">${String(report.version)}</td><td role="cell" class="num end" data-label="${text('stateSheet.answers')}">${format.number(report.answers)}</td></tr>`
}

/** What it owes, then all versions held, latest first. */
export const reportsSection = (
  site: Site,
  receipts: readonly ReceiptOfState[],
  reports: readonly ReportShown[],
): Html => {
  const { text } = site
  const sorted = [...reports].sort(
    (a, b) =>
      b.coversYear - a.coversYear || a.obligation.localeCompare(b.obligation, 'en') || b.version - a.version,
  )
  return html`<section aria-labelledby="reports"><h2 id="reports">${text('stateSheet.reports')}</h2>
${receipts.length === 0 ? nothing : receiptsTable(site, receipts)}
${
  sorted.length === 0
    ? html`<p>${text('stateSheet.noReports')}</p>`
    : html`<h3>${text('sheet.reports.versions')}</h3><table role="table" class="plain stacks"><caption class="vh">${text('sheet.reports.versions')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('stateSheet.report')}</th><th role="columnheader" scope="col" class="end">${text('stateSheet.covers')}</th><th role="columnheader" scope="col">${text('stateSheet.received')}</th><th role="columnheader" scope="col" class="end">${text('stateSheet.version')}</th><th role="columnheader" scope="col" class="end">${text('stateSheet.answers')}</th></tr></thead><tbody role="rowgroup">${sorted.map((report) => versionRow(site, report))}</tbody></table>`
}</section>`
}
