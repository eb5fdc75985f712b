// Does a condition name what is there: kinds, fields, cohorts, questions? All mistakes at once, each with its path.
import { checkWhere, commonFields, type Mistake, type Names, unknownKind } from './field-check.ts'
import type { Path } from './read-yaml.ts'
import type { Condition } from './rule-schema.ts'
import type { Distinct } from './told-together.ts'

/** What rules may name, ready to be looked up. `obligation`: whose questions an answer without `by` means. */
export type Checker = Names & {
  cohorts: readonly string[]
  questions: ReadonlyMap<string, ReadonlySet<string>>
  obligation: string | undefined
  duties: readonly string[] | undefined
  /** Whether the words of the plan were put where rules ask for them; otherwise nobody says which it has. */
  words?: boolean | undefined
}

/** A cohort that is not there. */
export const checkCohort = (name: string, checker: Checker, path: Path): Mistake[] =>
  checker.cohorts.includes(name)
    ? []
    : [{ path, message: `there is no cohort "${name}"`, expected: checker.cohorts.join(', ') }]

const fieldOf = (kind: string, field: string, checker: Checker) =>
  checker.kind(kind)?.fields[field] ?? commonFields[field]

/** A field that is no number of the kind; `kind` is undefined where there is no record at hand. */
export const checkNumeric = (
  kind: string | undefined,
  field: string,
  checker: Checker,
  path: Path,
): Mistake[] => {
  if (kind === undefined)
    return [{ path, message: 'only records have fields to add up; the population is not one of records' }]
  const spec = fieldOf(kind, field, checker)
  return spec?.type === 'integer' || spec?.type === 'number'
    ? []
    : [{ path, message: `"${kind}" has no number "${field}"` }]
}

/** A field that is no list of the kind; `kind` as above. */
export const checkListField = (
  kind: string | undefined,
  field: string,
  checker: Checker,
  path: Path,
): Mistake[] => {
  if (kind === undefined) return [{ path, message: 'there is no record here whose entries could be counted' }]
  return fieldOf(kind, field, checker)?.type === 'list'
    ? []
    : [{ path, message: `"${kind}" has no list "${field}"` }]
}

/** What is wrong with what is to be distinct: no such list, no such rows, words of the plan that it does not have. */
export const checkDistinct = (
  kind: string | undefined,
  { distinct, of, rows }: Distinct,
  checker: Checker,
  path: Path,
): Mistake[] => {
  const mistakes = checkListField(kind, distinct, checker, [...path, 'distinct'])
  if (kind === undefined) return mistakes
  // Words that the plan has stand here by now.
  if (typeof of === 'string' && checker.words === true)
    mistakes.push({
      path: [...path, 'of'],
      message: `the plan has no words for "${of.replace('$vocabulary.', '')}"`,
      expected: 'a list, or "vocabulary" in the file of the plan',
    })
  if (rows === undefined) return mistakes
  const [field = '', column = ''] = rows.split('.')
  const columns = fieldOf(kind, field, checker)?.columns
  const hasNumber = columns?.[column]?.type === 'integer' || columns?.[column]?.type === 'number'
  if (!hasNumber || columns?.[distinct] === undefined)
    mistakes.push({
      path: [...path, 'rows'],
      message: `"${kind}" has no rows "${field}" with a number "${column}" for each "${distinct}"`,
    })
  return mistakes
}

/** A field by which datums of `kind` cannot name the record at hand, which is of the kind `record`. */
const checkNaming = (
  field: string | undefined,
  kind: string,
  record: string | undefined,
  checker: Checker,
  path: Path,
): Mistake[] => {
  const spec = checker.kind(kind)
  if (field === undefined || spec === undefined) return []
  if (record === undefined) return [{ path, message: 'there is no record here that others could name' }]
  const naming = Object.keys(spec.fields).filter((name) => spec.fields[name]!.ref?.includes(record) === true)
  if (naming.includes(field)) return []
  return [
    {
      path,
      message: Object.hasOwn(spec.fields, field)
        ? `"${kind}" names no "${record}" in "${field}"`
        : `"${kind}" has no field "${field}"`,
      expected: naming.join(', ') || `a kind that has a field naming "${record}": "${kind}" has none`,
    },
  ]
}

/** A field by which datums of `kind` have no order in time. */
const checkOrder = (kind: string, field: string, checker: Checker, path: Path): Mistake[] => {
  const type = fieldOf(kind, field, checker)?.type
  return type === 'date' || type === 'integer' || type === 'number'
    ? []
    : [{ path, message: `"${kind}" has no date or number "${field}" by which one is the last` }]
}

