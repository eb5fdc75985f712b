// Parts of a treaty's page: who stands where, the years, the meetings, what is claimed and contested.

import type { MemberState } from '../../indicators/show.ts'
import type { HistoryYear, Movement, Participant, Standing } from '../../parties/membership-history.ts'
import { bindingKinds } from '../../parties/status-event.ts'
import type { HeldStatusEvent } from '../../parties/store.ts'
import type { TreatyStatus } from '../../parties/treaty-status.ts'
import type { ActorShown } from '../data/states.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { shapeOf, slugOf } from '../marks.ts'
import { addressOf, type Site } from '../site.ts'
import type { TextKey } from '../text.ts'
import { type Tile, tilesOf } from '../tile-grid.ts'

type Held = Participant<HeldStatusEvent>

/** Each standing borrows the field and shape of a mark; the word beside it is its own. */
const markOf: Record<Standing, MemberState> = {
  party: 'counted',
  leaving: 'partly',
  joining: 'pending',
  left: 'not counted',
  signatory: 'not reported',
  unknown: 'unknown',
  none: 'not applicable',
}

const inOrder: readonly Standing[] = ['party', 'leaving', 'joining', 'left', 'signatory', 'unknown', 'none']

export const standingWord = (site: Site, standing: Standing, basis: TreatyStatus['basis']): string =>
  site.text(
    standing === 'party' && basis === 'consent'
      ? 'standing.party.consent'
      : (`standing.${standing}` as TextKey),
  )

export const nameOf = (site: Site, who: { actor: string | null; name: string }): Html =>
  who.actor === null
    ? inLanguage(who.name, null)
    : html`<a href="${addressOf(site, `/states/${who.actor}`)}">${inLanguage(who.name, null)}</a>`

export const dateCell = (site: Site, date: string | null): Html =>
  date === null ? nothing : html`<time datetime="${date}">${site.format.shortDate(date)}</time>`

/** Where every State stands, as tiles, with a legend that counts them. */
export const standingTiles = (site: Site, status: TreatyStatus, states: readonly ActorShown[]): Html => {
  if (states.length === 0) return nothing
  const standings = new Map(status.participants.map((one) => [one.actor, one]))
  const tiles = states.map((state): Tile => {
    const standing = standings.get(state.id)?.standing ?? 'none'
    return {
      actor: state.id,
      name: state.name,
      mark: markOf[standing],
      word: standingWord(site, standing, status.basis),
    }
  })
  const groups = inOrder
    .map((standing) => ({ standing, states: tiles.filter((tile) => tile.mark === markOf[standing]).length }))
    .filter((group) => group.states > 0)
  const isParty = (tile: Tile) => tile.mark === 'counted' || tile.mark === 'partly'
  return html`<ul class="legend" role="list">${groups.map(
    (group) =>
      html`<li><span class="field f-${slugOf(markOf[group.standing])}">${shapeOf(markOf[group.standing])}</span> <b class="num">${site.format.number(group.states)}</b> ${standingWord(site, group.standing, status.basis)}</li>`,
  )}</ul>${tilesOf(site, tiles, states, (here) =>
    site.text('tiles.ofRegion', { counted: here.filter(isParty).length, members: here.length }),
  )}`
}

const actOf = (one: Held, kinds: readonly string[]): HeldStatusEvent | undefined =>
  one.acts.findLast((act) => kinds.includes(act.kind))

