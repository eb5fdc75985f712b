// The parts of a pledge: lines that head its objectives, its action plan, its indicators and its resources, whatever counts
// them ("A)", "II.", "Part 3", "##", "Нэг.") or nothing does. Which lines these are is decided once, for all together,
// because a numbered item may look like a heading and the word "actions" may stand anywhere.
import { isBlank, type Line, tidy } from './lines.ts'
import type { Mark } from './marks.ts'
import { type PartRole, partOrdinals, partWord, roleOf } from './part-words.ts'

export type PartHeading = {
  line: number
  role: PartRole
  number: string | null
  title: string
  level: number
  /** Offset in `plain` where text of the part begins on the heading's own line: "D) Resources: None." */
  from: number | undefined
  /** Number of the line on which the heading goes on. */
  continuedOn: number | undefined
}

/** How the headings of one document are dressed: all of its parts are alike. */
type Family = 'word' | 'letter' | 'roman' | 'ordinal' | 'number' | 'bold' | 'bare' | `#${number}`

type Candidate = Omit<PartHeading, 'role'> & {
  role: PartRole | undefined
  at: number
  /** Whether a colon ends it. */
  ends: boolean
  family: Family
  /** Place in its count: B is 2, III is 3; 0 where nothing counts it. */
  place: number
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']
const letterRows = ['abcdefghij', 'абвгдежзик', 'أبجدهوزحطي']

const placeOf = (text: string): { family: Family; place: number } | undefined => {
  const small = text.toLowerCase().replace(/[\u064b-\u0652]/g, '')
  if (/^\d{1,2}$/.test(small)) return { family: 'number', place: Number(small) }
  const ordinal = partOrdinals.map((row) => row.indexOf(small)).find((at) => at >= 0)
  if (ordinal !== undefined) return { family: 'ordinal', place: ordinal + 1 }
  if (text !== small || /\p{Lo}/u.test(text)) {
    if (romans.includes(small)) return { family: 'roman', place: romans.indexOf(small) + 1 }
    const at = letterRows.map((row) => row.indexOf(small)).find((one) => one >= 0 && small.length === 1)
    if (at !== undefined) return { family: 'letter', place: at + 1 }
  }
  return undefined
}

const ordinals = partOrdinals.flat().join('|')
const counted = new RegExp(
  `^\\(?(\\p{Lu}|\\p{Lo}|[IVX]{1,5}|\\d{1,2}|(?:${ordinals})[\\u064b-\\u0652]?)(?![\\p{L}\\p{N}\\u064b-\\u0652])\\s*(?:[).:：،、,]|[–—-](?=\\s))\\s*(?!\\d)`,
  'iu',
)
const countedAfterWord = new RegExp(
  `^(\\p{Lu}|[IVX]{1,5}|\\d{1,2}|${ordinals})(?![\\p{L}\\p{N}])\\s*(?:[:.)–—-]+\\s*)?`,
  'iu',
)

const readCount = (
  content: string,
): { family: Family; place: number; number: string; from: number } | undefined => {
  const word = partWord.exec(content)
  const from = word?.[0].length ?? 0
  const found = (word === null ? counted : countedAfterWord).exec(content.slice(from, from + 40))
  if (found === null) return undefined
  const place = placeOf(found[1]!)
  if (place === undefined) return undefined
  return {
    family: word === null ? place.family : 'word',
    place: place.place,
    number: found[1]!,
    from: from + found[0].length,
  }
}

const wordCount = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length

/** Where a heading ends and the text of its part begins, on one line; undefined where the whole line is the heading. */
const textAfter = (rest: string): number | undefined => {
  const colon = /[:：]\s*(?=\S)/.exec(rest)
  if (colon === null) return undefined
  const after = rest.slice(colon.index + colon[0].length)
  // "Objectives: / Objectifs :" is one heading in two languages.
  if (/^[/|–—-]/.test(after) || /[/|]/.test(rest.slice(0, colon.index))) return undefined
  return colon.index + colon[0].length
}

const readCandidate = (
  { lines, marks, skip }: PartsScan,
  i: number,
  gapBefore: boolean,
): Candidate | undefined => {
  const line = lines[i]!
  const mark = marks[i]!
  if (line.plain.length > 400) return undefined
  const content = line.plain.slice(mark.start)
  const count = readCount(content)
  if (count === undefined && mark.list !== undefined) return undefined
  const start = mark.start + (count?.from ?? 0)
  const rest = line.plain.slice(start)
  const inline = mark.level > 0 ? undefined : textAfter(rest)
  const head = tidy(inline === undefined ? rest : rest.slice(0, inline))
  const title = head.replace(/\s*[:：]+$/, '').replace(/(?<=\p{L})\.$/u, '')
  if (title === '' || title.length > 150 || wordCount(title) > 16) return undefined
  if (/[;,!?]$/.test(title) || /\p{Ll}{2}[.;] \p{Lu}/u.test(title)) return undefined
  const told = roleOf(title)
  const family: Family = mark.level > 0 ? `#${mark.level}` : (count?.family ?? (line.bold ? 'bold' : 'bare'))
  const isPlain = family === 'bare' || family === 'bold'
  const ends = /[:：]$/.test(head)
  const below = lines[i + 1]
  const runsOn =
    below !== undefined &&
    !ends &&
    /^\p{Ll}/u.test(below.plain) &&
    !skip(below) &&
    marks[i + 1]!.list === undefined
  // "Action 1: …" opens an action.
  if (isPlain && mark.heading !== undefined) return undefined
  if (isPlain) {
    // Nothing but its words makes it a heading: few of them, the telling one among the first, and alone on its line.
    if (
      told === undefined ||
      runsOn ||
      told.at > 30 ||
      /\d$/.test(title) ||
      !/^["“«(]?[\p{Lu}\p{Lo}]/u.test(title)
    )
      return undefined
    if (wordCount(title) > (ends || line.bold ? 8 : 5) || (!gapBefore && !ends && inline === undefined))
      return undefined
    if ((told.role === 'other' || told.role === 'signed') && (wordCount(title) > 4 || told.at > 0))
      return undefined
    if (inline !== undefined && (told.role === 'other' || told.role === 'signed' || wordCount(title) > 5))
      return undefined
    if (/\.$/.test(head)) return undefined
  } else if (/\.$/.test(head) && wordCount(title) > 6) return undefined
  else if (family === 'number' && told !== undefined && (told.at > 30 || wordCount(title) > 8))
    return undefined
  const goesOn =
    runsOn &&
    wordCount(tidy(below.plain)) <= 8 &&
    (lines[i + 2] === undefined || isBlank(lines[i + 2]!) || /[:：]$/.test(tidy(below.plain)))
      ? below.number
      : undefined
  if (runsOn && goesOn === undefined) return undefined
  return {
    line: line.number,
    role: told?.role,
    at: told?.at ?? 0,
    ends: ends || inline !== undefined,
    number: count === undefined ? null : count.number,
    title,
    level: mark.level > 0 ? mark.level : 1,
    from: inline === undefined ? undefined : start + inline,
    continuedOn: goesOn,
    family,
    place: count?.place ?? 0,
  }
}

/** What the search needs of the document. `skip` has furniture, lines of tables and rules. */
export type PartsScan = { lines: Line[]; marks: Mark[]; skip: (line: Line) => boolean }

/** One heading for each role, in rising count; undefined where a role that comes once comes again. */
const chainOf = (family: readonly Candidate[]): Candidate[] | undefined => {
  const chain: Candidate[] = []
  for (const one of family) {
    if (one.role === undefined || one.role === 'other' || one.role === 'signed') continue
    if (chain.some(({ role }) => role === one.role)) {
      // "Indicators:" below each action: a plan, whose reader is another.
      if (one.role === 'indicators' && one.place === 0) return undefined
      continue
    }
    const last = chain.at(-1)
    if (last !== undefined && one.place > 0 && one.place <= last.place) continue
    chain.push(one)
  }
  return chain
}

const strength = (family: Family): number =>
  ['bare', 'bold', 'number', 'ordinal', 'roman', 'letter', 'word'].indexOf(family) +
  (family.startsWith('#') ? 9 : 0)

const isSound = (chain: readonly Candidate[]): boolean => {
  const roles = new Set(chain.map(({ role }) => role))
  const telling = roles.has('actions') || roles.has('indicators')
  const isPlain = strength(chain[0]!.family) < 2
  // A plan of one action has "Indicators" below it too.
  if (isPlain && roles.size < 3 && !chain.every(({ ends }) => ends)) return false
  if (roles.has('actions') && roles.has('indicators')) return true
  return telling && (roles.size >= 3 || (roles.size === 2 && strength(chain[0]!.family) >= 3))
}

/** Headings of the same dress that no word tells of, and those whose words tell of a part beside the main ones. */
const withOthers = (chain: readonly Candidate[], all: readonly Candidate[]): Candidate[] => {
  const family = chain[0]!.family
  const first = Math.min(...chain.map(({ line }) => line))
  const taken = new Set(chain.map(({ line }) => line))
  const roles = new Set(chain.map(({ role }) => role))
  const found = [...chain]
  for (const one of all) {
    if (taken.has(one.line)) continue
    const before = found
      .filter(({ line }) => line < one.line)
      .toSorted((a, b) => a.line - b.line)
      .at(-1)
    const after = chain.find(({ line }) => line > one.line)
    const isMarkdown = family.startsWith('#') && one.family.startsWith('#') && one.level >= chain[0]!.level
    const isNext =
      one.family === family &&
      one.place > 0 &&
      (family !== 'number' || one.role === 'other' || one.role === 'signed') &&
      one.place === (before?.place ?? 0) + 1 &&
      (after === undefined || after.place > one.place)
    const isTold =
      (one.family === 'bare' || one.family === 'bold') &&
      (one.role === 'other' ||
        one.role === 'signed' ||
        // What comes again and again ("Indicators:" below each action) heads no part.
        (one.role !== undefined &&
          !roles.has(one.role) &&
          one.line > first &&
          all.filter(({ role }) => role === one.role).length === 1))
    if (!(isMarkdown || isNext || isTold)) continue
    found.push(one)
    taken.add(one.line)
    if (one.role !== undefined) roles.add(one.role)
  }
  return found.toSorted((a, b) => a.line - b.line)
}

/**
 * The headings of the parts of a pledge, in order; none where the document is not in such parts. A part whose heading says
 * nothing of its own, below another (as "### Training" below "## Action plan"), has the role of that one.
 */
export const findParts = (scan: PartsScan): PartHeading[] => {
  const all: Candidate[] = []
  let gapBefore = true
  let isFirst = true
  scan.lines.forEach((line, i) => {
    if (isBlank(line) || scan.skip(line)) {
      gapBefore = true
      return
    }
    const one = readCandidate(scan, i, gapBefore)
    // The first line of all is the title.
    const isTitle = isFirst && one?.ends === false && (one.family === 'bare' || one.family === 'bold')
    if (one !== undefined && !isTitle) all.push(one)
    isFirst = false
    gapBefore = one !== undefined
  })
  const families = [...Map.groupBy(all, ({ family }) => family).values()]
    .flatMap((family) => {
      const chain = chainOf(family)
      return chain !== undefined && chain.length > 0 && isSound(chain) ? [chain] : []
    })
    .toSorted((a, b) => b.length - a.length || strength(b[0]!.family) - strength(a[0]!.family))
  const [chain] = families
  if (chain === undefined) return []
  let above: PartHeading | undefined
  return withOthers(chain, all).map(({ family: _, place: __, at: ___, ends: ____, ...one }): PartHeading => {
    const inherits = above !== undefined && one.level > above.level && one.role === undefined
    const heading = { ...one, role: one.role ?? (inherits ? above!.role : 'other') }
    if (!inherits) above = heading
    return heading
  })
}
