// The members of a value, each with its state, the reason, and what that rests on.

import { isIdOnly } from '../../facts/id-only.ts'
import { evidenceSays } from '../../indicators/names.ts'
import type { EvidenceShown, IndicatorShown, MemberShown, MemberState } from '../../indicators/show.ts'
import { factPath } from '../fact-path.ts'
import { type Html, html, inLanguage, nothing } from '../html.ts'
import { locatorWords } from '../locator.ts'
import { countStates, shapeOf, slugOf, stateWord } from '../marks.ts'
import { addressOf, type Site } from '../site.ts'
import { submittedMark } from '../submitted-mark.ts'

/** Where the evidence stands in full: the answer in its report, the act or the fact on the State's sheet. */
const opensAt = (site: Site, member: MemberShown, evidence: EvidenceShown): string => {
  if (evidence.report !== null) {
    const at = evidence.question === null ? '' : `#q-${evidence.question}`
    return `${addressOf(site, `/reports/${evidence.report}`)}${at}`
  }
  return addressOf(site, factPath({ kind: evidence.kind, actor: member.actor, datumId: evidence.datumId }))
}

/** What a datum says, the words it rests on in their own language, the document and place, and since when known. */
const evidenceItem = (site: Site, member: MemberShown, evidence: EvidenceShown): Html => {
  const { text, format } = site
  const document =
    evidence.source === null
      ? nothing
      : evidence.address === null
        ? html`${evidence.source}`
        : html`<a href="${evidence.address}" rel="external noreferrer">${evidence.source}</a>`
  const place = [
    document,
    evidence.locator === null ? nothing : html`, ${locatorWords(site, evidence.locator)}`,
  ]
  const opens = opensAt(site, member, evidence)
  return html`<li><span class="says"><a href="${opens}">${evidenceSays(site.voice, evidence)}</a></span>${evidence.entered ? html` <span class="entered">${text('fact.entered')}</span>` : submittedMark(site, evidence)}
${evidence.quotation === null ? nothing : html`<q class="quote"${languageOf(evidence)}>${inLanguage(evidence.quotation, evidence.language)}</q>`}
<span class="where">${place}${evidence.knownFrom === null ? nothing : html`${evidence.source === null ? nothing : ' · '}${text('fact.knownFrom', { date: format.shortDate(evidence.knownFrom) })}`}</span></li>`
}

const languageOf = (evidence: EvidenceShown): Html =>
  evidence.language === null ? nothing : html` lang="${evidence.language}"`

/** The id of a member's row on the page of its indicator. */
export const memberAnchor = (member: MemberShown): string =>
  `member-${member.member.replace(/[^\w-]+/g, '-')}`

const memberRow = (site: Site, member: MemberShown): Html => {
  const { text } = site
  const weight =
    member.inD > 1
      ? html` <span class="quiet num">${text('indicator.weight', { n: member.inD })}</span>`
      : nothing
  // What a record is called stands in its evidence; its id tells it from others only where there is none.
  const isNamed = member.member === member.actor || (isIdOnly(member.member) && member.evidence.length > 0)
  const record = isNamed ? nothing : html` <span class="quiet">${member.member}</span>`
  return html`<tr role="row" id="${memberAnchor(member)}"><th role="rowheader" scope="row"><a href="${addressOf(site, `/states/${member.actor}`)}">${inLanguage(member.name, null)}</a>${record}${weight}</th><td role="cell">${site.voice.say(member.said)}</td><td role="cell">${
    member.evidence.length === 0
      ? html`<span class="quiet">${text('indicator.noEvidence')}</span>`
      : html`<ul class="evidence" role="list">${member.evidence.map((evidence) => evidenceItem(site, member, evidence))}</ul>`
  }</td></tr>`
}

// More rows than this that all say the same, without evidence of it, are one row that names everyone.
const mostEqualRows = 12

const namesRow = (site: Site, members: MemberShown[]): Html =>
  html`<tr role="row"><th role="rowheader" scope="row" class="num">${site.text('indicator.sameReason', { count: members.length })}</th><td role="cell">${members[0] === undefined ? nothing : site.voice.say(members[0].said)}</td><td role="cell"><ul class="same" role="list">${members.map(
    (member) =>
      html`<li id="${memberAnchor(member)}"><a href="${addressOf(site, `/states/${member.actor}`)}">${inLanguage(member.name, null)}</a></li>`,
  )}</ul></td></tr>`

const memberRows = (site: Site, members: MemberShown[]): Html[] => {
  // What is unknown rests on nothing but belonging to the population, which the State's own sheet cites.
  const isBare = (member: MemberShown): boolean =>
    member.member === member.actor && (member.evidence.length === 0 || member.state === 'unknown')
  const bare = Map.groupBy(members.filter(isBare), (member) => member.reason)
  const together = new Set([...bare.values()].filter((same) => same.length > mostEqualRows).flat())
  return [
    ...members.filter((member) => !together.has(member)).map((member) => memberRow(site, member)),
    ...[...bare.values()].filter((same) => same.length > mostEqualRows).map((same) => namesRow(site, same)),
  ]
}

/** The two silences apart: how many sent no report, how many sent one that says nothing on this. */
const silences = (site: Site, members: MemberShown[]): Html => {
  const byReason = [...Map.groupBy(members, (member) => member.reason)]
  if (byReason.length < 2 || byReason.length > 4) return nothing
  return html`<span class="means">${byReason.map(([, these], i) => html`${i === 0 ? nothing : '; '}${site.voice.say(these[0]!.said)}: <b class="num">${site.format.number(these.length)}</b>`)}</span>`
}

const group = (site: Site, state: MemberState, members: MemberShown[]): Html =>
  html`<tbody role="rowgroup" id="members-${slugOf(state)}"><tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="3"><span class="field f-${slugOf(state)}">${shapeOf(state)}</span> ${stateWord(site, state)} <span class="num">${site.format.number(members.length)}</span><span class="means">${site.text(`state.${state}.means`)}</span>${state === 'not reported' ? silences(site, members) : nothing}</th></tr>
${memberRows(site, members)}</tbody>`

// The roles stand for the table that narrow screens show as blocks, which would otherwise lose its meaning.
/** The table of members, grouped by state in the order of the marks, by name within. */
export const membersSection = (site: Site, shown: IndicatorShown): Html => {
  const { text } = site
  const members = [...shown.members].sort((a, b) => site.format.compare(a.name, b.name))
  return html`<section aria-labelledby="members"><h2 id="members">${text('indicator.members')}</h2>
${
  members.length === 0
    ? html`<p>${text('indicator.noMembers')}</p>`
    : html`<table role="table" class="members"><caption class="vh">${text('indicator.members')}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${text('indicator.member')}</th><th role="columnheader" scope="col">${text('indicator.member.reason')}</th><th role="columnheader" scope="col">${text('indicator.member.evidence')}</th></tr></thead>
${countStates(members).map(({ state }) =>
  group(
    site,
    state,
    members
      .filter((member) => member.state === state)
      .sort((a, b) => (state === 'not reported' ? site.format.compare(a.reason, b.reason) : 0)),
  ),
)}</table>`
}</section>`
}