/** Mistakes in a condition; `record` is the kind of the record at hand, where there is one. */
export const checkCondition = (
  condition: Condition,
  checker: Checker,
  record: string | undefined,
  path: Path,
): Mistake[] => {
  if (condition === true) return []
  const node = condition as { [form: string]: never } & object
  const inner = (form: string, kind = record) =>
    checkCondition(node[form] as never, checker, kind, [...path, form])
  if ('answer' in node) return checkAnswer(node as never, checker, record, path)
  for (const form of ['some', 'every', 'last', 'count'] as const) {
    if (!(form in node)) continue
    const kind = String(node[form])
    if (checker.kind(kind) === undefined) return [unknownKind(kind, checker, [...path, form])]
    return [
      ...checkNaming(node.naming, kind, record, checker, [...path, 'naming']),
      ...checkWhere(node.where, kind, checker, [...path, 'where']),
      ...(form === 'last' ? checkOrder(kind, String(node.by), checker, [...path, 'by']) : []),
      ...('holds' in node ? inner('holds', kind) : []),
    ]
  }
  if ('sum' in node)
    return [
      ...checkNaming(node.naming, String(node.sum).split('.')[0]!, record, checker, [...path, 'naming']),
      ...checkSums(node as never, checker, path),
    ]
  if ('distinct' in node) return checkDistinct(record, node as never, checker, path)
  if ('cohort' in node) return checkCohort(String(node.cohort), checker, [...path, 'cohort'])
  if ('party' in node || 'actorKind' in node) return []
  if ('not' in node) return inner('not')
  if ('when' in node) return [...inner('when'), ...inner('holds')]
  for (const form of ['all', 'any'] as const)
    if (form in node)
      return checkParts(node[form] as unknown as Condition[], checker, record, [...path, form])
  if (record === undefined)
    return [
      {
        path,
        message: 'no form of condition, and there is no record here to test',
        found: Object.keys(node).join(', '),
      },
    ]
  return checkWhere(node, record, checker, path)
}

const checkAnswer = (
  { answer, by }: { answer: string; by?: string },
  checker: Checker,
  record: string | undefined,
  path: Path,
): Mistake[] => {
  const obligation = by ?? checker.obligation
  if (obligation === undefined)
    return [{ path: [...path, 'answer'], message: 'this plan has no questionnaire to read answers from' }]
  const questions = checker.questions.get(obligation)
  if (questions === undefined)
    return [
      {
        path: [...path, 'by'],
        message: `there is no questionnaire "${obligation}"`,
        expected: [...checker.questions.keys()].join(', '),
      },
    ]
  if (!questions.has(answer))
    return [{ path: [...path, 'answer'], message: `${obligation} asks no question "${answer}"` }]
  return by !== undefined && record === undefined
    ? [
        {
          path: [...path, 'by'],
          message: 'answers about a record, where the population is not one of records',
        },
      ]
    : []
}

const checkSums = (
  node: { sum: string; where?: never; [limit: string]: unknown },
  checker: Checker,
  path: Path,
): Mistake[] => {
  const [kind = '', field = ''] = node.sum.split('.')
  const other = Object.entries(node).find(
    ([, limit]) => typeof limit === 'object' && limit !== null && 'sum' in limit,
  )
  const rest = other === undefined ? [] : checkSums(other[1] as never, checker, [...path, other[0]])
  if (checker.kind(kind) === undefined) return [unknownKind(kind, checker, [...path, 'sum']), ...rest]
  return [
    ...checkNumeric(kind, field, checker, [...path, 'sum']),
    ...checkWhere(node.where, kind, checker, [...path, 'where']),
    ...rest,
  ]
}

const checkParts = (
  parts: Condition[],
  checker: Checker,
  record: string | undefined,
  path: Path,
): Mistake[] => {
  const texts = parts.map((part) => JSON.stringify(part))
  return parts.flatMap((part, index): Mistake[] => {
    const at = [...path, index]
    const opposite = typeof part === 'object' && 'not' in part ? JSON.stringify(part.not) : undefined
    const clash: Mistake[] = []
    if (texts.indexOf(texts[index]!) < index) clash.push({ path: at, message: 'stands here twice' })
    if (opposite !== undefined && texts.includes(opposite))
      clash.push({ path: at, message: 'contradictory: the same part stands here with and without "not"' })
    return [...clash, ...checkCondition(part, checker, record, at)]
  })
}
