// Expected refusals. Every refusal Pacta can give is listed here with its status and its words;
// the reference page docs/reference/problems.md is generated from this list.

/** Where in an input something is wrong: a file, then a line, a sheet of a workbook, a cell ("C7") or a path ("answers[3].state"). */
export type Place = { file?: string; line?: number; sheet?: string; cell?: string; path?: string }

/** One thing wrong with someone's input. Issues are data: they are collected and shown together. */
export type Issue = Place & { message: string; expected?: string; found?: string }

export const problemTypes = {
  usage: { status: 400, title: 'The command or address was not understood' },
  'not-found': { status: 404, title: 'Nothing is held under this name' },
  'input-unreadable': { status: 422, title: 'The input could not be read' },
  'input-rejected': { status: 422, title: 'The input has problems; nothing was stored' },
  'cohort-not-established': { status: 409, title: 'Nobody has established who belongs to this cohort' },
  'store-in-use': { status: 409, title: 'Another process is using this data folder' },
  'store-unavailable': { status: 503, title: 'The store could not be opened' },
  'store-busy': { status: 503, title: 'The store did not answer in time' },
  'transaction-misuse': { status: 500, title: 'The outer handle was used inside a transaction' },
  'cross-site-form': { status: 403, title: 'The form was not sent from a page of this site' },
  'form-too-large': { status: 413, title: 'The form holds more than can be taken in at once' },
  'record-changed': { status: 500, title: 'What is held is not as it was stored' },
  'already-recorded': { status: 409, title: 'This is already recorded' },
  'sign-in-needed': { status: 401, title: 'This is for people who have signed in' },
  'not-permitted': { status: 403, title: 'Your roles do not reach this' },
  'changed-meanwhile': { status: 409, title: 'Somebody else changed this meanwhile' },
  'too-many-tries': { status: 429, title: 'Too many tries; wait before the next one' },
} as const

export type ProblemType = keyof typeof problemTypes

/**
 * What somebody lacks who may not do something: the roles that may, with which owners. `ways`: the same, each with those it
 * is held with; a way without owners is held with anyone.
 */
export type Needs = {
  act: string
  kind: string
  roles: readonly string[]
  owners: readonly string[]
  ways: readonly { roles: readonly string[]; owners: readonly string[] }[]
}

/** An expected refusal: what was asked, why it is refused, and what to do. The one class of the project. */
export class Problem extends Error {
  readonly type: ProblemType
  readonly status: number
  readonly title: string
  readonly issues: Issue[]
  readonly needs: Needs | undefined
  constructor(type: ProblemType, detail: string, issues: Issue[] = [], needs?: Needs) {
    super(detail)
    this.name = 'Problem'
    this.type = type
    this.status = problemTypes[type].status
    this.title = problemTypes[type].title
    this.issues = issues
    this.needs = needs
  }
}

export const problem = (type: ProblemType, detail: string, issues: Issue[] = [], needs?: Needs): Problem =>
  new Problem(type, detail, issues, needs)

/** RFC 9457 problem details, as the web and `--json` print them. */
export const problemJson = (p: Problem) => ({
  type: `/problems/${p.type}`,
  title: p.title,
  status: p.status,
  detail: p.message,
  issues: p.issues,
  ...(p.needs === undefined ? {} : { needs: p.needs }),
})

/** So many issues are shown at once; whoever mends a file mends the first, and looks again. */
const mostShown = 100
const longestFound = 80

/** The first issues of a list, with how many there are beside them. */
export const firstIssues = <T>(issues: readonly T[]): { shown: readonly T[]; more: number } => ({
  shown: issues.slice(0, mostShown),
  more: Math.max(0, issues.length - mostShown),
})

/** What was found, as far as it is needed to know it again. */
export const shortFound = (found: string): string =>
  found.length > longestFound ? `${found.slice(0, longestFound)}…` : found

/** Issues in lines of words, the first of them where there are many. */
export const describeIssues = (issues: readonly Issue[]): string[] => {
  const { shown, more } = firstIssues(issues)
  return [...shown.map(describeIssue), ...(more === 0 ? [] : [`and ${more} more`])]
}

/** "reports.csv, line 7, cell C7: found "maybe", expected yes, partly, no" in one line of words. */
export const describeIssue = (i: Issue): string => {
  const place = [
    i.file,
    i.line === undefined ? undefined : `line ${i.line}`,
    i.sheet === undefined ? undefined : `sheet "${i.sheet}"`,
    i.cell && `cell ${i.cell}`,
    i.path,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
  const detail = [
    i.message,
    i.found === undefined ? undefined : `found ${JSON.stringify(shortFound(i.found))}`,
    i.expected && `expected ${i.expected}`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('; ')
  return place === '' ? detail : `${place}: ${detail}`
}
