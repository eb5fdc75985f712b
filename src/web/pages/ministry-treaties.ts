// The treaties whose status is held: which a State has joined and which not, each by a status page with its date.
import type { TreatyShown } from '../data/engagements.ts'
import { type Html, html, inLanguage } from '../html.ts'
import { shapeOf, slugOf } from '../marks.ts'
import type { Site } from '../site.ts'

/** Whether it has joined: its consent to be bound stands, be the day from which it is in force known or not. */
export const isJoined = ({ state }: TreatyShown): boolean => state === 'party' || state === 'consented'

const standing = (site: Site, { state, on, endsOn }: TreatyShown): string => {
  const { text, format } = site
  const date = on === null ? '' : format.date(on)
  if (state === 'none') return text('ministry.treaty.none')
  if (state === 'party' && endsOn !== null)
    return text('ministry.treaty.leaving', { date, until: format.date(endsOn) })
  return text(`ministry.treaty.${state}`, { date })
}

const order = ['party', 'consented', 'signed', 'left', 'none']

const treatyRow = (site: Site, treaty: TreatyShown): Html => {
  const { text, format } = site
  const { source } = treaty
  const look = isJoined(treaty) ? 'counted' : 'not reported'
  const asOf =
    source.date === null
      ? text('fact.undated')
      : text('ministry.treaty.asOf', { date: format.date(source.date) })
  const page = text('ministry.treaty.page')
  const label = html`${page}<span class="vh">: ${site.voice.names.ours(treaty.title)}</span>`
  return html`<tr role="row"><th role="rowheader" scope="row">${site.voice.names.ours(treaty.title)}</th><td role="cell" data-label="${text('ministry.treaty.standing')}"><span class="state"><span class="field f-${slugOf(look)}">${shapeOf(look)}</span> <span class="state-word">${standing(site, treaty)}</span></span></td><td role="cell" data-label="${text('ministry.treaty.source')}"><span>${source.address === null ? inLanguage(source.title, 'en') : html`<a href="${source.address}" rel="external noreferrer">${label}</a>`}<span class="quiet block">${asOf}</span></span></td></tr>`
}

export const treatiesSection = (site: Site, treaties: readonly TreatyShown[]): Html => {
  const { text } = site
  const sorted = [...treaties].sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || site.format.compare(a.title, b.title),
  )
  return html`<section aria-labelledby="treaties"><h2 id="treaties">${text('ministry.treaties')}</h2>
${
  treaties.length === 0
    ? html`<p>${text('ministry.treaties.none')}</p>`
    : html`<p>${text('ministry.treaties.lead', { n: treaties.filter(isJoined).length, N: treaties.length })}</p>
<table role="table" class="plain stacks treaty-standing"><caption class="vh">${text('ministry.treaties')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('ministry.treaty')}</th><th role="columnheader" scope="col">${text('ministry.treaty.standing')}</th><th role="columnheader" scope="col">${text('ministry.treaty.source')}</th></tr></thead><tbody role="rowgroup">${sorted.map((treaty) => treatyRow(site, treaty))}</tbody></table>`
}</section>`
}
