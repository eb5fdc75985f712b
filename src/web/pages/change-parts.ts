// Parts of the page of changes: values that moved with those responsible, facts, acts, reports, coverage.
import type { Changes, FactChange, FactSaid, ReportChange } from '../../indicators/changes.ts'
import type { Figure, MemberMoved, MovedYear, ValueMoved } from '../../indicators/moved-values.ts'
import { evidenceSays } from '../../indicators/names.ts'
import { reportName } from '../../reports/naming.ts'
import type { PlanHeld } from '../data/plans.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { shapeOf, slugOf, stateWord } from '../marks.ts'
import { noticeLine } from '../notice.ts'
import { addressOf, type Site } from '../site.ts'
import { tierMark } from '../tier-mark.ts'
import { figuresOf, statusMark } from '../value-words.ts'

// More names than this in one line, and the rest are counted.
const mostNames = 8

const namesIn = (site: Site, members: readonly { actor: string; name: string }[]): Html => {
  const distinct = [...new Map(members.map((one) => [one.actor, one])).values()]
  const rest = distinct.length - mostNames
  return html`${distinct
    .slice(0, mostNames)
    .map(
      ({ actor, name }, i) =>
        html`${i === 0 ? '' : ', '}<a href="${addressOf(site, `/states/${actor}`)}">${inLanguage(name, null)}</a>`,
    )}${rest > 0 ? html` <span class="quiet">${site.text('changes.andMore', { count: rest })}</span>` : nothing}`
}

const stateOr = (site: Site, state: MemberMoved['before'], otherwise: string): Html =>
  state === null
    ? html`${otherwise}`
    : html`<span class="state"><span class="field f-${slugOf(state)}">${shapeOf(state)}</span> <span class="state-word">${stateWord(site, state)}</span></span>`

/** Days on which a treaty came to bind, or ceased to bind, somebody: what time did, named. */
export type Turns = ReadonlyMap<string, { kind: 'in-force' | 'withdrawn'; on: string }>

export const turnsIn = (dates: Changes['dates']): Turns =>
  new Map(
    dates.flatMap(({ kind, actor, on }) =>
      actor !== null && (kind === 'in-force' || kind === 'withdrawn') ? [[actor, { kind, on }] as const] : [],
    ),
  )

const causeWords = (site: Site, members: readonly MemberMoved[], turns: Turns): string => {
  const { before, after, cause, actor } = members[0]!
  if (cause === 'known') return site.text('changes.cause.known')
  const turn = members.length === 1 ? turns.get(actor) : undefined
  const date = turn === undefined ? '' : site.format.shortDate(turn.on)
  if (turn?.kind === 'withdrawn' && after === null) return site.text('changes.cause.withdrawn', { date })
  if (turn?.kind === 'in-force' && before === null) return site.text('changes.cause.inForce', { date })
  return site.text('changes.cause.time')
}

/** Members that went the same way for the same cause stand together. */
const movements = (site: Site, members: readonly MemberMoved[], turns: Turns): Html => {
  const { text } = site
  const groups = Map.groupBy(members, (one) => `${one.before}|${one.after}|${one.cause}`)
  return html`<ul class="moves" role="list">${[...groups.values()].map((group) => {
    const { before, after } = group[0]!
    return html`<li><span class="move">${stateOr(site, before, text('changes.notInPopulation'))} <span aria-hidden="true" class="arrow">→</span><span class="vh"> ${text('changes.becomes')} </span> ${stateOr(site, after, text('changes.leftPopulation'))}</span> <b class="num">${site.format.number(group.length)}</b>: ${namesIn(site, group)} <span class="quiet">(${causeWords(site, group, turns)})</span></li>`
  })}</ul>`
}

// A known value says nothing of its status; every other status is said.
const figure = (site: Site, value: Figure, unit: string): Html =>
  html`<span>${figuresOf(site, { ...value, unit })}${value.value === null || value.status === 'known' ? nothing : html` ${statusMark(site, value.status)}`}</span>`

type Days = { since: string; until: string; turns: Turns }

const isSame = (value: ValueMoved): boolean =>
  value.before !== null &&
  value.before.value === value.after.value &&
  value.before.numerator === value.after.numerator &&
  value.before.denominator === value.after.denominator &&
  value.before.status === value.after.status

