// The bodies that work on an instrument, their meetings, and the tasks that came out of them.
import { type BodyView, membersOn } from '../../../implementation/bodies.ts'
import { restingOn } from '../../../implementation/mark.ts'
import type { MeetingView, TaskView } from '../../../implementation/meetings.ts'
import type { ImplementationShown } from '../../data/implementation.ts'
import type { TargetsShown } from '../../data/targets.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import { addressOf, type Site } from '../../site.ts'
import {
  calledList,
  holdsWords,
  markWords,
  scheduleWords,
  standingMark,
  workLink,
  workPath,
  writeLink,
  writeLinks,
} from './parts.ts'
import { targetsServed } from './targets-section.ts'

/** The day of a meeting, with whether it is only planned. */
export const meetingDay = (site: Site, { heldOn, plannedOn }: MeetingView): Html =>
  heldOn !== null
    ? html`<time class="num" datetime="${heldOn}">${site.format.date(heldOn)}</time>`
    : html`<span class="quiet">${plannedOn === null ? site.text('implementation.notDated') : site.text('implementation.plannedFor', { date: site.format.date(plannedOn) })}</span>`

/** Meetings in the order of their days, each leading to its page. */
export const meetingList = (site: Site, meetings: readonly MeetingView[]): Html =>
  meetings.length === 0
    ? html`<p>${site.text('implementation.noMeetings')}</p>`
    : html`<ul class="meetings" role="list">${meetings.map((meeting) => {
        const title = meeting.title ?? site.voice.names.kind(meeting.kind)
        const more = [
          meeting.topic === null ? nothing : inLanguage(meeting.topic, meeting.language),
          meeting.place === null ? nothing : inLanguage(meeting.place, null),
          meeting.decisions.length === 0
            ? nothing
            : html`${site.text('implementation.decided', { count: meeting.decisions.length })}`,
        ].filter((part) => part !== nothing)
        return html`<li>${meetingDay(site, meeting)} ${workLink(site, meeting.id, inLanguage(title, meeting.title === null ? null : meeting.language))}${more.length === 0 ? nothing : html` <span class="quiet">${more.map((part, i) => html`${i === 0 ? nothing : ' · '}${part}`)}</span>`}${markWords(site, meeting)}</li>`
      })}</ul>`

/** The way to write down a meeting of a body: it names the body, and serves what that carries out. */
export const meetingLink = (
  site: Site,
  { id, actor, form, carriesOut, instrument }: BodyView,
  { called, parties }: Pick<ImplementationShown, 'called' | 'parties'>,
): Html => {
  const kind = form === 'working-group' ? 'working-group-meeting' : 'body-meeting'
  return writeLink(site, {
    ...{ kind, actors: [actor, ...parties], called },
    label: site.text('implementation.add', { kind: site.voice.names.kind(kind) }),
    fields: { body: id, serves: (carriesOut.length > 0 ? carriesOut : instrument).join('; ') },
  })
}

const bodyPart = (
  site: Site,
  { called, asOf, parties }: ImplementationShown,
  targets: TargetsShown | undefined,
  body: BodyView,
): Html => {
  const { text } = site
  const now = membersOn(body, asOf)
  const held = body.meetings.filter(({ heldOn }) => heldOn?.startsWith(asOf.slice(0, 4)))
  return html`<article class="body"><h3>${workLink(site, body.id, inLanguage(body.title, body.language))}${markWords(site, body)}</h3>
${holdsWords(site, body)}
<p class="quiet">${site.voice.names.entry('form', body.form)}${body.chairedBy === null ? nothing : html` · ${text('implementation.chairedBy')} ${calledList(called, [body.chairedBy])}`} · ${text('implementation.members', { count: now.length })} · ${text('implementation.metInYear', { count: held.length, year: asOf.slice(0, 4) })}</p>
${targetsServed(site, targets, body.carriesOut)}
${meetingList(site, body.meetings)}
${writeLinks([meetingLink(site, body, { called, parties })])}<p><a href="${addressOf(site, workPath(body.id))}#log">${text('implementation.toLog')}</a></p></article>`
}

/** `targets`: those that a body serves stand with it. */
export const bodiesSection = (
  site: Site,
  shown: ImplementationShown,
  targets: TargetsShown | undefined,
): Html => {
  const { text } = site
  const { bodies, meetings } = shown
  return html`<section aria-labelledby="bodies"><h2 id="bodies">${text('implementation.bodies')}</h2>
${bodies.length === 0 ? html`<p>${text('implementation.noBodies')}</p>` : bodies.map((body) => bodyPart(site, shown, targets, body))}
${meetings.length === 0 ? nothing : html`<h3>${text('implementation.otherMeetings')}</h3>${meetingList(site, meetings)}`}
${writeLinks([
  writeLink(site, {
    ...{
      kind: 'working-body',
      actors: shown.parties,
      called: shown.called,
      label: text('implementation.add.body'),
    },
    fields: { instrument: shown.instrument },
  }),
])}</section>`
}

/** Tasks with their owner and day. */
export const taskTable = (
  site: Site,
  called: ImplementationShown['called'],
  tasks: readonly TaskView[],
): Html => {
  const { text } = site
  const columns = ['task', 'owner', 'when', 'standing'] as const
  return html`<table role="table" class="plain stacks work"><caption class="vh">${text('implementation.tasks')}</caption><thead role="rowgroup"><tr role="row">${columns.map((column) => html`<th role="columnheader" scope="col">${text(`implementation.${column}`)}</th>`)}</tr></thead><tbody role="rowgroup">${tasks.map(
    (task) =>
      html`<tr role="row"><th role="rowheader" scope="row">${workLink(site, task.id, inLanguage(task.title, null))}</th><td role="cell" data-label="${text('implementation.owner')}">${calledList(called, [task.owner])}</td><td role="cell" data-label="${text('implementation.when')}">${scheduleWords(site, task.schedule)}</td><td role="cell" data-label="${text('implementation.standing')}"><span>${standingMark(site, task.standing)}${markWords(site, restingOn(task))}</span></td></tr>`,
  )}</tbody></table>`
}

/** What is still to be done first; by the day it is due. */
const byDue = (a: TaskView, b: TaskView): number => {
  const isOver = ({ standing }: TaskView) => standing === 'done' || standing === 'stopped'
  return (
    Number(isOver(a)) - Number(isOver(b)) ||
    ((a.schedule.now.due ?? '9') < (b.schedule.now.due ?? '9') ? -1 : 1)
  )
}

export const tasksSection = (site: Site, { tasks, called }: ImplementationShown): Html =>
  tasks.length === 0
    ? nothing
    : html`<section aria-labelledby="tasks"><h2 id="tasks">${site.text('implementation.tasks')}</h2>${taskTable(site, called, tasks.toSorted(byDue))}</section>`
