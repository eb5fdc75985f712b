// The dates that statements of one day cover at each level, kept so that a contradiction is found without looking at
// every statement again.

type Statement = {
  register: string
  actor?: string | null
  heldFrom: string
  heldUntil: string | null
  level: string
  knownFrom: string
}

/** `until`: the first day not covered; `endless` until further notice. */
type Span = { from: string; until: string }

const endless = '9999-12-31'

/** The first of spans in order, none touching another, that `isReached` holds for; their number where none. */
const firstWhere = (spans: readonly Span[], isReached: (span: Span) => boolean): number => {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isReached(spans[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

const add = (spans: Span[], { from, until }: Span) => {
  const start = firstWhere(spans, (span) => span.until >= from)
  const end = firstWhere(spans, (span) => span.from > until)
  const joined = spans.slice(start, end)
  const first = joined[0]?.from ?? from
  const last = joined.at(-1)?.until ?? until
  spans.splice(start, end - start, { from: first < from ? first : from, until: last > until ? last : until })
}

export type Contradiction = { level: string; from: string; until: string | null }

/** What was stated so far, by register, whose records it is about, day of the statement and level. */
export const statedSpans = () => {
  const byStatement = new Map<string, Map<string, Span[]>>()
  const keyOf = (one: Statement) => JSON.stringify([one.register, one.actor ?? null, one.knownFrom])
  const spanOf = (one: Statement): Span => ({ from: one.heldFrom, until: one.heldUntil ?? endless })
  return {
    add: (one: Statement): void => {
      const key = keyOf(one)
      const levels = byStatement.get(key) ?? new Map<string, Span[]>()
      byStatement.set(key, levels)
      const spans = levels.get(one.level) ?? []
      levels.set(one.level, spans)
      add(spans, spanOf(one))
    },
    /** Where another level was stated on the same day for some of the same dates: nothing decides between them. */
    findContradiction: (one: Statement): Contradiction | undefined => {
      const { from, until } = spanOf(one)
      for (const [level, spans] of byStatement.get(keyOf(one)) ?? []) {
        if (level === one.level) continue
        const other = spans[firstWhere(spans, (span) => span.until > from)]
        if (other !== undefined && other.from < until)
          return { level, from: other.from, until: other.until === endless ? null : other.until }
      }
      return undefined
    },
  }
}
