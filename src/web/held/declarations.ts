// Declarations that an owner's own records of a period are complete: into what a world holds and out of it.
import { recordsOf } from '../../accounts/may.ts'
import { permit } from '../../accounts/permit.ts'
import { agentOf, type Person } from '../../accounts/person.ts'
import type { Db, World } from '../../db/store.ts'
import type { DutyOwed } from '../../duties/owed.ts'
import { listStatedOf, type StatedOfOne } from '../../facts/coverage-store.ts'
import { knownOn } from '../../facts/datum.ts'
import {
  checkDeclaration,
  type Declaration,
  declareRecords,
  readDeclaration,
  statementsOf,
  type TypedDeclaration,
} from '../../facts/declare.ts'
import { dayBefore } from '../../facts/edtf.ts'
import type { FieldIssue } from '../../facts/kind.ts'
import { findActorIds, listDatums } from '../../facts/store.ts'
import { todayIn } from '../../facts/today.ts'
import { listDeclarable } from '../../indicators/declarable.ts'
import { listPromisesOwed } from '../../indicators/promises-owed.ts'
import type { CoverageFact } from '../../rules/facts.ts'
import type { DeclarationData, DeclaredShown, Following } from '../data/declarations.ts'
import { namesHeld } from './actor-names.ts'
import type { Reader } from './handles.ts'

const shownOf = (all: readonly StatedOfOne[]): DeclaredShown[] =>
  all.map(({ coverageId: id, actor: _, heldFrom: from, heldUntil, ...one }) => {
    const later = all.filter(
      (other) =>
        one.level === 'complete' &&
        other.level !== 'complete' &&
        other.register === one.register &&
        other.knownFrom >= one.knownFrom &&
        other.heldFrom < (heldUntil ?? '9999') &&
        (other.heldUntil ?? '9999') > from,
    )
    return {
      ...{ id, from, to: heldUntil === null ? null : dayBefore(heldUntil) },
      ...one,
      takenBackOn: later.map(({ knownFrom }) => knownFrom).sort()[0] ?? null,
    }
  })

const supposedBy = (declaration: Declaration): CoverageFact[] =>
  statementsOf(declaration, false).map(({ register, actor, heldFrom, heldUntil, ...one }) => ({
    ...{ register, actor, from: heldFrom, until: heldUntil },
    ...{ level: one.level, statedBy: one.statedBy, knownFrom: one.knownFrom },
  }))

const isOpen = ({ status }: DutyOwed): boolean => status !== 'met'
const instanceKey = ({ duty, due }: DutyOwed): string => `${duty} ${due}`

