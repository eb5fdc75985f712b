// Checks the duties of a file against everything they name: kinds, fields, meetings, other duties. All mistakes at once,
// each with its place.
import { lastDay, readDate } from '../facts/edtf.ts'
import { readRecurrence, recurrenceExpected } from '../facts/recurrence.ts'
import type { Issue } from '../problem.ts'
import { type Checker, checkCondition } from './condition-check.ts'
import type { Duty, FactTrigger, Trigger } from './duty-form.ts'
import { checkWhere, commonFields, type Mistake, unknownKind } from './field-check.ts'
import type { Path } from './read-yaml.ts'
import { type Against, checkerOf, issueOf } from './rule-check.ts'
import type { Condition } from './rule-schema.ts'

type Duties = Readonly<Record<string, Duty>>

/** The ids that entry into force and withdrawal have. */
const reserved = ['entry-into-force', 'withdrawal']

const triggerOf = ({ first }: Duty): Trigger | undefined => first?.after ?? first?.before ?? first?.at

/** The duties that a duty's date is counted from. */
const dutiesNamed = (duty: Duty): string[] => {
  const trigger = triggerOf(duty)
  if (typeof trigger !== 'object') return []
  if ('duty' in trigger) return [trigger.duty]
  if ('unmet' in trigger) return [trigger.unmet]
  return 'lastMeeting' in trigger ? [trigger.before.duty] : []
}

/** The circle that leads from a duty back to itself, if there is one. */
const circleOf = (start: string, duties: Duties): string[] | undefined => {
  const seen = new Set<string>()
  const walk = (name: string, before: string[]): string[] | undefined => {
    if (name === start && before.length > 0) return [...before, name]
    if (seen.has(name) || !Object.hasOwn(duties, name)) return undefined
    seen.add(name)
    for (const next of dutiesNamed(duties[name]!)) {
      const circle = walk(next, [...before, name])
      if (circle !== undefined) return circle
    }
    return undefined
  }
  return walk(start, [])
}

const checkSeries = (series: readonly string[], checker: Checker, path: Path): Mistake[] => {
  const known = checker.kind('meeting')?.fields.series?.oneOf
  return series
    .map((one, index) => ({ one, at: [...path, index] }))
    .filter(({ one }) => known?.includes(one) === false)
    .map(({ one, at }) => ({
      path: at,
      message: `there is no series of meetings "${one}"`,
      expected: known!.join(', '),
    }))
}

/** Names that mean something before a duty has a day. */
const knownBefore = ['$planPeriod', '$parties', '$asOf']

/** A date, a year or a meeting that only the duty itself will have. */
const namedTooEarly = (value: unknown): string | undefined => {
  if (typeof value === 'string')
    return value.startsWith('$') && !knownBefore.includes(value) ? value : undefined
  if (typeof value !== 'object' || value === null) return undefined
  return Object.values(value)
    .map(namedTooEarly)
    .find((name) => name !== undefined)
}

const checkFact = (trigger: FactTrigger, checker: Checker, path: Path): Mistake[] => {
  const kind = checker.kind(trigger.fact)
  if (kind === undefined) return [unknownKind(trigger.fact, checker, [...path, 'fact'])]
  const dates = Object.entries({ ...kind.fields, ...commonFields })
    .filter(([, { type }]) => type === 'date')
    .map(([name]) => name)
  return [
    ...(trigger.on === undefined || dates.includes(trigger.on)
      ? []
      : [
          {
            path: [...path, 'on'],
            message: `"${trigger.fact}" has no date "${trigger.on}"`,
            expected: dates.join(', '),
          },
        ]),
    ...checkWhere(trigger.where, trigger.fact, checker, [...path, 'where']),
    ...Object.entries(trigger.where ?? {}).flatMap(([field, test]) => {
      const found = namedTooEarly(test)
      return found === undefined
        ? []
        : [
            {
              path: [...path, 'where', field],
              message: 'an event has no year or day of the duty yet',
              found,
              expected: `a value, or ${knownBefore.join(', ')}`,
            },
          ]
    }),
  ]
}

const checkName = (id: string, duties: Duties, path: Path): Mistake[] =>
  Object.hasOwn(duties, id)
    ? []
    : [{ path, message: `there is no duty "${id}"`, expected: Object.keys(duties).join(', ') }]

