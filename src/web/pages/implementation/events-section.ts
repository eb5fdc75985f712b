// Events for others on an instrument: by year, for whom, how many came.
import {
  attendedOf,
  type EventView,
  mayBeOneWith,
  onceEach,
  oneWithOf,
  surelyOthers,
} from '../../../implementation/events.ts'
import type { ImplementationShown } from '../../data/implementation.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'
import { markWords, workLink, writeLink, writeLinks } from './parts.ts'
import { alsoServes } from './serves.ts'

const dayOf = ({ heldOn, plannedOn }: EventView): string | null => heldOn ?? plannedOn

/** Counts by an entry, those that are unknown last. */
const countList = (site: Site, counts: ReadonlyMap<string, number>, field: string): Html =>
  html`${[...counts]
    .toSorted(([a], [b]) => Number(a === 'unknown') - Number(b === 'unknown'))
    .map(
      ([entry, count], i) =>
        html`${i === 0 ? nothing : '; '}${entry === 'unknown' ? site.text('implementation.unknown') : inLanguage(site.voice.names.entry(field, entry), null)} <span class="num">${site.format.number(count)}</span>`,
    )}`

const eventRow = (
  site: Site,
  event: EventView,
  { others, unsaid, events, mayBeOneEvent }: ImplementationShown,
  sameAs: EventView | undefined,
): Html => {
  const { text } = site
  const on = dayOf(event)
  const alike = mayBeOneWith(mayBeOneEvent, event.id)
  const mayBe = events.filter(({ id }) => alike.includes(id))
  const { persons } = attendedOf([event])
  return html`<tr role="row"><th role="rowheader" scope="row">${workLink(site, event.id, inLanguage(event.title ?? site.voice.names.kind(event.kind), null))}${markWords(site, event)}${alsoServes(
    site,
    others.filter(({ id }) => event.serves.includes(id)),
  )}${unsaid.includes(event.id) ? html` <span class="quiet">${text('implementation.servesUnsaid')}</span>` : nothing}${sameAs === undefined ? nothing : html` <span class="quiet block">${text('targets.oneWith')} ${eventName(site, sameAs)}</span>`}${mayBe.map((one) => html` <span class="quiet block">${text('targets.mayBeOneWith')} ${eventName(site, one)}</span>`)}</th><td role="cell" data-label="${text('implementation.on')}">${on === null ? nothing : html`<span class="num">${site.format.shortDate(on)}</span>`}${event.heldOn === null ? html` <span class="quiet">${text('implementation.onlyPlanned')}</span>` : nothing}</td><td role="cell" data-label="${text('implementation.audience')}">${inLanguage(event.audience.map((one) => site.voice.names.entry('audience', one)).join(', '), null)}</td><td role="cell" class="end num" data-label="${text('implementation.persons')}">${persons === null ? text('implementation.unknown') : site.format.number(persons)}</td></tr>`
}

const cameWords = ({ text, format }: Site, count: number, least: number): string =>
  count === least
    ? text('implementation.came', { count })
    : text('implementation.cameEither', { least: format.number(least), count: format.number(count) })

const eventName = (site: Site, { id, title, kind, actor }: EventView): Html =>
  workLink(site, id, inLanguage(`${title ?? site.voice.names.kind(kind)} (${actor})`, null))

const yearPart = (
  site: Site,
  year: string,
  events: readonly EventView[],
  shown: ImplementationShown,
): Html => {
  const { text } = site
  const took = events.filter(({ heldOn }) => heldOn !== null)
  const held = onceEach(took)
  const surely = surelyOthers(took, shown.mayBeOneEvent)
  const others = oneWithOf(events)
  const { persons, told, byAudience, bySex, byAge } = attendedOf(held)
  const columns = ['event', 'on', 'audience', 'persons'] as const
  return html`<h3 class="num">${year === '' ? text('implementation.notDated') : year}</h3>
<p>${held.length === surely.length ? text('implementation.eventsHeld', { count: held.length }) : text('implementation.eventsEither', { least: site.format.number(surely.length), count: site.format.number(held.length) })}${persons === null ? nothing : html` ${cameWords(site, persons, attendedOf(surely).persons ?? 0)}`}</p>
<table role="table" class="plain stacks"><caption class="vh">${text('implementation.events')} ${year}</caption><thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col"${column === 'persons' ? html` class="end"` : nothing}>${text(`implementation.${column}`)}</th>`)}</tr></thead><tbody role="rowgroup">${events.map((event) => eventRow(site, event, shown, others.get(event)))}</tbody></table>
${
  told === 0
    ? nothing
    : html`<dl class="who-came"><div><dt>${text('implementation.audience')}</dt><dd>${countList(site, byAudience, 'audience')}</dd></div><div><dt>${text('implementation.sex')}</dt><dd>${countList(site, bySex, 'sex')}</dd></div><div><dt>${text('implementation.age')}</dt><dd>${countList(site, byAge, 'age')}</dd></div></dl>`
}`
}

export const eventsSection = (site: Site, shown: ImplementationShown): Html => {
  const { text } = site
  const sorted = shown.events.toSorted((a, b) => ((dayOf(a) ?? '9') < (dayOf(b) ?? '9') ? -1 : 1))
  const years = [...Map.groupBy(sorted, (event) => dayOf(event)?.slice(0, 4) ?? '')].reverse()
  return html`<section aria-labelledby="events"><h2 id="events">${text('implementation.events')}</h2>
${years.length === 0 ? html`<p>${text('implementation.noEvents')}</p>` : years.map(([year, events]) => yearPart(site, year, events, shown))}
${writeLinks([writeLink(site, { kind: 'dissemination-event', actors: shown.parties, called: shown.called, label: text('implementation.add.event'), fields: { serves: shown.instrument } })])}</section>`
}
