// The plan of work in a progress report: a picture over time, and each action with its steps.
import { dayBefore } from '../../facts/edtf.ts'
import { type ActionOfWork, countByStanding, type PlanOfWork } from '../../implementation/plan-of-work.ts'
import { type Block, heading, paragraph, type Row, type Run } from '../block.ts'
import { joinRuns, plain, quoted, said } from '../run.ts'
import { workPicture } from './picture.ts'
import { cell, citedFor, reportedRuns, scheduleRuns, type Writer } from './writer.ts'

export const labelOf = ({ number }: ActionOfWork, i: number): string => number ?? String(i + 1)

const seenTo = (writer: Writer, { responsible, supporting }: ActionOfWork): Run[] => {
  const { speaker, work } = writer
  const own = responsible.length === 0 ? speaker.say('implementation.nobody') : work.calledAll(responsible)
  return supporting.length === 0
    ? own
    : [
        ...own,
        { text: '; ' },
        ...speaker.say('progressReport.with'),
        { text: ' ' },
        ...work.calledAll(supporting),
      ]
}

const rowsOf = (writer: Writer, action: ActionOfWork, i: number): Row[] => [
  {
    cells: [
      cell([{ text: labelOf(action, i), strong: true }]),
      cell([...quoted(action.title, action.language), ...citedFor(writer, [action.id])]),
      cell(seenTo(writer, action)),
      cell(scheduleRuns(writer, action.schedule)),
      cell(reportedRuns(writer, action)),
    ],
  },
  ...action.steps.map((step) => ({
    isPart: true,
    cells: [
      cell([]),
      cell([
        ...writer.speaker.say('progressReport.step'),
        { text: ' ' },
        ...quoted(step.title, action.language),
        ...citedFor(writer, [step.id]),
      ]),
      cell([]),
      cell(scheduleRuns(writer, step.schedule)),
      cell(reportedRuns(writer, step)),
    ],
  })),
]

const faults = (writer: Writer, { faults: found, actions }: PlanOfWork): Block[] => {
  const titleOf = (id: string): string => actions.find((action) => action.id === id)?.title ?? id
  const { say, format } = writer.speaker
  return found.map((fault) =>
    paragraph(
      'body',
      fault.fault === 'circle'
        ? say('implementation.circle', { actions: format.list(fault.ids.map(titleOf)) })
        : say('implementation.tooEarly', { action: titleOf(fault.id), needs: titleOf(fault.needs) }),
    ),
  )
}

const planBlocks = (writer: Writer, plan: PlanOfWork): Block[] => {
  const { say, text, format } = writer.speaker
  const { payload } = writer.reading
  const { actions } = plan
  const done = countByStanding(actions).get('done') ?? 0
  const title = quoted(plan.title ?? text('implementation.plan'), null)
  const span =
    plan.from === null
      ? []
      : said(
          ` (${text('implementation.span', { from: format.shortDate(plan.from), until: plan.until === null ? '…' : format.shortDate(dayBefore(plan.until)) })})`,
        )
  const intro = paragraph('lead', [
    ...title,
    ...span,
    ...citedFor(writer, [plan.id]),
    { text: '. ' },
    ...say(actions.length === 0 ? 'implementation.noActions' : 'implementation.lead', {
      n: done,
      N: actions.length,
    }),
  ])
  if (actions.length === 0) return [intro]
  const alt = text('progressReport.picture', {
    title: plain(title),
    actions: actions
      .map(
        (action, i) =>
          `${labelOf(action, i)}: ${plain(scheduleRuns(writer, action.schedule))}, ${text(`implementation.standing.${action.standing}`)}`,
      )
      .join('; '),
  })
  const pictures = workPicture(actions, payload.knownOn, alt)
  return [
    intro,
    ...faults(writer, plan),
    {
      kind: 'table',
      caption: say('implementation.actions'),
      small: true,
      columns: [
        { head: say('statusDocument.number'), width: 10, align: 'start' },
        { head: say('implementation.action'), width: 44, align: 'start' },
        { head: say('implementation.responsible'), width: 36, align: 'start' },
        { head: say('implementation.when'), width: 38, align: 'start' },
        { head: say('implementation.standing'), width: 46, align: 'start' },
      ],
      rows: actions.flatMap((action, i) => rowsOf(writer, action, i)),
    },
    ...(pictures.length === 0
      ? []
      : [
          {
            kind: 'keep' as const,
            blocks: [...pictures, paragraph('note', say('progressReport.picture.key'))],
          },
        ]),
  ]
}

/** Up to which day what was reported of progress is declared complete, and by whom; where nobody does, what follows from it. */
const completeness = ({ speaker, reading: { payload } }: Writer): Block => {
  const { say, text, format } = speaker
  const declared = payload.coverage
    .filter(
      ({ register, level, actor }) => register === 'progress' && level === 'complete' && actor === undefined,
    )
    .sort((a, b) => ((a.until ?? '9') < (b.until ?? '9') ? -1 : 1))
    .at(-1)
  if (declared === undefined) return paragraph('note', say('progressReport.progress.open'))
  const last = declared.until === null ? payload.knownOn : dayBefore(declared.until)
  const until = last < payload.knownOn ? last : payload.knownOn
  return paragraph(
    'note',
    said(text('progressReport.progress.complete', { until: format.date(until), by: declared.statedBy })),
  )
}

/** The plans of work, or that none is held. */
export const planOfWorkBlocks = (writer: Writer): Block[] => {
  const { say } = writer.speaker
  const { plans } = writer.work
  return [
    heading(2, say('implementation.plans')),
    ...(plans.length === 0
      ? [paragraph('body', say('implementation.noPlan'))]
      : [...plans.flatMap((plan) => planBlocks(writer, plan)), completeness(writer)]),
  ]
}

/** "1 Draft a law (done); 3 Train advisers (under way)": actions of the plan of work by number and title, with where they stand. */
export const actionsInWords = (writer: Writer, ids: readonly string[]): Run[] => {
  const { speaker, work } = writer
  return joinRuns(
    work.actions.flatMap((action, i) =>
      ids.includes(action.id)
        ? [
            [
              { text: `${labelOf(action, i)} ` },
              ...quoted(action.title, action.language),
              ...said(` (${speaker.text(`implementation.standing.${action.standing}`)})`),
            ],
          ]
        : [],
    ),
    '; ',
  )
}
