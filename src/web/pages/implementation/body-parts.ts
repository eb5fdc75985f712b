// The page of a body: who sits on it and who did, its meetings, what it decided and what became of it, and its log.
import { dayBefore } from '../../../facts/edtf.ts'
import { type BodyView, type LogEntry, type MemberView, membersOn } from '../../../implementation/bodies.ts'
import type { Called } from '../../data/implementation.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'
import { meetingList, taskTable } from './bodies-section.ts'
import { calledList, markWords, workLink } from './parts.ts'

/** The world's today, YYYY-MM-DD: who sits on it now. */
type Given = { called: Called; asOf: string }

const memberRow = (site: Site, called: Called, member: MemberView): Html => {
  const { text, format } = site
  const day = (date: string | null) => (date === null ? '…' : format.shortDate(date))
  const since =
    member.until === null
      ? member.from === null
        ? text('implementation.notDated')
        : text('implementation.since', { date: day(member.from) })
      : text('implementation.span', { from: day(member.from), until: day(dayBefore(member.until)) })
  return html`<tr role="row"><th role="rowheader" scope="row">${workLink(site, member.id, inLanguage(member.office, null))}${markWords(site, member)}</th><td role="cell" data-label="${text('implementation.organisation')}">${member.organisation === null ? html`<span class="quiet">${text('implementation.unknown')}</span>` : calledList(called, [member.organisation])}</td><td role="cell" data-label="${text('implementation.capacity')}"><span>${site.voice.names.entry('capacity', member.capacity)}</span></td><td role="cell" data-label="${text('implementation.when')}"><span class="num">${since}</span></td></tr>`
}

const memberTable = (site: Site, called: Called, members: readonly MemberView[], caption: string): Html => {
  const columns = ['office', 'organisation', 'capacity', 'when'] as const
  return html`<table role="table" class="plain stacks work"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${site.text(`implementation.${column}`)}</th>`)}</tr></thead><tbody role="rowgroup">${members.map((member) => memberRow(site, called, member))}</tbody></table>`
}

const membersSection = (site: Site, body: BodyView, { called, asOf }: Given): Html => {
  const { text } = site
  const now = new Set(membersOn(body, asOf))
  const before = body.members.filter(({ until }) => until !== null && until <= asOf)
  const ahead = body.members.filter((member) => !now.has(member) && !before.includes(member))
  return html`<section aria-labelledby="members"><h2 id="members">${text('implementation.memberList')}</h2>
${body.chairedBy === null ? nothing : html`<p>${text('implementation.chairedBy')} ${calledList(called, [body.chairedBy])}</p>`}
${now.size === 0 ? html`<p>${text('implementation.noMembers')}</p>` : memberTable(site, called, [...now], text('implementation.memberList'))}
${before.length === 0 ? nothing : html`<h3>${text('implementation.membersBefore')}</h3>${memberTable(site, called, before, text('implementation.membersBefore'))}`}
${ahead.length === 0 ? nothing : html`<h3>${text('implementation.membersAhead')}</h3>${memberTable(site, called, ahead, text('implementation.membersAhead'))}`}</section>`
}

const entryWords = (site: Site, { id, kind, words }: LogEntry): Html =>
  workLink(site, id, words === null ? site.voice.names.kind(kind) : inLanguage(words, null))

const logSection = (site: Site, { log }: BodyView): Html => {
  const { text } = site
  const columns = ['on', 'happened', 'what'] as const
  return html`<section aria-labelledby="log"><h2 id="log">${text('implementation.log')}</h2>
${
  log.length === 0
    ? html`<p>${text('implementation.log.none')}</p>`
    : html`<table role="table" class="plain stacks work"><caption class="vh">${text('implementation.log')}</caption><thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${text(`implementation.${column}`)}</th>`)}</tr></thead><tbody role="rowgroup">${log
        .toReversed()
        .map(
          (one) =>
            html`<tr role="row"><td role="cell" data-label="${text('implementation.on')}"><time class="num" datetime="${one.on}">${site.format.shortDate(one.on)}</time></td><td role="cell" data-label="${text('implementation.happened')}"><span>${text(`implementation.log.${one.what}`)}</span></td><td role="cell" data-label="${text('implementation.what')}"><span>${entryWords(site, one)}</span></td></tr>`,
        )}</tbody></table>`
}</section>`
}

/** Everything about a body below what is stated of it. */
export const bodyParts = (site: Site, body: BodyView, given: Given): Html => {
  const { text } = site
  const held = body.meetings.filter(({ heldOn }) => heldOn !== null).length
  const decisions = body.meetings.flatMap((meeting) => meeting.decisions)
  const tasks = decisions.flatMap((decision) => decision.tasks)
  return html`${membersSection(site, body, given)}
<section aria-labelledby="meetings"><h2 id="meetings">${text('implementation.meetings')}</h2>
<p>${text('implementation.meetings.count', { held, ahead: body.meetings.length - held })}</p>
${body.meetings.length === 0 ? nothing : meetingList(site, body.meetings)}</section>
<section aria-labelledby="decided"><h2 id="decided">${text('implementation.decisions')}</h2>
<p>${decisions.length === 0 ? text('implementation.noDecisions') : text('implementation.decisions.count', { count: decisions.length })}${tasks.length === 0 ? nothing : html` ${text('implementation.decisions.tasks', { n: tasks.filter(({ standing }) => standing === 'done').length, N: tasks.length })}`}</p>
${decisions.length === 0 ? nothing : html`<ul class="recommendations" role="list">${decisions.map((decision) => html`<li>${workLink(site, decision.id, inLanguage(decision.text, decision.language))}</li>`)}</ul>`}
${tasks.length === 0 ? nothing : html`<h3>${text('implementation.tasks')}</h3>${taskTable(site, given.called, tasks)}`}</section>
${logSection(site, body)}`
}