const participantRow = (site: Site, one: Held, isInForce: boolean): Html => {
  const { text } = site
  const consent = actOf(one, bindingKinds)
  const withdrawal = actOf(one, ['withdrawal'])
  const provisional = actOf(one, ['provisional-application'])
  const cell = (label: string, content: Html | string): Html =>
    html`<td role="cell" data-label="${label}">${content}</td>`
  const until =
    one.until === null
      ? nothing
      : html`${dateCell(site, one.until)}${one.isEndExpected ? html` <span class="status s-provisional">${text('treaty.expected')}</span>` : nothing}`
  return html`<tr role="row"><th role="rowheader" scope="row">${nameOf(site, one)}</th>${cell(text('treaty.signed'), dateCell(site, one.signedOn))}${cell(
    text('treaty.consent'),
    consent === undefined
      ? nothing
      : html`<span>${text(`act.${consent.kind}` as TextKey)} ${dateCell(site, consent.notifiedOn)}${provisional === undefined ? nothing : html`<br><span class="quiet">${text('act.provisional-application')} ${dateCell(site, provisional.notifiedOn)}</span>`}</span>`,
  )}${isInForce ? cell(text('treaty.inForceFor'), dateCell(site, one.from)) : nothing}${cell(text('treaty.withdrawalNotified'), dateCell(site, withdrawal?.notifiedOn ?? null))}${cell(text('treaty.until'), until)}</tr>`
}

const participantTable = (site: Site, status: TreatyStatus, caption: string, rows: Held[]): Html => {
  const { text } = site
  const isInForce = status.basis === 'in force'
  const head = (words: string): Html => html`<th role="columnheader" scope="col">${words}</th>`
  return html`<table role="table" class="plain stacks participants"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row">${head(text('treaty.participant'))}${head(text('treaty.signed'))}${head(text('treaty.consent'))}${isInForce ? head(text('treaty.inForceFor')) : nothing}${head(text('treaty.withdrawalNotified'))}${head(text('treaty.until'))}</tr></thead><tbody role="rowgroup">${rows.map((one) => participantRow(site, one, isInForce))}</tbody></table>`
}

/** Everyone who acted with the depositary, by where they stand; the parties, who are most, last. */
export const participantSections = (site: Site, status: TreatyStatus): Html => {
  const order: readonly Standing[] = ['leaving', 'left', 'joining', 'unknown', 'signatory', 'none', 'party']
  return html`${order.map((standing) => {
    const rows = status.participants
      .filter((one) => one.standing === standing)
      .sort((a, b) => site.format.compare(a.name, b.name))
    if (rows.length === 0) return nothing
    const title = `${standingWord(site, standing, status.basis)} (${site.format.number(rows.length)})`
    return html`<section aria-labelledby="of-${standing}"><h3 id="of-${standing}">${title}</h3>${participantTable(site, status, title, rows)}</section>`
  })}`
}

const movements = (site: Site, list: readonly Movement[]): Html =>
  html`${list.map(
    (one, i) =>
      html`${i === 0 ? '' : ', '}${inLanguage(one.name, null)}${one.isExpected ? html` <span class="status s-provisional">${site.text('treaty.expected')}</span>` : nothing}`,
  )}`

/** The data behind the picture: a row a year. */
export const yearsTable = (site: Site, status: Pick<TreatyStatus, 'years' | 'basis'>): Html => {
  const { text, format } = site
  const head = (words: string, kind = ''): Html =>
    html`<th role="columnheader" scope="col"${kind === '' ? nothing : html` class="${kind}"`}>${words}</th>`
  const years: readonly HistoryYear[] = status.years
  const hasUnknown = years.some((one) => one.unknown > 0)
  return html`<table role="table" class="plain stacks by-year"><caption class="vh">${text('treaty.years')}</caption><thead role="rowgroup"><tr role="row">${head(text('treaty.year'))}${head(text(status.basis === 'in force' ? 'treaty.partiesAtEnd' : 'treaty.consentsAtEnd'), 'num')}${hasUnknown ? head(text('standing.unknown'), 'num') : nothing}${head(text('treaty.joined'))}${head(text('treaty.left'))}</tr></thead><tbody role="rowgroup">${years
    .toReversed()
    .map(
      (one) =>
        html`<tr role="row"><th role="rowheader" scope="row">${String(one.year)}${one.on.endsWith('-12-31') ? nothing : html` <span class="quiet">${text('treaty.yearUntil', { date: format.shortDate(one.on) })}</span>`}</th><td role="cell" class="num" data-label="${text('treaty.parties.short')}">${format.number(one.parties)}</td>${hasUnknown ? html`<td role="cell" class="num" data-label="${text('standing.unknown')}">${format.number(one.unknown)}</td>` : nothing}<td role="cell" data-label="${text('treaty.joined')}">${one.joined.length === 0 ? nothing : html`<span><b class="num">+${format.number(one.joined.length)}</b> ${movements(site, one.joined)}</span>`}</td><td role="cell" data-label="${text('treaty.left')}">${one.left.length === 0 ? nothing : html`<span><b class="num">−${format.number(one.left.length)}</b> ${movements(site, one.left)}</span>`}</td></tr>`,
    )}</tbody></table>`
}

