// A crosswalk as a CSV file that a person reads, decides row by row, and gives back.
import { type CsvRow, readCsv, writeCsv } from '../formats/csv.ts'
import { type Issue, problem } from '../problem.ts'
import { type ProposedPair, promisesByKind } from './crosswalk.ts'
import { type CrosswalkPair, type PromiseKind, type Relation, relations } from './crosswalk-pair.ts'
import type { PlanContent } from './diff.ts'
import { tidy } from './lines.ts'

const decisionColumns = ['from', 'to', 'relation', 'likeness', 'decision', 'by', 'on', 'note'] as const
const readingColumns = [
  'kind',
  'from_plan',
  'to_plan',
  'only_from',
  'only_to',
  'from_text',
  'to_text',
] as const
const columns = [...decisionColumns, ...readingColumns]

/** The file for proposed pairs: `decision`, `by`, `on` and `note` are empty, for a person to fill in. */
export const writeCrosswalk = (pairs: ProposedPair[], before: PlanContent, after: PlanContent): string => {
  const textsOf = (plan: PlanContent) => {
    const { action, indicator } = promisesByKind(plan)
    const byId = (texts: { id: string; text: string }[]) => new Map(texts.map(({ id, text }) => [id, text]))
    return { action: byId(action), indicator: byId(indicator) }
  }
  const [old, now] = [textsOf(before), textsOf(after)]
  return writeCsv(
    columns,
    pairs.map((pair) => [
      ...[pair.from, pair.to, pair.relation, pair.likeness, '', '', '', ''],
      ...[pair.kind, before.id, after.id, pair.onlyFrom.join(' '), pair.onlyTo.join(' ')],
      ...[old[pair.kind].get(pair.from) ?? '', now[pair.kind].get(pair.to) ?? ''],
    ]),
  )
}

/** A row of the file with a decision. `row` is its place, for issues. */
export type DecidedPair = CrosswalkPair & { decision: 'confirmed' | 'rejected'; row: CsvRow }
export type CrosswalkFile = { fromPlan: string; toPlan: string; decided: DecidedPair[]; undecided: number }

const decisions = ['confirmed', 'rejected'] as const

const rejected = (fileName: string, issues: Issue[]) =>
  problem('input-rejected', `${fileName} has problems. Nothing was stored.`, issues)

/** The two plans a file is about. Throws `input-rejected` where it names none, or several. */
export const readCrosswalkHead = (
  bytes: Uint8Array,
  fileName: string,
): { rows: CsvRow[]; fromPlan: string; toPlan: string } => {
  const { rows, issues } = readCsv(bytes, {
    fileName,
    required: ['from', 'to', 'relation', 'decision', 'by', 'on', 'kind', 'from_plan', 'to_plan'],
    known: columns,
  })
  if (issues.length > 0) throw rejected(fileName, issues)
  const [first] = rows
  if (first === undefined)
    throw rejected(fileName, [
      { file: fileName, message: 'The file has no rows', expected: 'a row for each pair' },
    ])
  const [fromPlan, toPlan] = [first.get('from_plan'), first.get('to_plan')]
  const others = rows.flatMap((row) =>
    (['from_plan', 'to_plan'] as const)
      .filter(
        (column) =>
          row.get(column) !== (column === 'from_plan' ? fromPlan : toPlan) || row.get(column) === '',
      )
      .map((column) => ({
        ...row.place(column),
        message: 'A file is about two plans, the same in every row',
        found: row.get(column),
        expected: (column === 'from_plan' ? fromPlan : toPlan) || 'the id of a plan',
      })),
  )
  if (others.length > 0) throw rejected(fileName, others)
  return { rows, fromPlan, toPlan }
}

/**
 * The decisions of a file about the plans `before` and `after`. `held` are pairs confirmed before, `today` the last day
 * a decision may bear. Throws `input-rejected` with every mistake by row: ids that are in neither plan, decisions by
 * nobody or on no day, and pairs that contradict one another.
 */
