// How this document marks its actions: by a word and a number, by number alone, by list items in a section of
// actions, or in a table. Decided once for the whole document, from the strongest sign it uses.
import { isBlank, type Line, tidy } from './lines.ts'
import { isTerminated, type Mark, sameList } from './marks.ts'
import { isIndicatorHeading, isIndicatorLine, type SectionHeading } from './sections.ts'
import {
  actionSection,
  actionWords,
  indicatorSection,
  introductorySection,
  measureOpening,
} from './vocabulary.ts'

export type ActionStyle = 'word' | 'numbered' | 'items' | 'none'

/** The word that heads this document's actions, or undefined where none is used. */
export const findActionWord = (
  lines: Line[],
  marks: Mark[],
  skip: (line: Line) => boolean,
): string | undefined => {
  const counts = new Map<string, number>()
  lines.forEach((line, i) => {
    const word = marks[i]!.heading?.word
    if (word === undefined || word === 'section' || skip(line)) return
    counts.set(word, (counts.get(word) ?? 0) + 1)
  })
  const most = Math.max(0, ...counts.values())
  // "Objective 1" over "Action 1.1" is a section; a lone "Action 1" among thirty recommendations is a mention.
  return actionWords.find(({ name }) => (counts.get(name) ?? 0) >= Math.max(1, most / 5))?.name
}

/** The lines whose heading word opens an action. */
export const findWordActions = (
  lines: Line[],
  marks: Mark[],
  skip: (line: Line) => boolean,
  word: string,
): Set<number> => {
  const starts = new Set<number>()
  let last = ''
  lines.forEach((line, i) => {
    const heading = marks[i]!.heading
    if (heading?.word !== word || skip(line)) return
    const before = lines[i - 1]
    const hasText = tidy(line.plain.slice(heading.from)) !== ''
    const runsOn =
      before !== undefined && !isBlank(before) && before.plain.length >= 40 && !isTerminated(before.plain)
    const isNext = Number(heading.number) === Number(last) + 1
    // "…as described in / Action 12. In this regard": a wrapped sentence that happens to begin a line so.
    if (hasText && runsOn && !(isNext && heading.separated)) return
    starts.add(line.number)
    last = heading.number
  })
  return starts
}

/** Where no word marks actions: the lines that open one by number or as list items, with the style found. */
export const findOtherActions = (
  lines: Line[],
  marks: Mark[],
  skip: (line: Line) => boolean,
  sections: Map<number, SectionHeading>,
): { style: ActionStyle; starts: Set<number>; hasIndicators: boolean } => {
  const numbered = findNumbered(lines, marks, skip, sections)
  if (numbered.starts.size > 0) return { style: 'numbered', ...numbered }
  const items = findItems(lines, marks, skip, sections)
  return { style: items.size > 0 ? 'items' : 'none', starts: items, hasIndicators: false }
}

type Candidate = {
  line: Line
  mark: Mark
  section: number
  hasIndicators: boolean
  isChapeau: boolean
  introductory: boolean
}