/** A duty whose day others are counted from: it is held, and has one day. */
const checkDated = (id: string, duties: Duties, path: Path): Mistake[] => {
  const named = duties[id]
  if (
    named === undefined ||
    (named.undated === undefined && named.due === undefined && named.recurs === undefined)
  )
    return checkName(id, duties, path)
  const message =
    named.undated === undefined
      ? `"${id}" has many days, and none to count from`
      : `"${id}" has no day to count from`
  return [{ path, message, expected: 'a duty with one day' }]
}

const checkTrigger = (trigger: Trigger, duties: Duties, checker: Checker, path: Path): Mistake[] => {
  if (typeof trigger === 'string' || 'meeting' in trigger) return []
  if ('fact' in trigger) return checkFact(trigger, checker, path)
  if ('eachMeeting' in trigger) return checkSeries(trigger.eachMeeting, checker, [...path, 'eachMeeting'])
  if ('nextMeeting' in trigger)
    return [
      ...checkSeries(trigger.nextMeeting, checker, [...path, 'nextMeeting']),
      ...checkFact(trigger.after, checker, [...path, 'after']),
    ]
  if ('lastMeeting' in trigger)
    return [
      ...checkSeries(trigger.lastMeeting, checker, [...path, 'lastMeeting']),
      ...checkDated(trigger.before.duty, duties, [...path, 'before', 'duty']),
    ]
  if ('duty' in trigger) return checkDated(trigger.duty, duties, [...path, 'duty'])
  const named = duties[trigger.unmet]
  return [
    ...checkName(trigger.unmet, duties, [...path, 'unmet']),
    ...(named !== undefined && named.due === undefined && named.recurs === undefined
      ? [
          {
            path: [...path, 'unmet'],
            message: `"${trigger.unmet}" comes only once: nothing of it can be unmet ${trigger.times} times in a row`,
            expected: 'a duty with "due" or "recurs"',
          },
        ]
      : []),
  ]
}

/** A duty has a day, comes again, or says why it has no day. */
const checkDates = (duty: Duty): Mistake[] => {
  const { first, due, recurs, undated, extendable, covers, atRisk, obligation, met } = duty
  const dated = [first ?? due, recurs, undated].filter((one) => one !== undefined).length
  const mistakes: Mistake[] = []
  if (dated !== 1)
    mistakes.push({
      path: [],
      message: dated === 0 ? 'nothing says when it falls due' : 'several things say when it falls due',
      expected: 'first and/or due, or recurs, or undated',
    })
  if (due !== undefined && due.day > Number(lastDay(`2000-${String(due.month).padStart(2, '0')}`)!.slice(8)))
    mistakes.push({ path: ['due'], message: 'no year has this day', found: `${due.month}-${due.day}` })
  const trigger = triggerOf(duty)
  const isEach = typeof trigger === 'object' && 'eachMeeting' in trigger
  if (extendable === true && (due !== undefined || recurs !== undefined || isEach))
    mistakes.push({ path: ['extendable'], message: 'a day that comes again and again is not extended' })
  if (undated !== undefined)
    for (const [name, given] of Object.entries({ extendable, atRisk }))
      if (given !== undefined)
        mistakes.push({ path: [name], message: 'there is no day that this could be about' })
  if (covers !== undefined && due === undefined)
    mistakes.push({ path: ['covers'], message: 'covers a year, but comes in none', expected: 'with "due"' })
  if (obligation !== undefined && met !== undefined)
    mistakes.push({
      path: ['met'],
      message: 'a duty with an "obligation" is met by its report',
      expected: 'one of the two',
    })
  if (recurs !== undefined) {
    const recurrence = readRecurrence(recurs.rule)
    if (recurrence === undefined || recurrence === 'continuous')
      mistakes.push({
        path: ['recurs', 'rule'],
        message: 'no rule of recurrence',
        found: recurs.rule,
        expected: recurrenceExpected,
      })
    if (recurs.from !== undefined && readDate(recurs.from)?.from == null)
      mistakes.push({
        path: ['recurs', 'from'],
        message: 'not a date',
        found: recurs.from,
        expected: 'such as 2025, 2025-06 or 2025-06-01',
      })
  }
  return mistakes
}

