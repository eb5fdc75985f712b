// The questions of a ministry answered by what its page holds: pure, so that the page, its twins and what tests hold to them are one.
import { besideEachOther } from '../../engagements/beside.ts'
import { placeOf } from '../../engagements/engagement.ts'
import { newestYears, type PersonnelCount, type PersonnelYear } from '../../engagements/others.ts'
import { answersTo, isPromiseOfOthers, kindsAnswering, type Question } from '../../engagements/questions.ts'
import { targetsByYear } from '../../engagements/targets-by-year.ts'
import { isPastTerm } from '../../engagements/terms.ts'
import type { DutyShown } from '../data/duties.ts'
import type { EngagementShown, MinistryShown, NamedActor } from '../data/engagements.ts'
import type {
  CountByOthers,
  PromisedTo,
  PromiseSeenTo,
  RegisterAnswers,
  SeenToBy,
  YearByOthers,
} from '../data/register.ts'

/** Fields by which a fact names who it is made towards, with, and by whom, beside its own actor. */
const toFields = ['beneficiaries', 'counterparts']
const byFields = ['parties', 'holder']

/** What is answered beside the facts themselves. */
type Given = Omit<MinistryShown, 'answers'> & {
  /** Whom the work on a part of an instrument names. */
  seeing: (part: string) => readonly SeenToBy[]
  /** Whether something owed is a piece of work, a step or a task, and no promise. */
  isWork: (owed: DutyShown) => boolean
  /** What tables of others count of its people in missions. */
  counts: readonly PersonnelCount[]
}

const bodyOf = ({ fields }: EngagementShown): Record<string, unknown> =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]))

const listIn = (body: Readonly<Record<string, unknown>>, names: readonly string[]): string[] =>
  names.flatMap((name) => (body[name] === undefined ? [] : [body[name]].flat().map(String)))

const isOwn = ({ relation }: EngagementShown): boolean => relation === 'own' || relation === 'unit'

const answering = (facts: readonly EngagementShown[], question: Question): EngagementShown[] => {
  const kinds = new Set(kindsAnswering(question))
  return facts.filter(
    (one) => kinds.has(one.kind) && answersTo(question, { kind: one.kind, body: bodyOf(one) }),
  )
}

/**
 * Whether a fact may be what others promised towards the State: it is made towards it, or it is held as the State's own, is of a
 * kind that others alone promise, and names neither the State as who promises nor somebody else as whom it is made towards.
 */
const isTowards = (one: EngagementShown, { id, name }: Given['state']): boolean => {
  if (!isOwn(one)) return one.relation === 'towards'
  const body = bodyOf(one)
  const names = (field: string): string[] => listIn(body, [field])
  const isState = (called: string): boolean => called === id || called === name
  const to = names('beneficiaries')
  return (
    isPromiseOfOthers({ kind: one.kind, body }) &&
    !names('parties').some(isState) &&
    (to.length === 0 || to.some(isState))
  )
}

const promisedTo = (promises: readonly EngagementShown[], actors: readonly NamedActor[]): PromisedTo[] => {
  const pairs = promises.flatMap((one) => {
    const named = listIn(bodyOf(one), toFields)
    return (named.length === 0 ? [null] : named).map((to) => ({ to, id: one.id }))
  })
  const called = (id: string): NamedActor =>
    actors.find((one) => one.id === id) ?? { id, name: id, kind: '', page: null }
  return [...Map.groupBy(pairs, ({ to }) => to)]
    .map(([to, group]) => ({
      to: to === null ? null : called(to),
      facts: [...new Set(group.map(({ id }) => id))],
    }))
    .sort((a, b) => Number(a.to === null) - Number(b.to === null) || b.facts.length - a.facts.length)
}

const namedByFact = (one: EngagementShown, { state, actors }: Given): SeenToBy[] => {
  const unit = one.actor.id === state.id ? [] : [{ id: one.actor.id, inferred: false }]
  const named = byFields.flatMap((field) =>
    listIn(bodyOf(one), [field]).map((id) => ({ id, inferred: one.inferred.includes(field) })),
  )
  const others = [...unit, ...named].filter(({ id }) => id !== state.id)
  return [...Map.groupBy(others, ({ id }) => id)].map(([id, group]): SeenToBy => {
    const actor = actors.find((known) => known.id === id) ?? (id === one.actor.id ? one.actor : undefined)
    return {
      // An office that is no actor held is called as the fact writes it.
      actor: actor === undefined || actor.name === actor.id ? null : actor.id,
      name: actor?.name ?? id,
      by: 'promise',
      inferred: group.every(({ inferred }) => inferred),
      title: null,
      path: null,
    }
  })
}

