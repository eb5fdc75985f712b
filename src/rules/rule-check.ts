// Checks files of rules and cohorts against everything they name. All mistakes at once, each with its place.
import type { Kinds } from '../facts/kind.ts'
import type { Issue } from '../problem.ts'
import { type Checker, checkCohort, checkCondition, checkDistinct, checkNumeric } from './condition-check.ts'
import { checkLets, checkWhere, kindOfValue, type Mistake, reportKind, unknownKind } from './field-check.ts'
import { namesIn } from './locality.ts'
import { answerableQuestions, type Questionnaire } from './questionnaire-schema.ts'
import { type Path, placeOf, rejected } from './read-yaml.ts'
import { changedBy } from './reading.ts'
import { ruleForm } from './rule-forms.ts'
import type { CohortFile, Rule, RuleFile, Value } from './rule-schema.ts'

/** What a rule file is checked against. `obligation`: the questionnaire of answers without `by`. */
export type Against = {
  kinds: Kinds
  cohorts: CohortFile
  questionnaires: readonly Questionnaire[]
  obligation?: string
  /** The duties of the plan's treaty, by id; undefined where nobody says which there are. */
  duties?: readonly string[] | undefined
  /** Whether the plan's words stand where rules ask for them. */
  words?: boolean | undefined
  /** The plan's actions by id, each with its own indicators; undefined where nobody says which there are. */
  actions?: ReadonlyMap<string, readonly string[]> | undefined
}

export const checkerOf = (against: Against, lets: RuleFile['let']): Checker => {
  const reports = new Map(against.questionnaires.map(({ id }) => [`${id}-report`, reportKind(id)]))
  return {
    kind: (name) => (Object.hasOwn(against.kinds, name) ? against.kinds[name] : reports.get(name)),
    kindNames: [...Object.keys(against.kinds), ...reports.keys()],
    let: lets,
    cohorts: Object.keys(against.cohorts),
    questions: new Map(
      against.questionnaires.map((asked) => [
        asked.id,
        new Set(answerableQuestions(asked).map(({ id }) => id)),
      ]),
    ),
    obligation: against.obligation,
    duties: against.duties,
    words: against.words,
  }
}

/**
 * Checks every rule and every reading of it. Throws Problem `input-rejected` naming file, line and path of each
 * unknown kind, field, cohort, question or name, each contradiction, circle, and reading that does not fit.
 */
export const checkRuleFile = (file: RuleFile, against: Against): void => {
  const checker = checkerOf(against, file.let)
  const issues: Issue[] = checkLets(checker).map((mistake) => issueOf(file, mistake.path, mistake))
  for (const [id, rule] of Object.entries(file.rules)) {
    const own = checkRule(rule, checker)
    issues.push(...own.map((mistake) => issueOf(file, ['rules', id, ...mistake.path], mistake)))
    for (const mistake of checkMeasures(id, rule, against.actions))
      issues.push(issueOf(file, ['rules', id, ...mistake.path], mistake))
    const known = new Set(own.map(keyOf))
    for (const reading of Object.keys(rule.readings)) {
      const at: Path = ['rules', id, 'readings', reading]
      for (const mistake of checkReading(rule, reading, checker))
        if (!known.has(keyOf(mistake))) issues.push(issueOf(file, [...at, ...mistake.path], mistake))
    }
  }
  if (issues.length > 0) throw rejected(issues[0]!.file ?? `The rules of ${file.plan}`, issues)
}

/** Which actions an indicator measures is ours to say only where the text puts it under none. */
const checkMeasures = (
  indicator: string,
  { measures }: Rule,
  actions: ReadonlyMap<string, readonly string[]> | undefined,
): Mistake[] => {
  if (measures === undefined || actions === undefined) return []
  const stands = [...actions].find(([, indicators]) => indicators.includes(indicator))
  if (stands !== undefined)
    return [{ path: ['measures'], message: `the text puts ${indicator} under action ${stands[0]} already` }]
  return measures.flatMap((action, index): Mistake[] => {
    const path = ['measures', index]
    if (!actions.has(action))
      return [
        {
          ...{ path, message: `the plan has no action "${action}"`, found: action },
          expected: [...actions.keys()].join(', '),
        },
      ]
    return measures.indexOf(action) < index ? [{ path, message: 'stands here twice', found: action }] : []
  })
}

/** Checks the rules of cohorts. Throws Problem `input-rejected` as checkRuleFile does; circles are named in full. */
export const checkCohorts = (
  cohorts: CohortFile,
  against: Pick<Against, 'kinds' | 'questionnaires'>,
): void => {
  const checker = checkerOf({ ...against, cohorts }, {})
  const issues = Object.entries(cohorts).flatMap(([name, cohort]) => {
    const circle = circleOf(name, cohorts)
    const mistakes =
      circle === undefined
        ? checkCondition(cohort.rule, checker, undefined, ['rule'])
        : [{ path: ['rule'], message: `cohorts need each other in a circle: ${circle.join(' → ')}` }]
    return mistakes.map((mistake) => issueOf(cohorts, [name, ...mistake.path], mistake))
  })
  if (issues.length > 0) throw rejected(issues[0]!.file ?? 'The cohorts', issues)
}

