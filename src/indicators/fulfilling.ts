// What somebody writes down to fulfil something owed: a fact of which kind, and what it serves.
import type { DutyOwed } from '../duties/owed.ts'
import { instanceKind } from '../engagements/recurring.ts'
import { readShippedKinds } from '../reports/shipped.ts'
import { heldPlans } from './plans.ts'

/** A kind of fact, and what of its fields is known beforehand. */
export type Fulfilling = { kind: string; fields: Readonly<Record<string, string>> }

const ofTarget = (instrument: string, number: string): Fulfilling | null => {
  const plan = heldPlans().find(({ rules }) => rules.id === instrument)
  const population = plan?.rules.rules[number]?.population
  if (plan === undefined || population === undefined || !('records' in population)) return null
  if (typeof population.records !== 'string') return null
  const kind = population.records
  const spec = readShippedKinds()[kind]
  const field = Object.entries(spec?.fields ?? {}).find(([, { ref }]) => ref?.includes('instrument-part'))
  const action = plan.instrument.actions.find(({ indicators }) => indicators.some(({ id }) => id === number))
  const part = action === undefined ? instrument : `${instrument}/${action.number}`
  return { kind, fields: field === undefined ? {} : { [field[0]]: part } }
}

/** The fact that would fulfil it; null for a report, and where no single kind of fact would. */
export const fulfillingOf = ({
  instrument,
  duty,
  obligation,
}: Pick<DutyOwed, 'instrument' | 'duty' | 'obligation'>): Fulfilling | null => {
  if (obligation !== null) return null
  const own = duty.slice(instrument.length + 1)
  const kinds = readShippedKinds()
  if (kinds[own]?.owed === 'once') return { kind: 'progress', fields: { about: instrument } }
  if (own.endsWith('-series') && kinds[own] !== undefined)
    return { kind: instanceKind(own), fields: { partOf: instrument } }
  return ofTarget(instrument, own)
}
