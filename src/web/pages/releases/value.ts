// One frozen value: n, N, every member with its state and reason, and what of the file each rests on.
import { z } from '@hono/zod-openapi'
import { problem } from '../../../problem.ts'
import { type Release, type ReleaseMember, type ReleaseValue, releaseId } from '../../../releases/release.ts'
import { type Html, html, inLanguage, nothing, spokenIn } from '../../html.ts'
import { layout } from '../../layout.ts'
import { locatorWords } from '../../locator.ts'
import { countStates, legend, markShapes, proportionBar, shapeOf, slugOf, stateWord } from '../../marks.ts'
import { idAsked } from '../../schemas/asked.ts'
import { releaseValueSchema } from '../../schemas/releases.ts'
import { addressOf, type Site } from '../../site.ts'
import type { Table, TwinPage } from '../../twin.ts'
import { ofText, statusInFull, valueText } from '../../value-words.ts'
import { nameIn, shownValue, valuesOf } from './figures.ts'
import { getReleaseShown, noticeOf } from './one.ts'

const params = z.object({ id: idAsked, indicator: idAsked })
type Params = z.output<typeof params>
const none = z.object({})
type None = z.output<typeof none>

/** What a member rests on, as the file has it. */
export type RestsOn = {
  id: string
  kind: string
  on: string | null
  knownFrom: string | null
  source: string | null
  address: string | null
  locator: string | null
  quotation: string | null
  language: string | null
}

type Loaded = {
  release: Release
  value: ReleaseValue
  readings: ReleaseValue[]
  text: string
  restsOn: Map<string, RestsOn>
}

const restsOnIn = ({ payload }: Release, ids: ReadonlySet<string>): Map<string, RestsOn> => {
  const sources = new Map(payload.sources.map((source) => [source.id, source]))
  const reports = new Map(payload.reports.map((report) => [report.id, report]))
  const found = new Map<string, RestsOn>()
  const add = (one: Omit<RestsOn, 'source' | 'address'>, sourceId: string | null): void => {
    const source = sourceId === null ? undefined : sources.get(sourceId)
    found.set(one.id, { ...one, source: source?.title ?? null, address: source?.address ?? null })
  }
  for (const datum of payload.datums)
    if (ids.has(datum.id))
      add(
        {
          ...{ id: datum.id, kind: datum.kind, on: datum.heldEdtf ?? datum.heldFrom },
          ...{ knownFrom: datum.knownFrom, locator: datum.locator },
          ...{ quotation: datum.quotation, language: datum.language },
        },
        datum.source,
      )
  for (const report of payload.reports)
    if (ids.has(report.id))
      add(
        {
          ...{ id: report.id, kind: `${report.obligation}-report`, on: report.receivedOn },
          ...{ knownFrom: report.receivedOn, locator: null, quotation: null, language: report.language },
        },
        report.source,
      )
  for (const answer of payload.answers)
    if (ids.has(answer.id)) {
      const report = reports.get(answer.report)
      add(
        {
          ...{ id: answer.id, kind: 'answer', on: report?.receivedOn ?? null },
          ...{ knownFrom: report?.receivedOn ?? null, locator: answer.locator },
          ...{ quotation: answer.quotation, language: answer.language },
        },
        report?.source ?? null,
      )
    }
  return found
}

const load = async (site: Site, { params: { id, indicator } }: { params: Params }): Promise<Loaded> => {
  const release = await getReleaseShown(site, id)
  const value = valuesOf(release, release.payload.year).get(indicator)
  const text = release.payload.instrument.indicators.find(({ number }) => number === indicator)?.text
  if (value === undefined || text === undefined)
    throw problem('not-found', `The release "${id}" has no indicator "${indicator}".`)
  const readings = release.payload.values.filter(
    (one) => one.indicator === indicator && one.year === release.payload.year && one.reading !== 'default',
  )
  const ids = new Set(value.members.flatMap(({ datums }) => datums))
  return { release, value, readings, text, restsOn: restsOnIn(release, ids) }
}