const findNumbered = (
  lines: Line[],
  marks: Mark[],
  skip: (line: Line) => boolean,
  sections: Map<number, SectionHeading>,
): { starts: Set<number>; hasIndicators: boolean } => {
  const candidates: Candidate[] = []
  let section = 0
  let introductory = false
  let inIndicators = false
  let anyIndicators = false
  let firstInList: Mark['list']
  lines.forEach((line, i) => {
    if (isBlank(line) || skip(line)) return
    const mark = marks[i]!
    const heading = sections.get(line.number)
    const list = mark.list
    const numberedHeading = heading !== undefined && mark.level > 0 && list?.style === 'number'
    if (heading !== undefined && !numberedHeading) {
      section = line.number
      introductory = introductorySection.test(heading.title) || indicatorSection.test(heading.title)
      inIndicators = false
      firstInList = undefined
      return
    }
    if (isIndicatorHeading(line, mark)) {
      const owner = candidates.at(-1)
      if (owner !== undefined && owner.section === section) owner.hasIndicators = true
      inIndicators = true
      anyIndicators = true
      firstInList = undefined
      return
    }
    // The label stands on each line, so a number after it opens a paragraph and no item of a list.
    if (isIndicatorLine(line, mark)) {
      const owner = candidates.at(-1)
      if (owner !== undefined && owner.section === section) owner.hasIndicators = true
      inIndicators = false
      anyIndicators = true
      return
    }
    if (list === undefined) return
    const first = inIndicators && firstInList === undefined
    if (inIndicators) firstInList ??= list
    if (list.style !== 'number' && list.style !== 'decimal') return
    const rest = tidy(line.plain.slice(list.from))
    if (rest === '' && mark.level === 0) return
    if (measureOpening.test(rest)) return
    // The items of a list of indicators numbered like its first one.
    if (inIndicators && (first || (firstInList !== undefined && sameList(firstInList, list)))) {
      const value = Number(list.value)
      const owner = candidates.at(-1)
      const continues = owner !== undefined && value === Number(owner.mark.list!.value) + 1
      if (first || !continues) return
    }
    const isChapeau = rest.endsWith(':')
    candidates.push({ line, mark, section, hasIndicators: false, isChapeau, introductory })
    inIndicators = false
    firstInList = undefined
  })
  // Where both "1." and "1.1" open paragraphs, the finer ones are details of the coarser.
  const whole = candidates.some((c) => c.mark.list!.style === 'number' && !c.introductory && !c.isChapeau)
  const eligible = candidates.filter((c) => {
    if (c.introductory || (c.isChapeau && !c.hasIndicators)) return false
    return !(whole && c.mark.list!.style === 'decimal')
  })
  const actionParts = new Set(
    [...sections].filter(([, s]) => actionSection.test(s.title)).map(([line]) => line),
  )
  const withIndicators = new Set(eligible.filter((c) => c.hasIndicators).map((c) => c.section))
  const starts = new Set(
    eligible
      .filter((c) =>
        anyIndicators && withIndicators.size > 0
          ? withIndicators.has(c.section)
          : actionParts.size === 0 || actionParts.has(c.section),
      )
      .map((c) => c.line.number),
  )
  return { starts, hasIndicators: withIndicators.size > 0 }
}

const promiseLead =
  /\b(?:commits?|pledges?|undertakes?|will|shall|agree[sd]?|resolves?|decides?|following (?:actions|commitments|measures|steps)|s['’]engagen?t?|se comprometen?)\b[^.]{0,160}:$/i

const findItems = (
  lines: Line[],
  marks: Mark[],
  skip: (line: Line) => boolean,
  sections: Map<number, SectionHeading>,
): Set<number> => {
  const inSections = new Set<number>()
  const afterLead = new Set<number>()
  let active = false
  let lead = false
  let first: Mark['list']
  let indent = 0
  lines.forEach((line, i) => {
    if (isBlank(line) || skip(line)) return
    const mark = marks[i]!
    const heading = sections.get(line.number)
    if (heading !== undefined) {
      active = actionSection.test(heading.title) && !indicatorSection.test(heading.title)
      lead = false
      first = undefined
      return
    }
    if (isIndicatorHeading(line, mark)) {
      active = false
      lead = false
      return
    }
    if (mark.list === undefined) {
      if (promiseLead.test(tidy(line.plain.slice(-400)))) {
        lead = true
        first = undefined
      } else if (lines[i - 1] === undefined || isBlank(lines[i - 1]!)) lead = false
      return
    }
    if (tidy(line.plain.slice(mark.list.from)) === '') return
    if (first === undefined) {
      first = mark.list
      indent = line.indent
    }
    // Items of a list inside an item belong to it.
    if (!sameList(first, mark.list) || line.indent > indent + 1) return
    if (active) inSections.add(line.number)
    else if (lead) afterLead.add(line.number)
  })
  return inSections.size > 0 ? inSections : afterLead
}