const valueRow = (site: Site, value: ValueMoved, plan: string, days: Days): Html => {
  const { text } = site
  const path = `/plans/${plan}/${value.number}`
  return html`<tr role="row"><th role="rowheader" scope="row"><a class="number" href="${addressOf(site, path, { year: value.year, 'as-known-on': days.until })}">${value.number}</a> <span class="verbatim">${inLanguage(value.text, 'en')}</span></th><td role="cell" data-label="${text('changes.then')}">${
    value.before === null
      ? html`<span class="quiet">${text('changes.notBegun')}</span>`
      : html`<a class="plain-link" href="${addressOf(site, path, { year: value.year, 'as-known-on': days.since })}">${figure(site, value.before, value.unit)}</a>`
  }</td><td role="cell" data-label="${text('changes.now')}">${figure(site, value.after, value.unit)}</td><td role="cell" data-label="${text('changes.why')}"><div>${isSame(value) ? html`<p class="quiet">${value.after.status === 'not known' ? text('changes.stillNotKnown', { count: value.members.length }) : text('changes.sameFigures')}</p>` : nothing}${value.members.length === 0 ? (value.before === null ? nothing : html`<span class="quiet">${text('changes.statusOnly')}</span>`) : movements(site, value.members, days.turns)}</div></td></tr>`
}

// So many members are named above the values; more would be the list itself.
const mostBehind = 5

/** The members that stand behind most of the moved values, with the cause: often one State explains most of them. */
export const mostMoving = (site: Site, years: readonly MovedYear[], turns: Turns): Html => {
  const { text } = site
  const values = years.flatMap((year) => year.values)
  const behind = Map.groupBy(
    values.flatMap((value) => [
      ...new Map(value.members.map((one) => [`${one.actor}|${one.cause}`, one])).values(),
    ]),
    (one) => `${one.actor}|${one.cause}`,
  )
  const most = [...behind.values()]
    .filter((members) => members.length > 1)
    .sort((a, b) => b.length - a.length)
    .slice(0, mostBehind)
  if (most.length === 0) return nothing
  return html`<p>${text('changes.behind')}</p><ul class="behind" role="list">${most.map(
    (members) =>
      html`<li><b class="num">${site.format.number(members.length)}</b> ${namesIn(site, members.slice(0, 1))} <span class="quiet">(${causeWords(site, members.slice(0, 1), turns)})</span></li>`,
  )}</ul>`
}

/** The values of one plan and year that moved, in the plan's order. */
export const movedSection = (site: Site, year: MovedYear, plan: PlanHeld | undefined, days: Days): Html => {
  const { text } = site
  const title = plan?.title ?? year.plan
  const id = `moved-${year.plan}-${year.year}`
  const said = text('changes.movedOf', { count: year.values.length, all: year.values.length + year.same })
  return html`<section aria-labelledby="${id}"><h3 id="${id}">${inLanguage(title, 'en')}, ${String(year.year)}</h3>
${plan === undefined ? nothing : noticeLine(site, plan)}<p>${said}</p>
${
  year.values.length === 0
    ? nothing
    : html`<table role="table" class="plain stacks moved"><caption class="vh">${title}, ${String(year.year)}: ${said}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('changes.indicator')}</th><th role="columnheader" scope="col">${text('changes.then')}</th><th role="columnheader" scope="col">${text('changes.now')}</th><th role="columnheader" scope="col">${text('changes.why')}</th></tr></thead><tbody role="rowgroup">${year.values.map((value) => valueRow(site, value, year.plan, days))}</tbody></table>`
}</section>`
}

const sourceOf = (site: Site, said: FactSaid): Html =>
  said.source === null
    ? html`${site.text('fact.noSource')}`
    : said.source.address === null
      ? html`${said.source.title}`
      : html`<a href="${said.source.address}" rel="external noreferrer">${said.source.title}</a>`

const factItem = (site: Site, change: FactChange): Html => {
  const { text, format } = site
  const { fact, before } = change
  const mark =
    change.change === 'new'
      ? nothing
      : html` <span class="status s-provisional">${text(change.change === 'superseded' ? 'changes.superseded' : 'changes.retracted')}</span>`
  return html`<li><a href="${addressOf(site, `/states/${fact.actor}`)}">${inLanguage(fact.name, null)}</a>: ${change.change === 'retracted' ? html`<s>${evidenceSays(site.voice, fact)}</s>` : evidenceSays(site.voice, fact)}${mark}${fact.entered ? html` <span class="entered">${text('fact.entered')}</span>` : nothing}${tierMark(site, fact)}${before === null ? nothing : html`<br><span class="quiet">${text('changes.before', { says: evidenceSays(site.voice, before) })}</span>`}<br><span class="where">${text('fact.knownFrom', { date: format.shortDate(fact.knownFrom) })} · ${sourceOf(site, fact)}</span></li>`
}

