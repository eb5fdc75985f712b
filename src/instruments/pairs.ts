// Documents in two languages say each thing twice, one after the other: the second is the first in other words, and no
// promise of its own.
import { languageOf } from './language.ts'
import type { OtherWords, Passage } from './plan.ts'
import type { Draft } from './walk.ts'

type Item = Passage & { translations?: OtherWords[] }
type Languages = readonly [first: string, second: string]

/** The two languages of headings that say themselves twice: "Action plan: / Plan d'action:". */
const languagesOfHeadings = ({ sections }: Draft): Languages | undefined => {
  const halves = sections.flatMap(({ title }) => {
    const parts = title.split(/\s*[/|]\s*/)
    return parts.length === 2 ? [parts] : []
  })
  if (halves.length < 2 || halves.length * 2 < sections.length) return undefined
  const [first, second] = [0, 1].map((k) => languageOf(halves.map((parts) => parts[k]!).join('. ')))
  return first === undefined || second === undefined || first === second ? undefined : [first, second]
}

/**
 * The languages by which every second text is in one and those before them in another; undefined where they are not. Where the
 * headings say which two, a text too short to be told may be in either, as long as one of the second is told.
 */
const pairedIn = (items: readonly Item[], known: Languages | undefined): Languages | undefined => {
  if (items.length < 2 || items.length % 2 > 0) return undefined
  const told = items.map(({ text }) => languageOf(text))
  const [first = known?.[0], second = known?.[1]] = told
  if (first === undefined || second === undefined || first === second) return undefined
  const isSure = told.every((one, i) => one === (i % 2 === 0 ? first : second))
  if (isSure) return [first, second]
  if (known === undefined) return undefined
  const fits = told.every((one, i) => one === undefined || one === known[i % 2])
  return fits && told.some((one, i) => i % 2 === 1 && one === known[1]) ? known : undefined
}

const joined = <T extends Item>(draft: Draft, items: readonly T[], [, second]: Languages): T[] => {
  draft.anomalies.push({
    line: items[0]!.line,
    kind: 'said-twice',
    text: `${items.length} texts, ${items.length / 2} things`,
  })
  return items.flatMap((item, i) => {
    if (i % 2 > 0) return []
    const { text, line, pieces } = items[i + 1]!
    item.translations = [{ language: languageOf(text) ?? second, text, line }]
    item.pieces.push(...pieces)
    return [item]
  })
}

/** Puts the texts of a list that alternates between two languages together, two by two. */
export const pairLanguages = (draft: Draft): void => {
  const known = languagesOfHeadings(draft)
  const bySection = [...Map.groupBy(draft.actions, ({ section }) => section).values()].map((own) => ({
    own,
    languages: own.every(
      ({ headingInSource, indicators }) => headingInSource === null && indicators.length === 0,
    )
      ? pairedIn(own, known)
      : undefined,
  }))
  if (bySection.some(({ languages }) => languages !== undefined)) {
    draft.actions = bySection.flatMap(({ own, languages }) =>
      languages === undefined ? own : joined(draft, own, languages),
    )
    draft.actions.forEach((action, i) => {
      if (action.headingInSource === null && typeof action.number === 'number') action.number = i + 1
    })
  }
  const byList = [...Map.groupBy(draft.indicators, ({ id }) => id).values()].map((own) => ({
    own,
    languages: pairedIn(own, known),
  }))
  if (byList.some(({ languages }) => languages !== undefined))
    draft.indicators = byList.flatMap(({ own, languages }) =>
      languages === undefined ? own : joined(draft, own, languages),
    )
}