const evidenceItem = (site: Site, one: RestsOn): Html => {
  const { format, text } = site
  const source =
    one.source === null
      ? nothing
      : one.address === null
        ? html`${one.source}`
        : html`<a href="${one.address}" rel="external noreferrer">${one.source}</a>`
  return html`<li><code>${one.id}</code>${one.quotation === null ? nothing : html` <q class="quote">${inLanguage(one.quotation, one.language)}</q>`}
<span class="where">${source}${one.locator === null ? nothing : html`, ${locatorWords(site, one.locator)}`}${one.knownFrom === null ? nothing : html` · ${text('fact.knownFrom', { date: format.shortDate(one.knownFrom) })}`}</span></li>`
}

const memberRow = (site: Site, { release, restsOn }: Loaded, member: ReleaseMember): Html => {
  const { text } = site
  const evidence = member.datums.flatMap((id) => restsOn.get(id) ?? [])
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${addressOf(site, `/states/${member.actor}`)}">${inLanguage(nameIn(release, member.actor, site.language), null)}</a>${member.member === member.actor ? nothing : html` <span class="quiet">${member.member}</span>`}</th><td role="cell">${site.voice.say(member.reason)}</td><td role="cell">${
    evidence.length === 0
      ? html`<span class="quiet">${text('indicator.noEvidence')}</span>`
      : html`<ul class="evidence" role="list">${evidence.map((one) => evidenceItem(site, one))}</ul>`
  }</td></tr>`
}

const membersSection = (site: Site, loaded: Loaded): Html => {
  const { text, format } = site
  const { release, value } = loaded
  const name = ({ actor }: ReleaseMember): string => nameIn(release, actor, site.language)
  const groups = countStates(value.members).map(
    ({ state }) => [state, value.members.filter((member) => member.state === state)] as const,
  )
  return html`<section aria-labelledby="members"><h2 id="members">${text('release.members')}</h2>
${
  value.members.length === 0
    ? html`<p>${text('indicator.noMembers')}</p>`
    : html`<table role="table" class="members"><caption class="vh">${text('release.members')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('indicator.member')}</th><th role="columnheader" scope="col">${text('indicator.member.reason')}</th><th role="columnheader" scope="col">${text('indicator.member.evidence')}</th></tr></thead>
${groups.map(
  ([state, members]) =>
    html`<tbody role="rowgroup" id="members-${slugOf(state)}"><tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="3"><span class="field f-${slugOf(state)}">${shapeOf(state)}</span> ${stateWord(site, state)} <span class="num">${format.number(members.length)}</span></th></tr>${members
      .toSorted((one, other) => format.compare(name(one), name(other)))
      .map((member) => memberRow(site, loaded, member))}</tbody>`,
)}</table>`
}</section>`
}

const readingsSection = (site: Site, { release, readings, value }: Loaded): Html =>
  readings.length === 0
    ? nothing
    : html`<section aria-labelledby="readings"><h2 id="readings">${site.text('indicator.readings')}</h2><ul>${readings.map(
        (one) => {
          const shown = shownValue(release, one)
          const words = release.payload.rules[value.indicator]?.readings[one.reading]?.words ?? one.reading
          return html`<li><b>${valueText(site, shown)}</b> ${ofText(site, shown)}: ${site.voice.names.ours(words)}</li>`
        },
      )}</ul></section>`

const page = (site: Site, loaded: Loaded): Html | Promise<Html> => {
  const { text } = site
  const { release, value } = loaded
  const { instrument, year, asOf, knownOn } = release.payload
  const id = releaseId(release.sha256)
  const shown = shownValue(release, value)
  const groups = countStates(value.members)
  const kicker = text('indicator.kicker', { number: value.indicator })
  return layout(site, {
    title: `${kicker}: ${text('release.kicker')} ${id}`,
    description: text('release.description', { title: instrument.title, year: String(year), id }),
    path: `/releases/${id}/${value.indicator}`,
    crumbs: [
      { label: text('releases.title'), path: '/releases' },
      { label: id, path: `/releases/${id}` },
      { label: kicker },
    ],
    part: 'plans',
    body: html`${markShapes}${noticeOf(site, release)}<header class="head"><p class="kicker">${text('release.kicker')} <code>${id}</code> · ${kicker}</p><h1 class="verbatim"${spokenIn(instrument.source.language)}>${loaded.text}</h1></header>