export const readCrosswalk = (
  { rows, fromPlan, toPlan }: ReturnType<typeof readCrosswalkHead>,
  fileName: string,
  before: PlanContent,
  after: PlanContent,
  held: CrosswalkPair[],
  today: string,
): CrosswalkFile => {
  const [old, now] = [promisesByKind(before), promisesByKind(after)]
  const issues: Issue[] = []
  const decided: DecidedPair[] = []
  for (const row of rows) {
    const kind = row.get('kind')
    if (kind !== 'action' && kind !== 'indicator') {
      issues.push({
        ...row.place('kind'),
        message: 'Of what kind the promises are',
        found: kind,
        expected: 'action, indicator',
      })
      continue
    }
    const mistakes = [
      ...idIssues(row, kind, old[kind], now[kind], before.id, after.id),
      ...decisionIssues(row, today),
    ]
    issues.push(...mistakes)
    const decision = decisions.find((one) => one === row.get('decision'))
    if (mistakes.length > 0 || decision === undefined) continue
    const likeness = Number(row.get('likeness'))
    decided.push({
      ...{ kind, from: row.get('from'), to: row.get('to'), relation: row.get('relation') as Relation },
      likeness: row.get('likeness') === '' || Number.isNaN(likeness) ? null : likeness,
      ...{ by: row.get('by'), on: row.get('on'), note: row.get('note'), decision, row },
    })
  }
  if (issues.length === 0) issues.push(...contradictions(decided, held, old, now))
  if (issues.length > 0) throw rejected(fileName, issues)
  return { fromPlan, toPlan, decided, undecided: rows.length - decided.length }
}

const idIssues = (
  row: CsvRow,
  kind: PromiseKind,
  old: { id: string; text: string }[],
  now: { id: string; text: string }[],
  before: string,
  after: string,
): Issue[] => {
  const issues: Issue[] = []
  const look = (column: 'from' | 'to', texts: { id: string; text: string }[], plan: string) => {
    const id = row.get(column)
    const found = texts.find((one) => one.id === id)
    if (id !== '' && found === undefined)
      issues.push({ ...row.place(column), message: `${plan} has no ${kind} of this number`, found: id })
    // A spreadsheet makes 7.1 of 7.10 when it saves: the text beside tells.
    const beside = row.get(`${column}_text`)
    if (found !== undefined && beside !== '' && tidy(beside) !== tidy(found.text))
      issues.push({
        ...row.place(column),
        message: `The text in ${column}_text is not that of ${kind} ${id}; did a spreadsheet change the number?`,
        expected: 'the number of this text, or an empty cell for the text',
      })
  }
  look('from', old, before)
  look('to', now, after)
  const relation = row.get('relation')
  if (!relations.some((one) => one === relation))
    issues.push({
      ...row.place('relation'),
      message: 'How the two relate',
      found: relation,
      expected: relations.join(', '),
    })
  const sides = [row.get('from'), row.get('to')].filter((id) => id !== '').length
  if (sides === 0) issues.push({ ...row.place('from'), message: 'The row names no promise at all' })
  else if ((relation === 'no counterpart') !== (sides === 1))
    issues.push({
      ...row.place('relation'),
      message: sides === 1 ? 'Only one side is named' : 'Both sides are named',
      found: relation,
      expected: sides === 1 ? '"no counterpart", or the other number' : 'same, reworded, split or merged',
    })
  return issues
}

const decisionIssues = (row: CsvRow, today: string): Issue[] => {
  const decision = row.get('decision')
  if (decision === '') return []
  if (!decisions.some((one) => one === decision))
    return [
      {
        ...row.place('decision'),
        message: 'What was decided',
        found: decision,
        expected: 'confirmed, rejected, or nothing',
      },
    ]
  const issues: Issue[] = []
  if (row.get('by') === '')
    issues.push({ ...row.place('by'), message: 'Nobody decided this', expected: 'a name' })
  const on = row.get('on')
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(on) && new Date(`${on}T00:00:00Z`).toJSON()?.slice(0, 10) === on
  if (!isDay)
    issues.push({
      ...row.place('on'),
      message: 'The day of the decision',
      found: on,
      expected: 'a day such as 2026-03-31',
    })
  else if (on > today)
    issues.push({
      ...row.place('on'),
      message: 'The decision lies in the future',
      found: on,
      expected: `${today} or before`,
    })
  return issues
}

