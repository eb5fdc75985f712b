// Looking back, in a world and in the trail of people: what was done to a thing, by whom, and how it comes back.
import { listGrants } from '../../accounts/grant-store.ts'
import { may } from '../../accounts/may.ts'
import { permit } from '../../accounts/permit.ts'
import { agentOf, type Owner, type Role } from '../../accounts/person.ts'
import type { Thing } from '../../accounts/thing.ts'
import { readHead } from '../../db/audit-store.ts'
import { chainStart } from '../../db/chain.ts'
import { differencesBetween } from '../../db/differences.ts'
import { countTouching, listEvents, listTouching, type TouchingEvent } from '../../db/history-store.ts'
import type { Db, PeopleDb } from '../../db/store.ts'
import { readThingKey } from '../../db/thing-key.ts'
import { type DatumSeen, readSeenRows } from '../../facts/store.ts'
import { problem } from '../../problem.ts'
import { restoreDiscarded, restoreTexts } from '../../reports/restore-draft.ts'
import type { AuditShown, Doer, HistoryData, HistoryEntry, RestoreKind } from '../data/history.ts'
import { actorsCalled } from './actor-names.ts'
import { seenOfFactDraft } from './fact-draft-seen.ts'
import type { Reader } from './handles.ts'
import { keyInTrail } from './history-key.ts'
import { calledIn, decidedIn, publishedIn } from './history-said.ts'
import { type NamedThing, nameThing } from './history-thing.ts'
import { namesKnown } from './known-people.ts'
import { restorableFact, restoreFact } from './restore-fact.ts'
import { restoreFactDraft } from './restore-fact-draft.ts'

const mostEntries = 100

type Known = { names: ReadonlyMap<string, string>; rolesOf: (personId: string) => Promise<Role | undefined> }

/** People as far as the reader may know of them: names for those who keep them, otherwise roles. */
const knownPeople = async (reader: Reader, owners: readonly Owner[]): Promise<Known> => {
  const { people } = reader
  const roles = new Map<string, Role | undefined>()
  return {
    names: await namesKnown(reader, owners),
    rolesOf: async (id) => {
      if (people === undefined) return undefined
      if (!roles.has(id)) {
        const grants = await listGrants(people, id)
        const fitting = grants.find(({ of }) => of !== null && owners.includes(of)) ?? grants[0]
        roles.set(id, fitting?.role)
      }
      return roles.get(id)
    },
  }
}

const doerOf = async (agent: string, { names, rolesOf }: Known): Promise<Doer> => {
  if (agent === 'pacta form') return { as: 'desk' }
  if (!agent.startsWith('person:')) return { as: 'program', name: agent }
  const id = agent.slice('person:'.length)
  const name = names.get(id)
  if (name !== undefined) return { as: 'person', name }
  const role = await rolesOf(id)
  return role === undefined ? { as: 'somebody' } : { as: 'role', role }
}

/** A fact's columns that say something of it to a reader. */
const contentOf = (row: DatumSeen): Record<string, unknown> => {
  const { actor_id, datum_id, recorded_at, supersedes, retracts, external_id, source_id, ...said } = row
  return said
}

type Sides = { before: unknown; after: unknown; isSealed: boolean }

/** The two sides of what was done to a fact, as far as its reader sees facts. */
const sidesOfFact = (event: TouchingEvent, seen: ReadonlyMap<string, DatumSeen>, id: string): Sides => {
  const was = event.before as { datum_id?: string } | null
  const after = event.after as { sha256?: string } | null
  if (after?.sha256 === undefined) return { before: event.before, after: event.after, isSealed: false }
  const now = seen.get(id)
  const old = was?.datum_id === undefined ? undefined : seen.get(was.datum_id)
  return {
    before: old === undefined ? null : contentOf(old),
    after: now === undefined ? null : contentOf(now),
    isSealed: now === undefined || (was?.datum_id !== undefined && old === undefined),
  }
}

type Save = { fields?: object; content?: object } | null

/** The two sides of anything else; of a save of a draft the texts alone. */
const sidesOfOther = ({ before, after }: TouchingEvent): Sides => {
  const [was, is] = [(before as Save)?.fields, (after as Save)?.fields]
  return was === undefined || is === undefined
    ? { before, after, isSealed: false }
    : { before: was, after: is, isSealed: false }
}

const restoresOf = (
  event: TouchingEvent,
  isFirst: boolean,
  { kind, revision }: NamedThing,
): RestoreKind | null => {
  if (event.action === 'draft-discarded' || event.action === 'fact-draft-discarded')
    return isFirst && revision === null ? 'draft' : null
  if (kind === 'fact-draft') {
    const content = (event.before as Save)?.content
    return revision !== null && content !== undefined && event.after !== null ? 'texts' : null
  }
  if (kind !== 'report-draft') return null
  const fields = (event.before as Save)?.fields
  return revision !== null && fields !== undefined && Object.keys(fields).length > 0 ? 'texts' : null
}

const noSuch = () => problem('not-found', 'The trail holds nothing of such a thing.')

