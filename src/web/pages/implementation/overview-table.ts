// How one instrument is carried out, as one table: what each thing is, whose, by when, where it stands.

import { dayBefore } from '../../../facts/edtf.ts'
import type { BudgetLine } from '../../../implementation/budget.ts'
import { attendedOf } from '../../../implementation/events.ts'
import { type Mark, restingOn } from '../../../implementation/mark.ts'
import type { MeetingView } from '../../../implementation/meetings.ts'
import type { StepOfWork } from '../../../implementation/plan-of-work.ts'
import type { ImplementationShown } from '../../data/implementation.ts'
import type { TargetsShown } from '../../data/targets.ts'
import { markOf } from '../../submitted-mark.ts'
import { enteredMark, type Table } from '../../twin.ts'

/** The last day of what is held until a day, which is the first day no more. */
const lastDay = (until: string | null): string | null => (until === null ? null : dayBefore(until))

type Cell = string | number | null

/** A row for each reading of a target, one for an indicator that has none. */
const targetRows = (targets: TargetsShown | undefined): Cell[][] =>
  targets === undefined
    ? []
    : targets.indicators.flatMap(({ id, text, measures, readings }) => {
        const of = (more: readonly Cell[], mark: Cell = null) => [
          ...[targets.plan, 'target', id, text, null, targets.year, null, ...more, null, null, mark, null],
        ]
        const actions = measures.map((action) => `${targets.plan}/${action}`).join('; ')
        return readings.length === 0
          ? [of([null, actions, null, null, null, null, null])]
          : readings.map(({ reading, value, held, asked, standing, isLate, entered }) =>
              of(
                [
                  standing === 'met' && isLate === true ? 'met-late' : standing,
                  actions,
                  null,
                  reading,
                  value,
                  asked,
                  held,
                ],
                entered ? enteredMark : null,
              ),
            )
      })

/** First date, date and slip of what is planned, and where it stands. */
const planned = (
  of: Pick<StepOfWork, 'schedule' | 'standing'>,
  ends: 'endsOn' | 'due',
  within: string,
): Cell[] => {
  const { original, now, slip } = of.schedule
  return [original[ends], now[ends], slip?.days ?? null, of.standing, within]
}

/** The table of a page. `mark` says what was not received, `tier` who sees it. */
export const overviewTable = (shown: ImplementationShown, targets: TargetsShown | undefined): Table => {
  const { plans, bodies, meetings, tasks, events, studies, orphans, byOthers } = shown
  const of = (
    kind: string,
    id: string,
    title: string | null,
    mark: Mark,
    more: readonly Cell[] = [],
  ): Cell[] => [
    ...[shown.instrument, kind, id, title],
    ...Array.from({ length: 12 }, (_, i) => more[i] ?? null),
    ...[markOf(mark), mark.tier],
  ]
  const moneyRow = (line: BudgetLine, within: string): Cell[] =>
    of('budget-line', line.id, line.title, line, [
      ...[null, String(line.year), null, line.side, within],
      ...[null, null, null, null, null, line.amount, line.currency],
    ])
  const meetingRows = (one: MeetingView, within: string | null): Cell[][] => [
    of('meeting', one.id, one.title, one, [one.plannedOn, one.heldOn, null, null, within]),
    ...one.decisions.map((decision) =>
      of('decision', decision.id, decision.text, decision, [null, one.heldOn, null, null, one.id]),
    ),
  ]
  return {
    columns: [
      ...[
        'instrument',
        'kind',
        'id',
        'title',
        'first_date',
        'date',
        'slip_days',
        'standing',
        'of',
        'persons',
      ],
      // Of a target what is on record, also where nobody says that there is no more; of money its amount and currency.
      ...['reading', 'value', 'asked', 'on_record', 'amount', 'currency', 'mark', 'tier'],
    ],
    rows: [
      ...targetRows(targets),
      ...plans.flatMap((plan) => [
        of('plan', plan.id, plan.title, plan, [plan.from, lastDay(plan.until), null, plan.holds]),
        ...plan.budget.map((line) => moneyRow(line, plan.id)),
        ...plan.actions.flatMap((action) => [
          of('action', action.id, action.title, restingOn(action), planned(action, 'endsOn', plan.id)),
          ...action.budget.map((line) => moneyRow(line, action.id)),
          ...action.steps.map((step) =>
            of('step', step.id, step.title, restingOn(step), planned(step, 'due', action.id)),
          ),
        ]),
      ]),
      ...bodies.flatMap((body) => [
        of('body', body.id, body.title, body, [body.from, lastDay(body.until), null, body.holds]),
        ...body.members.map((one) =>
          of('member', one.id, one.office, one, [one.from, lastDay(one.until), null, one.capacity, body.id]),
        ),
        ...body.meetings.flatMap((one) => meetingRows(one, body.id)),
      ]),
      ...meetings.flatMap((one) => meetingRows(one, null)),
      ...tasks.map((task) =>
        of('task', task.id, task.title, restingOn(task), planned(task, 'due', task.owner)),
      ),
      ...events.map((event) =>
        of('event', event.id, event.title, event, [
          ...[event.plannedOn, event.heldOn, null, null, null],
          // As the page has it: those who came, stated or as the rows add up.
          attendedOf([event]).persons,
        ]),
      ),
      ...orphans.map(({ id, kind, title, on }) => [
        ...[shown.instrument, kind, id, title, null, on, null, 'what it belonged to was withdrawn'],
        ...Array.from({ length: 10 }, () => null),
      ]),
      ...byOthers.map(({ id, kind, title, on, actorName }) => [
        ...[shown.instrument, kind, id, title, null, on, null, `recorded by ${actorName}, who is no party`],
        ...Array.from({ length: 10 }, () => null),
      ]),
      ...studies.flatMap((study) =>
        study.recommendations.map((one) =>
          of('recommendation', one.id, `${one.number} ${one.text}`, one, [
            ...[null, null, null, one.actions.length > 0 ? 'taken up' : 'no action', study.id],
          ]),
        ),
      ),
    ],
  }
}
