// Ids of actions and indicators, and what is odd about how they are numbered.

import { isFirstLetter, latinLetter, letterIn } from './letters.ts'
import { pairLanguages } from './pairs.ts'
import type { Action, Anomaly, Indicator } from './plan.ts'
import type { Draft } from './walk.ts'

const normal = (number: number | string): string =>
  (latinLetter(String(number)) ?? String(number)).toLowerCase().replace(/[\s]+/g, '-')

/** Whether it is the first of a list: "1", "(a)", "а)". */
const isFirst = (number: number | string): boolean => normal(number) === '1' || isFirstLetter(String(number))

/** Gives every action and indicator its id, unique in the plan, and lists what is odd in the numbering. */
export const giveIds = (draft: Draft): Anomaly[] => {
  const anomalies: Anomaly[] = []
  liftPlanIndicators(draft)
  pairLanguages(draft)
  const restarts = qualifyBySection(draft, anomalies)
  const used = new Map<string, Action>()
  const turns = new Map<string, number>()
  for (const action of draft.actions) {
    const plain = restarts.has(action)
      ? `${restarts.get(action)}.${normal(action.number)}`
      : normal(action.number)
    let id = plain
    const first = used.get(plain)
    if (first !== undefined) {
      let turn = (turns.get(plain) ?? 1) + 1
      while (used.has(`${plain}-${turn}`)) turn++
      turns.set(plain, turn)
      id = `${plain}-${turn}`
      anomalies.push({
        line: action.line,
        kind: 'duplicate-action-number',
        text: `${action.headingInSource ?? action.number}: the number of the action on line ${first.line}`,
      })
    }
    used.set(id, action)
    action.id = id
    action.indicators.forEach((indicator, i) => {
      indicator.id = `${id}.${i + 1}`
    })
  }
  idsOfPlanIndicators(draft.indicators, used)
  if (restarts.size === 0) for (const gap of gaps(draft.actions)) anomalies.push(gap)
  // Items of a list that the source counts by letters keep them.
  const unnumbered = draft.actions.filter(
    ({ headingInSource, number }) => headingInSource === null && typeof number === 'number',
  )
  if (unnumbered.length > 0)
    anomalies.push({
      line: unnumbered[0]!.line,
      kind: 'action-without-number',
      text: `${unnumbered.length} of ${draft.actions.length} actions have no number in the source; they are numbered in order`,
    })
  return anomalies
}

// Numbering starts anew where a later section begins again at or below numbers used before, and rises within itself.
const qualifyBySection = (draft: Draft, anomalies: Anomaly[]): Map<Action, string> => {
  const bySection = new Map<string | null, Action[]>()
  const order: (string | null)[] = []
  let current: Action[] | undefined
  let last: string | null | undefined
  for (const action of draft.actions) {
    if (current === undefined || action.section !== last) {
      current = bySection.get(action.section) ?? []
      if (!bySection.has(action.section)) order.push(action.section)
      bySection.set(action.section, current)
      last = action.section
    }
    current.push(action)
  }
  const groups = order.map((section) => bySection.get(section)!)
  const repeated = groups.filter((group) => new Set(group.map((a) => normal(a.number))).size < group.length)
  const starting = groups.filter((group) => isFirst(group[0]!.number))
  const all = draft.actions.map((a) => normal(a.number))
  const qualified = new Map<Action, string>()
  if (groups.length < 2 || starting.length < 2 || repeated.length > 0 || new Set(all).size === all.length)
    return qualified
  const names = new Set<string>()
  groups.forEach((group, i) => {
    const heading = order[i] ?? null
    const number = draft.sections.find((section) => section.heading === heading)?.number
    let name = number === null || number === undefined ? `s${i + 1}` : number
    if (names.has(name)) name = `${name}-${i + 1}`
    names.add(name)
    for (const action of group) qualified.set(action, name)
    if (i > 0 && isFirst(group[0]!.number))
      anomalies.push({
        line: group[0]!.line,
        kind: 'numbering-restarts',
        text: `${group[0]!.headingInSource ?? group[0]!.number}: numbers start anew, so ids begin with the section: ${name}.${normal(group[0]!.number)}`,
      })
  })
  return qualified
}

/** The letter of a section for an id. */
const letterOf = (number: string): string | undefined =>
  number.length === 1 ? latinLetter(number)?.toUpperCase() : undefined

/** The letters by which the source counts the items of a list, for ids; undefined where it does not, or counts one twice. */
const lettersOf = (indicators: readonly Indicator[]): string[] | undefined => {
  const letters = indicators.flatMap(({ marker }) => latinLetter(letterIn(marker) ?? '') ?? [])
  return letters.length === indicators.length && new Set(letters).size === letters.length
    ? letters
    : undefined
}

const idsOfPlanIndicators = (indicators: Indicator[], used: Map<string, unknown>) => {
  const counts = new Map<string, number>()
  const lettered = new Map<Indicator, string>()
  for (const [section, own] of Map.groupBy(indicators, ({ id }) => id)) {
    // "III … (a) …" is III-a, "C) … b) …" C-b.
    const prefix = letterOf(section) ?? (/^[\w.]{1,8}$/.test(section) ? section : 'plan')
    lettersOf(own)?.forEach((letter, i) => {
      lettered.set(own[i]!, `${prefix}-${letter}`)
    })
  }
  for (const indicator of indicators) {
    const own = lettered.get(indicator)
    if (own !== undefined) {
      indicator.id = used.has(own) ? `plan-${own}` : own
      continue
    }
    // "C) Indicators …" numbers its indicators C1, C2, …; "III." and "3." III-1, 3-1.
    const prefix =
      letterOf(indicator.id) ?? (/^(?:[IVX]{1,5}|\d{1,2})$/.test(indicator.id) ? `${indicator.id}-` : 'plan-')
    const turn = (counts.get(prefix) ?? 0) + 1
    counts.set(prefix, turn)
    indicator.id = used.has(`${prefix}${turn}`) ? `plan-${prefix}${turn}` : `${prefix}${turn}`
  }
}

const gaps = (actions: Action[]): Anomaly[] => {
  const found: Anomaly[] = []
  let last: number | undefined
  for (const action of actions) {
    const number = typeof action.number === 'number' ? action.number : undefined
    if (number === undefined) continue
    const heading = action.headingInSource ?? String(number)
    if (last !== undefined && number > last + 1)
      found.push({ line: action.line, kind: 'numbering-gap', text: `${heading} follows ${last}` })
    if (last !== undefined && number < last)
      found.push({ line: action.line, kind: 'numbering-order', text: `${heading} follows ${last}` })
    last = number
  }
  return found
}

// Indicators below a list of unnumbered actions hang on the list, not on its last item.
const liftPlanIndicators = (draft: Draft) => {
  const last = draft.actions.at(-1)
  if (
    last === undefined ||
    draft.actions.length < 2 ||
    draft.actions.some((action) => action.headingInSource !== null)
  )
    return
  if (draft.actions.some((action) => action !== last && action.indicators.length > 0)) return
  for (const indicator of last.indicators.splice(0)) draft.indicators.push(indicator)
}