/** Histories and the trail of one world, as its reader may know them. */
export const historyHeld = (reader: Reader): HistoryData => {
  const { db, seen, world, person, people } = reader

  /** The thing, for whoever may look back at it; for others it is not there. */
  const getThing = async (key: string): Promise<NamedThing> => {
    const thing = await nameThing(reader, key)
    if (thing?.isOwn) return thing
    if (thing === undefined || !may(person, 'read', thing.asked)) {
      // Whether there is such a thing is told to those alone who may look back at all.
      if (person.as === 'public') permit(person, 'read-history', auditOf())
      throw noSuch()
    }
    permit(person, 'read-history', thing.asked)
    return thing
  }
  const auditOf = (): Thing => ({
    kind: 'audit',
    world,
    owners: [],
    keeper: null,
    state: 'published',
    tier: 'public',
    departments: [],
    writtenBy: null,
  })
  const trailOf = (isOfPeople: boolean): Db | PeopleDb | undefined => (isOfPeople ? people : db)

  return {
    history: {
      show: async (key, until) => {
        const thing = await getThing(key)
        const trail = trailOf(thing.isOfPeople)
        if (trail === undefined) throw noSuch()
        const listed = await listTouching(trail, key, { until, limit: mostEntries + 1 })
        if (listed.length === 0) throw noSuch()
        const events = listed.slice(0, mostEntries)
        const known = await knownPeople(reader, thing.asked.owners)
        const id = readThingKey(key)!.id
        const datumId = id.slice(id.lastIndexOf('/') + 1)
        const rows =
          thing.kind === 'fact'
            ? await readSeenRows(seen, [
                datumId,
                ...events.flatMap(({ before }) => (before as { datum_id?: string } | null)?.datum_id ?? []),
              ])
            : new Map<string, DatumSeen>()
        const ownSeen = thing.kind === 'fact-draft' ? await seenOfFactDraft(reader, id) : undefined
        const canRestore = may(person, 'restore', thing.toRestore ?? thing.asked)
        const restorable = thing.kind === 'fact' && canRestore ? await restorableFact(db, key) : undefined
        const names = await actorsCalled(db)
        const nameOf = (actor: string) => names.get(actor) ?? actor
        const entries: HistoryEntry[] = []
        for (const [index, event] of events.entries()) {
          const isHidden = ownSeen !== undefined && !ownSeen.has(event.seq)
          const sides: Sides = isHidden
            ? { before: null, after: null, isSealed: true }
            : thing.kind === 'fact'
              ? sidesOfFact(event, rows, datumId)
              : sidesOfOther(event)
          const isWhole = event.action === 'sealed-read'
          const { seq, sha256, happenedAt, action } = event
          entries.push({
            seq,
            sha256,
            happenedAt,
            action,
            who: await doerOf(event.agent, known),
            differences: isWhole ? [] : differencesBetween(sides.before, sides.after),
            decided: isHidden ? [] : decidedIn(event, nameOf),
            published: isHidden ? null : publishedIn(event, nameOf),
            isSealed: sides.isSealed && !isWhole,
            restores:
              !canRestore || isHidden
                ? null
                : restorable === seq
                  ? 'fact'
                  : restoresOf(event, index === 0 && until === null, thing),
          })
        }
        const { kind, title, whose, about, path, revision } = thing
        const ids = new Set([...calledIn(entries, names), ...(whose === null ? [] : [whose])])
        const called = [...ids].map((actor) => ({ actor, name: nameOf(actor) }))
        const rest = listed.length > mostEntries ? events.at(-1)!.seq : null
        const count = await countTouching(trail, key)
        return { thing: key, kind, title, whose, about, called, path, revision, entries, count, rest }
      },
      audit: async ({ trail = 'world', who, until = null, ...asked }): Promise<AuditShown> => {
        permit(person, 'read', auditOf())
        const read = trailOf(trail === 'people')
        if (read === undefined) throw noSuch()
        const filter = { ...asked, agent: who, until, limit: mostEntries + 1 }
        const listed = await listEvents(read, filter)
        const events = listed.slice(0, mostEntries)
        const known = await knownPeople(reader, [])
        const head = (await readHead(read)) ?? { seq: 0, sha256: chainStart }
        const entries = []
        for (const event of events) entries.push({ ...event, who: await doerOf(event.agent, known) })
        return { trail, head, entries, rest: listed.length > mostEntries ? events.at(-1)!.seq : null }
      },
      restore: async (key, { seq, revision }) => {
        const thing = await getThing(key)
        permit(person, 'restore', thing.toRestore ?? thing.asked)
        const id = readThingKey(key)!.id
        const agent = agentOf(person)
        if (thing.kind === 'fact') return restoreFact(reader, key, { seq, agent })
        if (thing.kind === 'fact-draft') {
          const ownSeen = await seenOfFactDraft(reader, id)
          // A draft that was given up comes back as it was last, whatever place is named.
          const [last] = await listTouching(db, key, { until: null, limit: 1 })
          const from = thing.revision === null || revision === 0 ? last?.seq : seq
          if (from === undefined || !ownSeen.has(from)) throw noSuch()
          return restoreFactDraft(reader, id, thing, { seq, revision, agent })
        }
        if (thing.kind !== 'report-draft') throw noSuch()
        const restored =
          thing.revision === null
            ? await restoreDiscarded(db, id, agent)
            : await restoreTexts(db, id, { seq, revision, agent })
        return restored.outcome === 'restored'
          ? { outcome: 'restored', path: `/enter/reports/${id}` }
          : { outcome: restored.outcome }
      },
      lookBack: async (asked) => {
        if (person.as === 'public') return undefined
        const key = await keyInTrail(reader, asked)
        const thing = await nameThing(reader, key)
        const trail = trailOf(thing?.isOfPeople ?? false)
        if (thing === undefined || trail === undefined) return undefined
        const isTheirs =
          thing.isOwn || (may(person, 'read', thing.asked) && may(person, 'read-history', thing.asked))
        return isTheirs && (await countTouching(trail, key)) > 0 ? key : undefined
      },
      findAny: async () => {
        for (const { things } of await listEvents(db, { until: null, limit: 50 }))
          for (const key of things) {
            const thing = await nameThing(reader, key)
            if (thing !== undefined && may(person, 'read-history', thing.asked)) return key
          }
        return undefined
      },
    },
  }
}