// A kind with more than these is listed as far; the data twins have them all.
const mostFacts = 40

/** Facts by kind, each to be opened. `csv` is the address of the table that has them all. */
export const factsByKind = (site: Site, changes: readonly FactChange[], csv: string): Html => {
  const { text } = site
  const kinds = [...Map.groupBy(changes, (one) => one.fact.kind).values()].sort((a, b) =>
    site.format.compare(a[0]!.fact.title, b[0]!.fact.title),
  )
  return html`${kinds.map((own) => {
    const count = (change: FactChange['change']) => own.filter((one) => one.change === change).length
    const parts = [
      count('new') > 0 && text('changes.count.new', { count: count('new') }),
      count('superseded') > 0 && text('changes.count.superseded', { count: count('superseded') }),
      count('retracted') > 0 && text('changes.count.retracted', { count: count('retracted') }),
    ].filter((part) => typeof part === 'string')
    const list = html`<ul class="news" role="list">${own.slice(0, mostFacts).map((one) => factItem(site, one))}</ul>${
      own.length <= mostFacts
        ? nothing
        : html`<p class="quiet">${text.rich('changes.moreInCsv', { count: own.length - mostFacts, csv: html`<a href="${csv}">${text('site.csv')}</a>` })}</p>`
    }`
    return html`<details class="news-kind"><summary>${site.voice.names.ours(own[0]!.fact.title)}: ${parts.join(', ')}</summary>${list}</details>`
  })}`
}

/** Acts with the depositaries, latest first. */
export const actsList = (site: Site, acts: readonly FactChange[]): Html =>
  html`<ul class="news" role="list">${acts.map((one) => factItem(site, one))}</ul>`

export const reportsTable = (site: Site, reports: readonly ReportChange[]): Html => {
  const { text, format } = site
  const head = (words: string): Html => html`<th role="columnheader" scope="col">${words}</th>`
  return html`<table role="table" class="plain stacks"><caption class="vh">${text('changes.reports.title')}</caption><thead role="rowgroup"><tr role="row">${head(text('cohort.member'))}${head(text('stateSheet.report'))}${head(text('stateSheet.covers'))}${head(text('stateSheet.version'))}${head(text('stateSheet.received'))}</tr></thead><tbody role="rowgroup">${reports.map(
    (one) =>
      html`<tr role="row"><th role="rowheader" scope="row"><a href="${addressOf(site, `/states/${one.actor}`)}">${inLanguage(one.name, null)}</a></th><td role="cell" data-label="${text('stateSheet.report')}"><a href="${addressOf(site, `/reports/${reportName(one)}`)}">${site.voice.names.ours(one.title)}</a>${one.entered ? html` <span class="entered">${text('fact.entered')}</span>` : nothing}</td><td role="cell" data-label="${text('stateSheet.covers')}">${String(one.coversYear)}</td><td role="cell" data-label="${text('stateSheet.version')}">${format.number(one.version)}</td><td role="cell" data-label="${text('stateSheet.received')}"><time datetime="${one.receivedOn}">${format.shortDate(one.receivedOn)}</time></td></tr>`,
  )}</tbody></table>`
}

export const coverageList = (site: Site, coverage: Changes['coverage']): Html => {
  const { text, format } = site
  return html`<ul class="news" role="list">${coverage.map(
    (one) =>
      html`<li><b>${site.voice.names.register(one.register)}</b>${one.actorName === null ? nothing : html` (${inLanguage(one.actorName, null)})`}: ${text(one.level === 'none' ? 'coverage.level.none' : `coverage.${one.level}`)}, ${one.heldUntil === null ? text('changes.coverage.from', { from: format.shortDate(one.heldFrom) }) : text('changes.coverage.span', { from: format.shortDate(one.heldFrom), until: format.shortDate(one.heldUntil) })}<br><span class="where">${text('fact.knownFrom', { date: format.shortDate(one.knownFrom) })} · ${site.voice.names.ours(one.statedBy)}${one.entered ? html` <span class="entered">${text('fact.entered')}</span>` : nothing}</span></li>`,
  )}</ul>`
}
