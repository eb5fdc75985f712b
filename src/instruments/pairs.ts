// Documents in two languages say each thing twice, one after the other: the second is the first in other words, and no
// promise of its own.
import { languageOf } from './language.ts'
import type { OtherWords, Passage } from './plan.ts'
import type { Draft } from './walk.ts'

type Item = Passage & { translations?: OtherWords[] }

/** Whether every second text is in one language and those before them in another. */
const isPaired = (items: readonly Item[]): boolean => {
  if (items.length < 2 || items.length % 2 > 0) return false
  const told = items.map(({ text }) => languageOf(text))
  const [first, second] = told
  return (
    first !== undefined &&
    second !== undefined &&
    first !== second &&
    told.every((one, i) => one === (i % 2 === 0 ? first : second))
  )
}

const joined = <T extends Item>(items: readonly T[]): T[] =>
  items.flatMap((item, i) => {
    if (i % 2 > 0) return []
    const { text, line, pieces } = items[i + 1]!
    item.translations = [{ language: languageOf(text)!, text, line }]
    item.pieces.push(...pieces)
    return [item]
  })

/** Puts the texts of a list that alternates between two languages together, two by two. */
export const pairLanguages = (draft: Draft): void => {
  const bySection = Map.groupBy(draft.actions, ({ section }) => section)
  const isPairedIn = new Map(
    [...bySection].map(([section, own]) => [
      section,
      own.every(({ headingInSource, indicators }) => headingInSource === null && indicators.length === 0) &&
        isPaired(own),
    ]),
  )
  if ([...isPairedIn.values()].includes(true)) {
    draft.actions = [...bySection].flatMap(([section, own]) => (isPairedIn.get(section) ? joined(own) : own))
    draft.actions.forEach((action, i) => {
      if (action.headingInSource === null && typeof action.number === 'number') action.number = i + 1
    })
  }
  const byList = [...Map.groupBy(draft.indicators, ({ id }) => id).values()]
  if (byList.some(isPaired)) draft.indicators = byList.flatMap((own) => (isPaired(own) ? joined(own) : own))
}
