// Numbers that Word counts and does not write: "1.", "(a)", "2.3", bullets. They are counted here as Word counts them
// (ECMA-376, part 1, 17.9): per list, restarting under each higher level, with the overrides of each use.

import type { XmlElement } from '@cj-tech-master/excelts/xml'
import { attributeOf, childOf, childrenOf, nameOf } from '../formats/ooxml.ts'

export type Level = {
  start: number
  format: string
  text: string
  /** Level whose use restarts this one, from 1; 0 never; undefined any higher one. */
  restart: number | undefined
  isLegal: boolean
}

type List = { abstract: string; starts: Map<number, number>; levels: Map<number, Level> }

export type Numbering = {
  abstracts: Map<string, Map<number, Level>>
  lists: Map<string, List>
  /** Counts of each abstract list, by level. */
  counts: Map<string, (number | undefined)[]>
  begun: Set<string>
}

const settingOf = (element: XmlElement | undefined, name: string) =>
  attributeOf(childOf(element, name), 'val')

const readLevel = (element: XmlElement): Level => {
  const restart = settingOf(element, 'lvlRestart')
  return {
    start: Number(settingOf(element, 'start') ?? 1),
    format: settingOf(element, 'numFmt') ?? formatOfAlternate(element) ?? 'decimal',
    text: settingOf(element, 'lvlText') ?? '',
    restart: restart === undefined ? undefined : Number(restart),
    isLegal: childOf(element, 'isLgl') !== undefined && settingOf(element, 'isLgl') !== '0',
  }
}

// Newer formats stand in mc:AlternateContent, with an older one to fall back on.
const formatOfAlternate = (level: XmlElement): string | undefined =>
  settingOf(childOf(childOf(level, 'AlternateContent'), 'Fallback'), 'numFmt')

const levelsOf = (element: XmlElement): Map<number, Level> =>
  new Map(
    childrenOf(element)
      .filter((child) => nameOf(child) === 'lvl')
      .map((child) => [Number(attributeOf(child, 'ilvl') ?? 0), readLevel(child)]),
  )

/** The lists a document declares. `styleNumId` finds the list of a numbering style ("numStyleLink"). */
export const readNumbering = (
  root: XmlElement | undefined,
  styleNumId: (style: string) => string | undefined,
): Numbering => {
  const abstracts = new Map<string, Map<number, Level>>()
  const links = new Map<string, string>()
  const lists = new Map<string, List>()
  for (const child of childrenOf(root)) {
    if (nameOf(child) === 'abstractNum') {
      const id = attributeOf(child, 'abstractNumId') ?? ''
      abstracts.set(id, levelsOf(child))
      const link = settingOf(child, 'numStyleLink')
      if (link !== undefined) links.set(id, link)
    }
    if (nameOf(child) !== 'num') continue
    const overrides = childrenOf(child).filter((one) => nameOf(one) === 'lvlOverride')
    const starts = new Map<number, number>()
    const levels = new Map<number, Level>()
    for (const one of overrides) {
      const at = Number(attributeOf(one, 'ilvl') ?? 0)
      const start = settingOf(one, 'startOverride')
      if (start !== undefined) starts.set(at, Number(start))
      const level = childOf(one, 'lvl')
      if (level !== undefined) levels.set(at, readLevel(level))
    }
    lists.set(attributeOf(child, 'numId') ?? '', {
      abstract: settingOf(child, 'abstractNumId') ?? '',
      starts,
      levels,
    })
  }
  for (const [id, style] of links) {
    const target = lists.get(styleNumId(style) ?? '')?.abstract
    const levels = target === undefined ? undefined : abstracts.get(target)
    if (levels !== undefined && levels.size > 0) abstracts.set(id, levels)
  }
  return { abstracts, lists, counts: new Map(), begun: new Set() }
}

const letters = (value: number, alphabet: string): string =>
  value < 1
    ? String(value)
    : alphabet[(value - 1) % alphabet.length]!.repeat(Math.ceil(value / alphabet.length))

const romanParts: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** 4 → "iv". */
export const romanOf = (value: number): string => {
  if (value < 1 || value > 4999) return String(value)
  let rest = value
  let out = ''
  for (const [size, sign] of romanParts)
    while (rest >= size) {
      out += sign
      rest -= size
    }
  return out
}

const latin = 'abcdefghijklmnopqrstuvwxyz'
const cyrillic = 'абвгдежзиклмнопрстуфхцчшщэюя'

/** A count in one of Word's formats; formats not known here are written as decimals, as Word counts behind all. */
export const formatCount = (value: number, format: string): string => {
  if (format === 'lowerLetter') return letters(value, latin)
  if (format === 'upperLetter') return letters(value, latin).toUpperCase()
  if (format === 'lowerRoman') return romanOf(value)
  if (format === 'upperRoman') return romanOf(value).toUpperCase()
  if (format === 'russianLower') return letters(value, cyrillic)
  if (format === 'russianUpper') return letters(value, cyrillic).toUpperCase()
  if (format === 'decimalZero') return value < 10 ? `0${value}` : String(value)
  if (format === 'none') return ''
  return String(value)
}

/** What stands before a paragraph of list `numId` at `ilvl`, counting it; undefined where it is in no list. */
export const nextNumber = (
  numbering: Numbering,
  numId: string,
  ilvl: number,
): { text: string; isBullet: boolean } | undefined => {
  const list = numbering.lists.get(numId)
  if (list === undefined) return undefined
  const levelAt = (at: number) => list.levels.get(at) ?? numbering.abstracts.get(list.abstract)?.get(at)
  const level = levelAt(ilvl)
  if (level === undefined) return undefined
  if (level.format === 'bullet') return { text: level.text, isBullet: true }
  const counts = numbering.counts.get(list.abstract) ?? []
  numbering.counts.set(list.abstract, counts)
  if (!numbering.begun.has(numId)) {
    numbering.begun.add(numId)
    for (const [at, start] of list.starts) counts[at] = start - 1
  }
  counts[ilvl] = (counts[ilvl] ?? (list.starts.get(ilvl) ?? level.start) - 1) + 1
  for (let at = ilvl + 1; at < 9; at++) {
    const restart = levelAt(at)?.restart
    if (restart === undefined || (restart > 0 && ilvl < restart)) counts[at] = undefined
  }
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const other = levelAt(at)
    const count = counts[at] ?? other?.start ?? 1
    return formatCount(
      count,
      level.isLegal && other?.format !== 'decimalZero' ? 'decimal' : (other?.format ?? 'decimal'),
    )
  })
  return { text, isBullet: false }
}
