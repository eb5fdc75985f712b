// A value in words and figures: never a percentage without its n and N, never a zero for what is not known.
import type { ValueShown } from '../indicators/show.ts'
import { type Html, html, nothing } from './html.ts'
import type { Site } from './site.ts'

type Figures = Pick<ValueShown, 'numerator' | 'denominator' | 'value' | 'status' | 'unit'>

const isShare = (figures: { unit: string }): boolean => figures.unit === 'percentage'

/** "52.6%", "2", or "not known" / "no cases" where there is no value. */
export const valueText = (site: Site, figures: Figures): string => {
  if (figures.value === null) return statusText(site, figures.status)
  return isShare(figures) ? site.format.percent(figures.value) : site.format.number(figures.value)
}

/** What stands beside a value: "82 of 156" beside a share, "of 34" beside a count; nothing where there is no N. */
export const ofText = (site: Site, figures: Figures): string => {
  if (figures.numerator === null || figures.denominator === null) return ''
  const N = site.format.number(figures.denominator)
  return isShare(figures)
    ? site.text('value.of', { n: site.format.number(figures.numerator), N })
    : site.text('value.outOf', { N })
}

/** The same where words have no room, as in charts: "82/156". */
export const ofInFigures = (site: Site, figures: Figures): string =>
  figures.numerator === null || figures.denominator === null || !isShare(figures)
    ? ofText(site, figures)
    : `${site.format.number(figures.numerator)}/${site.format.number(figures.denominator)}`

/** Value and n of N as one phrase: "52.6%, 82 of 156", "3 of 34", "not known". */
export const figureWords = (site: Site, figures: Figures): string => {
  const of = ofText(site, figures)
  if (of === '') return valueText(site, figures)
  const value = valueText(site, figures)
  return isShare(figures) || figures.value === null
    ? site.text('value.shareOf', { value, of })
    : `${value} ${of}`
}

const provisional = /^provisional until (\d{4}-\d{2}-\d{2})$/

/** The status in words for tables and charts, its date as dates are written here. */
export const statusText = (site: Site, status: string): string => {
  const until = provisional.exec(status)?.[1]
  if (until !== undefined) return site.text('status.provisionalTo', { date: site.format.shortDate(until) })
  if (status === 'known') return site.text('status.known')
  if (status === 'not known') return site.text('status.notKnown')
  if (status === 'no cases') return site.text('status.noCases')
  return status
}

/** known, provisional, not-known or no-cases: the class its mark hangs on. */
export const statusSlug = (status: string): string =>
  status.startsWith('provisional') ? 'provisional' : status.replaceAll(' ', '-')

export const statusMark = (site: Site, status: string): Html =>
  html`<span class="status s-${statusSlug(status)}">${statusText(site, status)}</span>`

/** The same where there is room to say what a date of it means: the registers are complete up to that day. */
export const statusInFull = (site: Site, status: string): Html => {
  const until = provisional.exec(status)?.[1]
  return until === undefined
    ? statusMark(site, status)
    : html`<span class="status s-provisional">${site.text('status.provisionalUntil', { date: site.format.shortDate(until) })}</span>`
}

/** Value with n / N beneath, as tables and lists show it. */
export const figuresOf = (site: Site, figures: Figures): Html => {
  const of = ofText(site, figures)
  return html`<span class="figure${figures.value === null ? ' none' : ''}">${valueText(site, figures)}</span>${of === '' ? nothing : html` <span class="of num">${of}</span>`}`
}
