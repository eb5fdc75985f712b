// The bodies in a progress report: members by office, the meetings of the year with what they decided, and the tasks.
import { dayBefore } from '../../facts/edtf.ts'
import type { BodyView, MemberView } from '../../implementation/bodies.ts'
import type { MeetingView, TaskView } from '../../implementation/meetings.ts'
import { type Block, heading, paragraph, type Run, type Table } from '../block.ts'
import { joinRuns, quoted, said } from '../run.ts'
import { cell, citedFor, reportedRuns, scheduleRuns, type Writer } from './writer.ts'

const spanRuns = ({ speaker: { format, text } }: Writer, { from, until }: MemberView): Run[] =>
  said(
    from === null && until === null
      ? text('progressReport.notSaid')
      : text('implementation.span', {
          from: from === null ? '…' : format.shortDate(from),
          until: until === null ? '…' : format.shortDate(dayBefore(until)),
        }),
  )

const memberTable = (writer: Writer, { members }: BodyView): Block[] => {
  const { say, voice } = writer.speaker
  if (members.length === 0) return [paragraph('body', say('progressReport.noMembers'))]
  return [
    {
      kind: 'table',
      caption: say('progressReport.members'),
      small: true,
      columns: [
        { head: say('progressReport.office'), width: 62, align: 'start' },
        { head: say('progressReport.organisation'), width: 54, align: 'start' },
        { head: say('progressReport.capacity'), width: 24, align: 'start' },
        { head: say('progressReport.since'), width: 30, align: 'start' },
      ],
      rows: members.map((member) => ({
        cells: [
          cell([...quoted(member.office, null), ...citedFor(writer, [member.id])]),
          cell(member.organisation === null ? [] : writer.work.called(member.organisation)),
          cell(said(voice.names.entry('capacity', member.capacity))),
          cell(spanRuns(writer, member)),
        ],
      })),
    },
  ]
}

const dayRuns = ({ speaker: { format, text } }: Writer, { heldOn, plannedOn }: MeetingView): Run[] =>
  said(
    heldOn !== null
      ? format.shortDate(heldOn)
      : plannedOn === null
        ? text('implementation.notDated')
        : text('implementation.plannedFor', { date: format.shortDate(plannedOn) }),
  )

const decidedRuns = (writer: Writer, { decisions }: MeetingView): Run[] =>
  decisions.length === 0
    ? writer.speaker.say('progressReport.noDecision')
    : joinRuns(
        decisions.map(({ id, number, text, language }) => [
          ...(number === null ? [] : [{ text: `${number}. ` }]),
          ...quoted(text, language),
          ...citedFor(writer, [id]),
        ]),
        ' ',
      )

/** Meetings as rows; those of the year and those planned. */
const meetingTable = (writer: Writer, meetings: readonly MeetingView[], caption: Run[]): Table => {
  const { say, voice } = writer.speaker
  return {
    kind: 'table',
    caption,
    small: true,
    columns: [
      { head: say('implementation.on'), width: 26, align: 'start' },
      { head: say('progressReport.meeting'), width: 62, align: 'start' },
      { head: say('progressReport.decisions'), width: 82, align: 'start' },
    ],
    rows: meetings.map((meeting) => {
      const title = meeting.title ?? meeting.topic
      return {
        cells: [
          cell(dayRuns(writer, meeting)),
          cell([
            ...said(voice.names.kind(meeting.kind)),
            ...(title === null ? [] : [{ text: ': ' }, ...quoted(title, meeting.language)]),
            ...(meeting.place === null ? [] : [{ text: ', ' }, ...quoted(meeting.place, null)]),
            ...citedFor(writer, [meeting.id]),
          ]),
          cell(decidedRuns(writer, meeting)),
        ],
      }
    }),
  }
}

const ofYear = ({ reading: { payload } }: Writer, meetings: readonly MeetingView[]): MeetingView[] =>
  meetings.filter(
    ({ heldOn, plannedOn }) =>
      (heldOn ?? plannedOn)?.startsWith(String(payload.year)) === true ||
      (heldOn === null && (plannedOn ?? '') > payload.knownOn),
  )

const meetingBlocks = (writer: Writer, all: readonly MeetingView[]): Block[] => {
  const { say, text } = writer.speaker
  const { year } = writer.reading.payload
  const meetings = ofYear(writer, all)
  const held = meetings.filter(({ heldOn }) => heldOn !== null)
  return meetings.length === 0
    ? [paragraph('body', say('progressReport.noMeetings', { year }))]
    : [
        meetingTable(
          writer,
          meetings,
          said(text('implementation.metInYear', { count: held.length, year: String(year) })),
        ),
      ]
}

const bodyBlocks = (writer: Writer, body: BodyView): Block[] => {
  const { say, voice } = writer.speaker
  return [
    {
      kind: 'keep',
      blocks: [
        heading(3, quoted(body.title, body.language), false),
        paragraph('note', [
          ...said(voice.names.entry('form', body.form)),
          ...(body.chairedBy === null
            ? []
            : [
                { text: '; ' },
                ...say('implementation.chairedBy'),
                { text: ' ' },
                ...writer.work.called(body.chairedBy),
              ]),
          ...(body.mandate === null ? [] : [{ text: '. ' }, ...quoted(body.mandate, body.language)]),
          ...citedFor(writer, [body.id]),
        ]),
        ...(body.members.length > 12 ? [] : memberTable(writer, body)),
      ],
    },
    ...(body.members.length > 12 ? memberTable(writer, body) : []),
    ...meetingBlocks(writer, body.meetings),
  ]
}

const taskTable = (writer: Writer, tasks: readonly TaskView[]): Table => {
  const { say } = writer.speaker
  return {
    kind: 'table',
    caption: [],
    small: true,
    columns: [
      { head: say('implementation.task'), width: 50, align: 'start' },
      { head: say('implementation.owner'), width: 40, align: 'start' },
      { head: say('implementation.when'), width: 36, align: 'start' },
      { head: say('implementation.standing'), width: 46, align: 'start' },
    ],
    rows: tasks.map((task) => ({
      cells: [
        cell([...quoted(task.title, null), ...citedFor(writer, [task.id])]),
        cell(writer.work.called(task.owner)),
        cell(scheduleRuns(writer, task.schedule)),
        cell(reportedRuns(writer, task)),
      ],
    })),
  }
}

/** Bodies, meetings of none, and tasks. */
export const bodiesBlocks = (writer: Writer): Block[] => {
  const { say } = writer.speaker
  const { bodies, meetings, tasks } = writer.work
  const others = ofYear(writer, meetings)
  return [
    heading(2, say('implementation.bodies')),
    ...(bodies.length === 0
      ? [paragraph('body', say('implementation.noBodies'))]
      : bodies.flatMap((body) => bodyBlocks(writer, body))),
    ...(others.length === 0 ? [] : [meetingTable(writer, others, say('implementation.otherMeetings'))]),
    heading(2, say('implementation.tasks')),
    ...(tasks.length === 0 ? [paragraph('body', say('progressReport.noTasks'))] : [taskTable(writer, tasks)]),
  ]
}
