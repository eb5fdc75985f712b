// Money in a progress report: lines by year and currency, never added over currencies; what was sought is no money.
import { budgetSums } from '../../implementation/budget.ts'
import { type Block, paragraph, type Run, type Table } from '../block.ts'
import { quoted, said } from '../run.ts'
import { labelOf } from './plan-of-work.ts'
import { cell, citedFor, plainCell, type Writer } from './writer.ts'

const sides = ['own', 'sought', 'pledged', 'stillSought'] as const

const linesOf = ({ work: { plans, actions } }: Writer) => [
  ...plans.flatMap(({ budget }) => budget.map((line) => ({ line, of: [] as Run[] }))),
  ...actions.flatMap((action, i) =>
    action.budget.map((line) => ({
      line,
      of: [{ text: `${labelOf(action, i)}. ` }, ...quoted(action.title, action.language)],
    })),
  ),
]

/** The sums and the lines of all budgets, or that none is held. */
export const budgetBlocks = (writer: Writer): Block[] => {
  const { say, text, format } = writer.speaker
  const lines = linesOf(writer).sort(
    (a, b) => a.line.year - b.line.year || (a.line.currency < b.line.currency ? -1 : 1),
  )
  if (lines.length === 0) return [paragraph('body', say('progressReport.noBudget'))]
  const isSaid = ({ year, currency }: { year: number; currency: string }, side: (typeof sides)[number]) =>
    lines.some(
      ({ line }) =>
        line.year === year &&
        line.currency === currency &&
        line.side === (side === 'stillSought' ? 'sought' : side),
    )
  const sums: Table = {
    kind: 'table',
    caption: say('implementation.budget'),
    small: false,
    whole: true,
    columns: [
      { head: say('implementation.budget.year'), width: 46, align: 'start' },
      ...sides.map((side) => ({
        head: say(`implementation.budget.${side}`),
        width: 31,
        align: 'end' as const,
      })),
    ],
    rows: budgetSums(lines.map(({ line }) => line)).map((sum) => ({
      cells: [
        plainCell(`${sum.year}, ${sum.currency}`),
        // Of what no line speaks, nothing is known: that is no nought.
        ...sides.map((side) => plainCell(isSaid(sum, side) ? format.money(sum[side]) : '–')),
      ],
    })),
  }
  return [
    paragraph('note', say('implementation.budget.lead')),
    sums,
    {
      kind: 'table',
      caption: say('progressReport.budgetLines'),
      small: true,
      columns: [
        { head: say('statusDocument.year'), width: 14, align: 'start' },
        { head: say('progressReport.line'), width: 62, align: 'start' },
        { head: say('progressReport.side'), width: 34, align: 'start' },
        { head: say('progressReport.paidBy'), width: 36, align: 'start' },
        { head: say('progressReport.amount'), width: 26, align: 'end' },
      ],
      rows: lines.map(({ line, of }) => ({
        cells: [
          plainCell(String(line.year)),
          cell([
            ...(of.length === 0 ? say('progressReport.wholePlan') : of),
            ...(line.title === null ? [] : [{ text: ': ' }, ...quoted(line.title, null)]),
            ...citedFor(writer, [line.id]),
          ]),
          cell(said(text(`implementation.budget.${line.side}`))),
          cell(line.paidBy === null ? [] : writer.work.called(line.paidBy)),
          plainCell(`${format.money(line.amount)} ${line.currency}`),
        ],
      })),
    },
  ]
}