/** The actions of pledges that stand as no fact of their own, with those that do. */
const seenTo = (promises: readonly EngagementShown[], given: Given): PromiseSeenTo[] => {
  const facts = promises.map((one): PromiseSeenTo & { part: string | null } => {
    const { instrument } = bodyOf(one)
    const part = typeof instrument === 'string' ? instrument : null
    return {
      part,
      id: one.id,
      title: one.title,
      language: 'en',
      path: `#${placeOf(one.id)}`,
      who: [...namedByFact(one, given), ...(part === null ? [] : given.seeing(part))],
    }
  })
  const parts = new Set(facts.map(({ part }) => part))
  const actions = given.pledges.flatMap(({ plan }) =>
    plan.sections.flatMap((section) =>
      section.actions.flatMap((action): PromiseSeenTo[] => {
        const id = `${plan.id}/${action.number}`
        if (parts.has(id)) return []
        const path = `/plans/${plan.id}#action-${action.number}`
        return [{ id, title: action.text, language: plan.language, path, who: [...given.seeing(id)] }]
      }),
    ),
  )
  return [...facts.map(({ part: _, ...one }) => one), ...actions]
}

const targetsOf = (given: Given): RegisterAnswers['targets'] => {
  const ids = new Set(given.engagements.map(({ id }) => id))
  const placeOnPage = ({ actor, instrument }: DutyShown): string | undefined => {
    const id = [`${actor}/${instrument}`, instrument].find((one) => ids.has(one))
    return id === undefined ? undefined : `#${placeOf(id)}`
  }
  const owed = given.owed.filter((one) => !given.isWork(one))
  return targetsByYear(owed, given.today).map(({ year, targets }) => ({
    year,
    targets: targets.map(({ first, n, N, state }) => ({
      duty: first.duty,
      actor: first.actor,
      title: first.title,
      path: placeOnPage(first) ?? first.path,
      n,
      N,
      state,
    })),
  }))
}

const yearByOthers = (one: PersonnelYear | null): YearByOthers | null =>
  one === null ? null : { year: one.year, persons: one.persons, missions: one.missions, notes: one.notes }

const countByOthers = (count: PersonnelCount): CountByOthers => {
  const { sure, doubtful } = newestYears(count)
  const { source, measure } = count
  return {
    by: source?.publisher ?? null,
    table: source?.title ?? null,
    measure,
    newest: yearByOthers(sure),
    doubtful: yearByOthers(doubtful),
  }
}

const agedOf = (own: readonly EngagementShown[]): RegisterAnswers['aged'] => {
  const ages = own.flatMap(({ age }) => age ?? [])
  const count = (state: string): number => ages.filter((age) => age.state === state).length
  return { stale: count('stale'), unsaid: count('unsaid'), all: ages.length }
}

const besideOf = (facts: readonly EngagementShown[]): RegisterAnswers['beside'] =>
  [
    ...besideEachOther(
      facts.map((one) => ({
        id: one.id,
        actor: one.actor.id,
        kind: one.kind,
        body: bodyOf(one),
        date: one.held,
        source: one.source,
      })),
    ),
  ].map(([id, beside]) => ({ id, ...beside }))

/** What the page of a State answers, by what it holds. */
export const answersOf = (given: Given): RegisterAnswers => {
  const own = given.engagements.filter(isOwn)
  const ids = (list: readonly EngagementShown[]): string[] => list.map(({ id }) => id)
  const promises = answering(own, 'promises')
  const towards = given.engagements.filter((one) => isTowards(one, given.state))
  const work = given.owed.filter(given.isWork)
  const isPast = (one: EngagementShown): boolean => isPastTerm(one, given.today)
  return {
    chairs: ids(answering(own, 'chairs').filter((one) => !isPast(one))),
    pastTerms: ids(own.filter(isPast)),
    hosts: ids(answering(own, 'hosts')),
    promises: ids(promises),
    towards: ids(answering(towards, 'towards')),
    promisedTo: promisedTo(promises, given.actors),
    seenTo: seenTo(promises, given),
    work: { n: work.filter(({ responsible }) => responsible !== null).length, N: work.length },
    targets: targetsOf(given),
    serving: ids(answering(own, 'serving')),
    servingByOthers: given.counts.map(countByOthers),
    aged: agedOf(own),
    beside: besideOf(given.engagements),
  }
}