/** The meetings that facts tell of, latest first; sources that give other days stand beside. */
export const meetingsTable = (site: Site, meetings: TreatyStatus['meetings']): Html => {
  const { text, format } = site
  const days = (startsOn: string, endsOn: string | null): string =>
    endsOn === null || endsOn === startsOn
      ? format.shortDate(startsOn)
      : `${format.shortDate(startsOn)} – ${format.shortDate(endsOn)}`
  return html`<table role="table" class="plain stacks meetings"><caption class="vh">${text('treaty.meetings')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('treaty.meeting')}</th><th role="columnheader" scope="col">${text('treaty.meeting.when')}</th><th role="columnheader" scope="col">${text('treaty.meeting.where')}</th><th role="columnheader" scope="col">${text('treaty.meeting.source')}</th></tr></thead><tbody role="rowgroup">${meetings
    .toReversed()
    .map(
      (one) =>
        html`<tr role="row"><th role="rowheader" scope="row">${site.voice.names.ours(one.title)}${one.entered ? html` <span class="entered">${text('fact.entered')}</span>` : nothing}</th><td role="cell" data-label="${text('treaty.meeting.when')}"><span>${
          one.startsOn !== null
            ? days(one.startsOn, one.endsOn)
            : one.when === null
              ? text('treaty.meeting.noDate')
              : text('treaty.meeting.dayNotHeld', { date: format.shortDate(one.when) })
        }${one.otherwise.map((other) => html`<br><span class="quiet">${text('treaty.meeting.otherwise', { days: days(other.startsOn, other.endsOn), source: other.source ?? text('fact.noSource') })}</span>`)}</span></td><td role="cell" data-label="${text('treaty.meeting.where')}">${one.place === null ? nothing : inLanguage(one.place, 'en')}</td><td role="cell" data-label="${text('treaty.meeting.source')}">${one.source === null ? text('fact.noSource') : one.source.address === null ? one.source.title : html`<a href="${one.source.address}" rel="external noreferrer">${one.source.title}</a>`}</td></tr>`,
    )}</tbody></table>`
}

/** What somebody claims of the status, and who contests it. */
export const claimsList = (site: Site, status: TreatyStatus, names: ReadonlyMap<string, string>): Html => {
  const { text, format } = site
  const cited = (source: { title: string; address: string | null } | null): Html =>
    source === null
      ? html`${text('fact.noSource')}`
      : source.address === null
        ? html`${source.title}`
        : html`<a href="${source.address}" rel="external noreferrer">${source.title}</a>`
  return html`<ul class="facts" role="list">${status.claims.map(
    (one) =>
      html`<li class="fact"><h3>${nameOf(site, { actor: one.actor, name: names.get(one.actor) ?? one.actor })}</h3><p>${inLanguage(one.claim, 'en')}${one.claimedOn === null ? nothing : html` (${format.date(one.claimedOn)})`}${one.entered ? html` <span class="entered">${text('fact.entered')}</span>` : nothing}</p>${one.quotation === null ? nothing : html`<blockquote class="quote"${one.language === null ? nothing : html` lang="${one.language}"`}>${one.quotation}</blockquote>`}<p class="where">${cited(one.source)}</p>${
        one.contestedBy === null
          ? nothing
          : html`<p>${text('treaty.claim.contested', { by: one.contestedBy })}</p>${one.contestQuotation === null ? nothing : html`<blockquote class="quote" lang="en">${one.contestQuotation}</blockquote>`}<p class="where">${cited(one.contestSource)}</p>`
      }</li>`,
  )}</ul>`
}