const pairKey = ({ kind, from, to }: { kind: string; from: string; to: string }) => `${kind} ${from} → ${to}`

/** What cannot hold together among the confirmed pairs, those held before among them. */
const contradictions = (
  decided: DecidedPair[],
  held: CrosswalkPair[],
  old: Record<PromiseKind, { id: string; text: string }[]>,
  now: Record<PromiseKind, { id: string; text: string }[]>,
): Issue[] => {
  const issues: Issue[] = []
  const seen = new Map<string, DecidedPair>()
  for (const pair of decided) {
    const other = seen.get(pairKey(pair))
    if (other !== undefined)
      issues.push({
        ...pair.row.place('from'),
        message: `The pair ${pairKey(pair)} stands in line ${other.row.line} too`,
        expected: 'one row for a pair',
      })
    else seen.set(pairKey(pair), pair)
  }
  const confirmed: (CrosswalkPair & { row?: CsvRow })[] = [
    ...held.filter((pair) => !seen.has(pairKey(pair))),
    ...decided.filter((pair) => pair.decision === 'confirmed'),
  ]
  for (const pair of decided) {
    if (pair.decision !== 'confirmed') continue
    const say = (message: string, expected?: string) =>
      issues.push({
        ...pair.row.place('relation'),
        message,
        found: pair.relation,
        ...(expected === undefined ? {} : { expected }),
      })
    const rest = confirmed.filter((one) => one !== pair && one.kind === pair.kind)
    const sameFrom = rest.filter((one) => pair.from !== '' && one.from === pair.from)
    const sameTo = rest.filter((one) => pair.to !== '' && one.to === pair.to)
    const where = (one: CrosswalkPair & { row?: CsvRow }) =>
      `${one.from} → ${one.to} (${one.row === undefined ? `held, confirmed by ${one.by} on ${one.on}` : `line ${one.row.line}`})`
    const clash = (others: (CrosswalkPair & { row?: CsvRow })[], word: Relation) =>
      others.find((one) => pair.relation !== word || one.relation !== word)
    const fromClash = clash(sameFrom, 'split')
    const toClash = clash(sameTo, 'merged')
    if (fromClash !== undefined)
      say(
        `${pair.from} has another counterpart too: ${where(fromClash)}`,
        'split in each row, or one row only',
      )
    if (toClash !== undefined)
      say(
        `${pair.to} is the counterpart of another too: ${where(toClash)}`,
        'merged in each row, or one row only',
      )
    if (pair.relation === 'split' && sameFrom.length === 0)
      say(`${pair.from} is split into one part only`, 'the other parts confirmed, or reworded')
    if (pair.relation === 'merged' && sameTo.length === 0)
      say(`${pair.to} is merged from one only`, 'the others confirmed, or reworded')
    const texts = [
      old[pair.kind].find((one) => one.id === pair.from)?.text,
      now[pair.kind].find((one) => one.id === pair.to)?.text,
    ]
    if (pair.relation === 'same' && texts[0] !== texts[1]) say('The two texts are not the same', 'reworded')
  }
  // A rejection takes a pair back: what is held beside it may not stand alone then.
  for (const pair of decided) {
    if (pair.decision !== 'rejected') continue
    for (const [word, side] of [
      ['split', 'from'],
      ['merged', 'to'],
    ] as const) {
      const [left, ...more] = confirmed.filter(
        (one) =>
          one.kind === pair.kind && one.relation === word && pair[side] !== '' && one[side] === pair[side],
      )
      // Confirmed rows of this file are checked above.
      if (left === undefined || more.length > 0 || left.row !== undefined) continue
      issues.push({
        ...pair.row.place('decision'),
        message: `Without this pair, ${left.from} → ${left.to} (held, confirmed by ${left.by} on ${left.on}) is ${
          word === 'split' ? 'the only part of a split' : 'merged from one only'
        }`,
        found: pair.decision,
        expected: `a row in this file that rejects ${left.from} → ${left.to} or confirms it as reworded`,
      })
    }
  }
  return issues
}