/** Which promises of the period are looked for in these records, and what the declaration makes of each. */
const followsFrom = async (db: Db, declaration: Declaration, today: string): Promise<Following[]> => {
  const { actor, registers, from, until } = declaration
  const asked = { actors: [actor], from, until: dayBefore(until), asOf: today }
  const owedWith = (supposed: readonly CoverageFact[]) => listPromisesOwed(db, { ...asked, supposed })
  const isAbout = (one: DutyOwed) =>
    one.due !== null &&
    [...one.searched.map(({ register }) => register), ...one.metBy.map(({ kind }) => kind)].some((name) =>
      registers.includes(name),
    )
  const own = supposedBy(declaration)
  const before = Map.groupBy((await owedWith([])).filter(isAbout), instanceKey)
  const after = Map.groupBy((await owedWith(own)).filter(isAbout), instanceKey)
  const nameOf = await namesHeld(db)
  const isMissed = (all: readonly DutyOwed[] | undefined) =>
    all?.some(({ status }) => status === 'missed' || status === 'overdue') === true
  const isWaiting = (all: readonly DutyOwed[]) =>
    declaration.state === 'complete' && all.find(isOpen)?.status === 'not-found'
  const othersOf = (all: readonly DutyOwed[]) => (all[0]!.owners ?? []).filter((owner) => owner !== actor)
  const waiting = [...after.values()].filter(isWaiting)
  const others = [...new Set(waiting.flatMap(othersOf))].sort()
  // Asked once with everybody's word and once without each one's, however many promises stay open.
  const missedWith = async (owners: readonly string[]): Promise<ReadonlySet<string>> => {
    const words = owners.flatMap((owner) => supposedBy({ ...declaration, actor: owner }))
    const owed = Map.groupBy(await owedWith([...own, ...words]), instanceKey)
    return new Set([...owed].flatMap(([key, all]) => (isMissed(all) ? [key] : [])))
  }
  const withAll = others.length === 0 ? new Set<string>() : await missedWith(others)
  const without = new Map<string, ReadonlySet<string>>()
  if (withAll.size > 0)
    for (const owner of others) without.set(owner, await missedWith(others.filter((one) => one !== owner)))
  /** Without whose word it is not said to be missed, where all the others had given theirs. */
  const wantingFor = (key: string, all: readonly DutyOwed[]): string[] =>
    isWaiting(all) && withAll.has(key)
      ? othersOf(all).filter((owner) => without.get(owner)?.has(key) === false)
      : []
  return [...after].map(([key, all]) => {
    const open = all.find(isOpen)
    const was = (before.get(key) ?? all).find(isOpen)
    return {
      ...{ title: all[0]!.title, due: all[0]!.due! },
      ...{ held: all.filter((one) => !isOpen(one)).length, of: all.length },
      before: was?.status ?? 'met',
      after: open?.status ?? 'met',
      waitsFor: wantingFor(key, all).map(nameOf),
    }
  })
}

/** What is held of an actor's own for the days of a declaration. */
const heldFor = async (seen: Db, { actor, registers, from, until }: Declaration, today: string) => {
  const held = knownOn(await listDatums(seen, { actor, kinds: [...registers] }), today)
  return registers.map((register) => {
    const own = held.filter(({ kind }) => kind === register)
    return {
      register,
      count: own.filter(({ heldFrom }) => heldFrom !== null && heldFrom >= from && heldFrom < until).length,
      undated: own.filter(({ heldFrom }) => heldFrom === null).length,
    }
  })
}

const permittedTo = (person: Person, world: World, actor: string): void =>
  permit(person, 'declare-complete', recordsOf(world, actor))

/** Declarations in one world. At the desk, of a real actor, they are entered here and not received. */
export const declarationsHeld = ({ db, seen, world, person }: Reader): DeclarationData => {
  const read = async (typed: TypedDeclaration) => {
    const today = await todayIn(db)
    const isHeld = (await findActorIds(db, [typed.actor])).has(typed.actor)
    const stranger: FieldIssue[] = isHeld
      ? []
      : [{ field: 'actor', message: 'No such actor', found: typed.actor }]
    if (isHeld) permittedTo(person, world, typed.actor)
    const offered = await listDeclarable(db, typed.actor, today)
    const { declaration, issues } = readDeclaration(typed, { offered, today })
    return { today, declaration, issues: [...stranger, ...issues] }
  }
  return {
    listDeclarations: async (actor) => shownOf(await listStatedOf(db, actor)),
    listDeclarable: async (actor) => {
      permittedTo(person, world, actor)
      return listDeclarable(db, actor, await todayIn(db))
    },
    checkDeclaration: async (typed) => {
      const { today, declaration, issues } = await read(typed)
      if (issues.length > 0) return { declaration, issues, held: [], follows: [] }
      const against = await checkDeclaration(db, declaration)
      return {
        declaration,
        issues: against,
        held: await heldFor(seen, declaration, today),
        follows: against.length > 0 ? [] : await followsFrom(db, declaration, today),
      }
    },
    declareRecords: async (typed) => {
      const { declaration, issues } = await read(typed)
      if (issues.length > 0) return { recorded: 0, issues }
      return declareRecords(db, declaration, {
        ...{ agent: agentOf(person), entered: world === 'register' && person.as !== 'person' },
      })
    },
  }
}
