// How promises are carried out, in a large country: ten thousand facts of work on one instrument, told for its page and as
// duties owed, against a thousand; and the duties of one of fifty actors against those of all. Some seconds; no store.
import type { Datum } from '../src/facts/datum.ts'
import { workHeld, workKinds } from '../src/implementation/held.ts'
import { workOwed } from '../src/implementation/owed.ts'
import { readShippedKinds } from '../src/reports/shipped.ts'
import { implementationOf } from '../src/web/held/implementation-shown.ts'
import { shown, type Times, timed } from './timing.ts'

const instrument = 'ihl-pledge-mongolia'
const asOf = '2027-12-31'
const actors = Array.from({ length: 50 }, (_, i) => `actor-${i}`)
const kinds = readShippedKinds()

let stored = 0
const fact = (kind: string, externalId: string, actor: string, body: Record<string, unknown>): Datum => {
  stored += 1
  return {
    ...{
      datumId: `01920000-0000-7000-8000-${String(stored).padStart(12, '0')}`,
      externalId,
      actor,
      kind,
      body,
    },
    ...{ subject: null, heldFrom: null, heldUntil: null, heldEdtf: null, knownFrom: '2025-01-01' },
    ...{ recordedAt: '2025-01-01T00:00:00Z', supersedes: null, retracts: null, source: null, locator: null },
    ...{ quotation: null, language: 'en', tier: 'public', entered: false },
  }
}

/** One action with all that is usually said of it: 10 facts. */
const around = (i: number): Datum[] => {
  const actor = actors[i % actors.length]!
  const of = (kind: string, name: string, body: Record<string, unknown>) =>
    fact(kind, `${name}-${i}`, actor, body)
  const action = `action-${i}`
  return [
    of('plan-action', 'action', {
      ...{ title: `Action ${i}`, number: `${i}`, plan: `plan-${i % 50}`, carriesOut: [`${instrument}/1`] },
      ...{ startsOn: '2026-01-01', endsOn: '2026-12-31' },
      ...(i < 50 ? {} : { dependsOn: [`action-${i - 50}`] }),
    }),
    of('step', 'step', { title: 'Step', action, due: '2026-06-30' }),
    of('step', 'second', { title: 'Second step', action, due: '2027-06-30' }),
    of('progress', 'report', { about: action, status: 'under-way', reportedOn: '2026-05-01' }),
    of('progress', 'done', {
      about: `step-${i}`,
      status: 'done',
      doneOn: '2026-06-01',
      reportedOn: '2026-06-02',
    }),
    of('rescheduling', 'move', {
      about: action,
      endsOn: '2027-06-30',
      reason: 'Late',
      decidedOn: '2026-05-01',
    }),
    of('budget-line', 'own', { about: action, side: 'own', amount: 100.25, currency: 'XTS', year: 2026 }),
    of('task', 'task', { title: 'Task', action, owner: 'Office', due: '2026-03-31' }),
    of('dissemination-event', 'event', { heldOn: '2026-05-01', audience: ['youth'], serves: [action] }),
    of('review-meeting', 'meeting', { heldOn: '2026-06-01', serves: [action] }),
  ]
}

const factsOf = (count: number): Datum[] => [
  ...actors.map((actor, i) => fact('national-plan', `plan-${i}`, actor, { title: 'Plan', instrument })),
  ...Array.from({ length: count / 10 }, (_, i) => around(i)).flat(),
]

const owning = { kinds, partiesOf: () => [], standsFor: (actor: string) => actor }
const held = (facts: readonly Datum[]) => workHeld(facts, asOf, { owning })

const measure = async (count: number): Promise<{ page: Times; owed: Times; one: Times }> => {
  const facts = factsOf(count)
  const owedBy = async (actor?: string) =>
    workOwed(held(facts), kinds, {
      ...{ coverage: () => [], from: '2000-01-01', until: '2100-01-01' },
      isAsked: (promise) => actor === undefined || promise.actor === actor,
    })
  const told = implementationOf(held(facts), instrument, { actors: new Map(), parties: [] })
  const owed = (await owedBy()).length
  const times = {
    page: await timed(async () =>
      implementationOf(held(facts), instrument, { actors: new Map(), parties: [] }),
    ),
    owed: await timed(() => owedBy()),
    one: await timed(() => owedBy(actors[0])),
  }
  console.log(
    `${facts.length} facts of work of ${workKinds(kinds).length} kinds: page of ${told.plans.length} plans with ` +
      `${told.events.length} events ${shown(times.page)}; ${owed} duties of all ${shown(times.owed)}, ` +
      `${(await owedBy(actors[0])).length} of one actor ${shown(times.one)}`,
  )
  return times
}

const small = await measure(1000)
const large = await measure(10_000)
const ratio = (of: keyof typeof small): string => (large[of].cpuMs / small[of].cpuMs).toFixed(1)
console.log(
  `ten times the facts: page ${ratio('page')} times the CPU, duties of all ${ratio('owed')}, of one actor ${ratio('one')}`,
)