/** Every kind a condition asks for. */
const kindsIn = (condition: unknown): string[] => {
  if (typeof condition !== 'object' || condition === null) return []
  return Object.entries(condition).flatMap(([form, value]) =>
    ['some', 'every', 'last', 'count'].includes(form) && typeof value === 'string'
      ? [value, ...kindsIn((condition as { holds?: unknown }).holds)]
      : form === 'sum' && typeof value === 'string'
        ? [value.split('.')[0]!]
        : form === 'where'
          ? []
          : kindsIn(value),
  )
}

const checkMet = (duty: Duty, checker: Checker): Mistake[] => {
  const { met } = duty
  if (met?.on === undefined) return []
  const kinds = [...new Set([...kindsIn(met.by), ...[recordOf(duty)].filter((kind) => kind !== undefined)])]
  const isDate = kinds.some(
    (kind) => (checker.kind(kind)?.fields[met.on!] ?? commonFields[met.on!])?.type === 'date',
  )
  return isDate || kinds.length === 0
    ? []
    : [{ path: ['met', 'on'], message: `no date "${met.on}" in ${kinds.join(', ')}` }]
}

/** The kind of the fact that sets a duty going: its fields may be tested. */
const recordOf = (duty: Duty): string | undefined => {
  const trigger = triggerOf(duty)
  if (typeof trigger !== 'object') return undefined
  if ('fact' in trigger) return trigger.fact
  return 'nextMeeting' in trigger ? trigger.after.fact : undefined
}

const checkDuty = (duty: Duty, duties: Duties, checker: Checker): Mistake[] => {
  const { first, obligation, owedBy, met, unmetBy, unless } = duty
  const record = recordOf(duty)
  const conditions: [string[], Condition | undefined][] = [
    [['owedBy'], owedBy],
    [['met', 'by'], met?.by],
    [['unmetBy'], unmetBy],
    [['unless'], unless],
  ]
  return [
    ...checkDates(duty),
    ...(['after', 'before', 'at'] as const).flatMap((way) =>
      first?.[way] === undefined ? [] : checkTrigger(first[way], duties, checker, ['first', way]),
    ),
    ...conditions.flatMap(([path, condition]) =>
      condition === undefined ? [] : checkCondition(condition, checker, record, path),
    ),
    ...checkMet(duty, checker),
    ...(obligation === undefined || checker.questions.has(obligation)
      ? []
      : [
          {
            path: ['obligation'],
            message: `there is no questionnaire "${obligation}"`,
            expected: 'the id of a questionnaire that is held or stands in the folder, or no obligation',
          },
        ]),
  ]
}

/**
 * Everything wrong with `duties`, which stand under `duties:` in what was read as `root`. `beside`: the duties of the
 * treaty that an instrument serves, which its own may name; `entersIntoForce`: whether it binds through a treaty.
 */
export const checkDuties = (
  duties: Duties,
  root: object,
  against: Against & { beside: Duties; entersIntoForce: boolean },
): Issue[] => {
  const checker = checkerOf(against, {})
  const all = { ...against.beside, ...duties }
  return Object.entries(duties).flatMap(([id, duty]) => {
    const circle = circleOf(id, all)
    const mistakes: Mistake[] = [
      ...(reserved.includes(id)
        ? [{ path: [], message: `"${id}" follows from the rules of a treaty and is no duty of a file` }]
        : []),
      ...(Object.hasOwn(against.beside, id)
        ? [{ path: [], message: `the treaty has a duty "${id}" already`, expected: 'another name' }]
        : []),
      ...(circle === undefined
        ? []
        : [{ path: ['first'], message: `duties need each other in a circle: ${circle.join(' → ')}` }]),
      ...(!against.entersIntoForce && triggerOf(duty) === 'entry-into-force'
        ? [
            {
              path: ['first'],
              message: 'nothing enters into force: whoever promises here is bound by its own word',
            },
          ]
        : []),
      ...checkDuty(duty, all, checker),
    ]
    return mistakes.map((mistake) => issueOf(root, ['duties', id, ...mistake.path], mistake))
  })
}