export const issueOf = (root: object, path: Path, { message, found, expected }: Mistake): Issue => ({
  ...placeOf(root, path),
  message,
  ...(found === undefined ? {} : { found }),
  ...(expected === undefined ? {} : { expected }),
})

const keyOf = (mistake: Mistake) => `${mistake.path.join('/')} ${mistake.message}`

const circleOf = (start: string, cohorts: CohortFile): string[] | undefined => {
  const seen = new Set<string>()
  const walk = (name: string, before: string[]): string[] | undefined => {
    if (name === start && before.length > 0) return [...before, name]
    if (seen.has(name)) return undefined
    seen.add(name)
    for (const next of namesIn(cohorts[name]?.rule)) {
      const circle = walk(next, [...before, name])
      if (circle !== undefined) return circle
    }
    return undefined
  }
  return walk(start, [])
}

/** What is wrong with one reading; paths start at the change that brings it about. */
const checkReading = (rule: Rule, reading: string, checker: Checker): Mistake[] => {
  const { rule: changed, mistakes } = changedBy(rule, reading)
  if (mistakes.length > 0)
    return mistakes.map(({ path, message }) => ({ path: path === '' ? [] : [path], message }))
  const changes = Object.keys(rule.readings[reading]!.changes)
  const underChange = (mistake: Mistake): Mistake => {
    const change = changes.find((given) => `${mistake.path.join('.')}.`.startsWith(`${given}.`))
    const rest =
      change === undefined ? mistake.path : [change, ...mistake.path.slice(change.split('.').length)]
    return { ...mistake, path: rest }
  }
  const { readings: _, ...plain } = changed
  const formed = ruleForm.safeParse(plain)
  if (!formed.success)
    return formed.error.issues.map((issue) =>
      underChange(
        issue.code === 'unrecognized_keys'
          ? {
              path: [...issue.path, ...issue.keys],
              message: `nothing is called "${issue.keys.join(', ')}" here`,
            }
          : { path: issue.path, message: issue.message },
      ),
    )
  return checkRule(changed, checker).map(underChange)
}

/** Everything wrong with one rule; paths start inside the rule. */
const checkRule = (rule: Rule, checker: Checker): Mistake[] => {
  const { population, measure, pending, target } = rule
  const mistakes: Mistake[] = []
  let record: string | undefined
  if ('cohort' in population) {
    mistakes.push(...checkCohort(population.cohort, checker, ['population', 'cohort']))
    mistakes.push(...checkAt(population.at, checker, undefined, ['population', 'at']))
  } else if (!('actor' in population)) {
    const form = 'records' in population ? 'records' : 'actorsOf'
    const kind = 'records' in population ? population.records : population.actorsOf
    if (checker.kind(kind) === undefined) mistakes.push(unknownKind(kind, checker, ['population', form]))
    else if (form === 'records') record = kind
    mistakes.push(...checkWhere(population.where, kind, checker, ['population', 'where']))
    if (population.among !== undefined)
      mistakes.push(...checkCohort(population.among, checker, ['population', 'among']))
    mistakes.push(...checkAt(population.at, checker, kind, ['population', 'at']))
  }
  mistakes.push(...checkCondition(rule.condition, checker, record, ['condition']))
  if (typeof measure === 'object') {
    const [[form, fields] = ['', []]] = Object.entries(measure) as [string, string | string[]][]
    for (const field of [fields].flat())
      mistakes.push(...checkNumeric(record, field, checker, ['measure', form]))
  }
  if (typeof pending === 'object') mistakes.push(...checkPending(rule, checker, record))
  if (target?.across !== undefined)
    mistakes.push(...checkDistinct(record, target.across, checker, ['target', 'across']))
  return mistakes
}

/** The date of membership: `as-of`, `event` where there is one, or a date. */
const checkAt = (
  at: Value | undefined,
  checker: Checker,
  kind: string | undefined,
  path: Path,
): Mistake[] => {
  if (at === undefined || at === 'as-of' || (at === 'event' && kind !== undefined)) return []
  const record = kind === undefined ? undefined : checker.kind(kind)
  return kindOfValue(at, checker, record) === 'date'
    ? []
    : [{ path, message: 'not a date', found: JSON.stringify(at) }]
}

const checkPending = (
  { pending, condition }: Rule,
  checker: Checker,
  record: string | undefined,
): Mistake[] => {
  if (pending === 'none') return []
  const { until } = pending
  const path = ['pending', 'until']
  if (typeof until === 'object' && 'duty' in until)
    return [
      ...(until.field === 'dueOn'
        ? []
        : [{ path: [...path, 'field'], message: 'a duty has only the date dueOn' }]),
      ...(checker.duties === undefined || checker.duties.includes(until.duty)
        ? []
        : [
            {
              path: [...path, 'duty'],
              message: `the treaty has no duty "${until.duty}"`,
              expected: checker.duties.join(', ') || 'none: the plan has no treaty with duties',
            },
          ]),
    ]
  const every = typeof condition === 'object' && 'every' in condition ? String(condition.every) : record
  const kind = every === undefined ? undefined : checker.kind(every)
  return kindOfValue(until, checker, kind) === 'date'
    ? []
    : [{ path, message: 'not a date', found: JSON.stringify(until) }]
}