<section class="answer s-${shown.status === 'known' ? 'known' : 'open'}" aria-labelledby="answer"><h2 id="answer" class="vh">${text('indicator.answer')}</h2>
<div class="answer-figure"><p class="big${shown.value === null ? ' words' : ''}">${valueText(site, shown)}</p>${shown.value === null ? nothing : html`<p class="big-of num">${ofText(site, shown)}</p>`}</div>
<div class="answer-words"><p>${statusInFull(site, shown.status)} ${site.voice.say(value.reason)}.</p>
<p class="dates">${text('indicator.forYear')} <b class="num">${String(year)}</b> · ${text('indicator.asOf')} <b><time datetime="${asOf}">${site.format.date(value.asOf)}</time></b> · ${text('indicator.knownOn')} <b><time datetime="${knownOn}">${site.format.date(knownOn)}</time></b></p>
${value.sealed.length === 0 ? nothing : html`<p>${text('release.sealed', { kinds: value.sealed.map((kind) => site.voice.names.kind(kind)).join(', ') })}</p>`}
<p><a href="${addressOf(site, `/plans/${instrument.id}/${value.indicator}`, { year })}">${text('release.value.today')}</a></p></div>
${groups.length === 0 ? nothing : html`<div class="answer-bar">${proportionBar(groups)}${legend(site, groups)}</div>`}</section>
${readingsSection(site, loaded)}
${membersSection(site, loaded)}`,
  })
}

export const releaseValuePage: TwinPage<Params, None, Loaded> = {
  path: '/releases/{id}/{indicator}',
  summary: 'A value of a release, with everyone behind it as it was frozen',
  params: params as unknown as z.ZodType<Params>,
  query: none,
  data: releaseValueSchema,
  example: async (site) => {
    const [head] = await site.data.listReleases()
    const release = head === undefined ? undefined : await site.data.findRelease(head.id)
    const first = release?.payload.instrument.indicators[0]
    return head === undefined || first === undefined ? undefined : `/releases/${head.id}/${first.number}`
  },
  load,
  page,
  json: ({ release, value, readings, text, restsOn }) => ({
    release: releaseId(release.sha256),
    sha256: release.sha256,
    plan: release.payload.instrument.id,
    text,
    knownOn: release.payload.knownOn,
    value: shownValue(release, value),
    reason: value.reason,
    ruleSha256: value.ruleSha256,
    sealed: value.sealed,
    readings: readings.map((one) => ({ reading: one.reading, ...shownValue(release, one) })),
    members: value.members,
    restsOn: [...restsOn.values()],
  }),
  csv: ({ release, value, restsOn }): Table => ({
    columns: [
      ...['release', 'indicator', 'year', 'member', 'actor', 'name', 'state', 'in_n', 'in_d', 'rests_on'],
      ...['source', 'locator', 'quotation'],
    ],
    rows: value.members.map((member) => {
      const first = restsOn.get(member.datums[0] ?? '')
      return [
        ...[releaseId(release.sha256), value.indicator, value.year, member.member, member.actor],
        ...[nameIn(release, member.actor, 'en'), member.state, member.inN, member.inD],
        ...[member.datums.join(' '), first?.source ?? null, first?.locator ?? null, first?.quotation ?? null],
      ]
    }),
  }),
}
