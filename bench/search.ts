// Search: how long an index takes, how it grows with what is held, whether others are served while it is built, and
// what a query costs. The exercise's own reports, once and many times over; ratios within one run.
import { globSync, readFileSync } from 'node:fs'
import { heldPlans } from '../src/indicators/plans.ts'
import { shippedStates } from '../src/parties/actor.ts'
import { beside } from '../src/search/beside.ts'
import { blank, type Document } from '../src/search/document.ts'
import { find } from '../src/search/found.ts'
import { buildIndex, type Index } from '../src/search/index.ts'
import { actorDocument, planDocuments } from '../src/search/texts.ts'

type Shipped = {
  actor: string
  coversYear: number
  answers: { question: string; evidence?: { quotation?: string; language?: string } }[]
}
const reports = globSync('exercise/data/reports-*.json').flatMap(
  (path) => JSON.parse(readFileSync(path, 'utf8')) as Shipped[],
)
const answers = reports.flatMap(({ actor, coversYear, answers: given }) =>
  given.map(
    ({ question, evidence }): Document => ({
      ...blank,
      kind: 'answer',
      id: `${actor}/${coversYear}/${question}`,
      path: `/reports/${actor}-${coversYear}#q-${question}`,
      title: question,
      of: { actor, name: actor },
      year: coversYear,
      parts:
        evidence?.quotation === undefined
          ? []
          : [{ text: evidence.quotation, language: evidence.language ?? null, verbatim: true }],
      about: [actor],
    }),
  ),
)
const names = [
  ...heldPlans().flatMap((plan) => planDocuments(plan.instrument)),
  ...shippedStates().map(actorDocument),
]

const typed = [
  'Mongolia',
  'Монгол',
  '蒙古',
  'منغوليا',
  'mongola',
  '7.1',
  'article 5',
  'survivor',
  'established',
  'qqqqqqqq',
]

const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!

const measure = async (factor: number) => {
  const many = Array.from({ length: factor }, (_, i) =>
    answers.map((one) => ({ ...one, id: `${one.id}/${i}` })),
  )
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  const start = performance.now()
  const index = await buildIndex([names, ...many])
  const build = performance.now() - start
  clearInterval(timer)
  globalThis.gc?.()
  const heap = process.memoryUsage().heapUsed - before
  const queries = typed.map((q) =>
    median(
      Array.from({ length: 5 }, () => {
        const from = performance.now()
        find(index, { q })
        return performance.now() - from
      }),
    ),
  )
  return {
    documents: index.size,
    build,
    longest,
    heap,
    query: median([...queries]),
    worst: Math.max(...queries),
  }
}

console.log(
  `search: ${names.length} names and texts, ${answers.length} answers of the exercise; ${typed.length} queries, median of 5`,
)
let first: { build: number; query: number } | undefined
for (const factor of [1, 2, 4, 8]) {
  const { documents, build, longest, heap, query, worst } = await measure(factor)
  first ??= { build, query }
  console.log(
    `${String(documents).padStart(6)} documents: index ${build.toFixed(0)} ms (${(build / first.build).toFixed(1)}× the first), ` +
      `others waited ${longest.toFixed(0)} ms at most, ${(heap / 1e6).toFixed(0)} MB${globalThis.gc === undefined ? ' with garbage' : ''}; ` +
      `a query ${query.toFixed(1)} ms (${(query / first.query).toFixed(1)}×), the slowest ${worst.toFixed(1)} ms`,
  )
}

// Who sees more than everyone: one index of what everyone sees, shared, and beside it for each sight its own facts; against
// a whole index for each sight, as it was before.
const sights = 4
const ownFacts = 200
const factsOf = (sight: number) =>
  answers.slice(0, ownFacts).map((one) => ({ ...one, kind: 'fact' as const, id: `${one.id}/own/${sight}` }))
const spent = async <T>(work: () => Promise<T>): Promise<{ ms: number; mb: number; made: T }> => {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const start = process.cpuUsage()
  const made = await work()
  const used = process.cpuUsage(start)
  globalThis.gc?.()
  return { ms: (used.user + used.system) / 1000, mb: (process.memoryUsage().heapUsed - before) / 1e6, made }
}
const each = Array.from({ length: sights }, (_, sight) => sight)
const apart = await spent(async () => {
  const made: Index[] = []
  for (const sight of each) made.push(await buildIndex([names, answers, factsOf(sight)]))
  return made
})
const shared = await spent(async () => {
  const base = await buildIndex([names, answers])
  const made: Index[] = []
  for (const sight of each) made.push(beside(base, await buildIndex([factsOf(sight)])))
  return made
})
const later = await spent(() => buildIndex([factsOf(0)]))
const queryMs = (index: Index) =>
  median(
    typed.flatMap((q) =>
      Array.from({ length: 5 }, () => {
        const from = performance.now()
        find(index, { q })
        return performance.now() - from
      }),
    ),
  )
console.log(
  `${sights} sights with ${ownFacts} facts of their own: an index each ${apart.ms.toFixed(0)} ms CPU and ${apart.mb.toFixed(0)} MB, ` +
    `beside one that is shared ${shared.ms.toFixed(0)} ms and ${shared.mb.toFixed(0)} MB (${(apart.ms / shared.ms).toFixed(1)}× and ${(apart.mb / shared.mb).toFixed(1)}× less); ` +
    `one more sight ${later.ms.toFixed(0)} ms (1/${(apart.ms / sights / later.ms).toFixed(0)}); ` +
    `a query ${queryMs(apart.made[0]!).toFixed(2)} and ${queryMs(shared.made[0]!).toFixed(2)} ms`,
)
