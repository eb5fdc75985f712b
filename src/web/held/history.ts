// Looking back, in a world and in the trail of people: what was done to a thing, by whom, and how it comes back.
import { may } from '../../accounts/may.ts'
import { permit } from '../../accounts/permit.ts'
import { agentOf } from '../../accounts/person.ts'
import type { Thing } from '../../accounts/thing.ts'
import { restorePage } from '../../cooperation/give-up.ts'
import { readHead } from '../../db/audit-store.ts'
import { chainStart } from '../../db/chain.ts'
import { countTouching, listEvents, listTouching } from '../../db/history-store.ts'
import type { Db, PeopleDb } from '../../db/store.ts'
import { readThingKey } from '../../db/thing-key.ts'
import { problem } from '../../problem.ts'
import { restoreDiscarded, restoreTexts } from '../../reports/restore-draft.ts'
import { pagePath } from '../cooperation-path.ts'
import type { AuditShown, HistoryData } from '../data/history.ts'
import { actorsCalled } from './actor-names.ts'
import { doerOf, knownPeople } from './doers.ts'
import { seenOfFactDraft } from './fact-draft-seen.ts'
import type { Reader } from './handles.ts'
import { entriesOf } from './history-entries.ts'
import { keyInTrail } from './history-key.ts'
import { calledIn } from './history-said.ts'
import { type NamedThing, nameThing } from './history-thing.ts'
import { restoreFact } from './restore-fact.ts'
import { restoreFactDraft } from './restore-fact-draft.ts'

const mostEntries = 100

const noSuch = () => problem('not-found', 'The trail holds nothing of such a thing.')

/** Histories and the trail of one world, as its reader may know them. */
export const historyHeld = (reader: Reader): HistoryData => {
  const { db, world, person, people } = reader

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
        const names = await actorsCalled(db)
        const nameOf = (actor: string) => names.get(actor) ?? actor
        const entries = await entriesOf(reader, key, events, {
          ...{ thing, isFromNewest: until === null, nameOf },
          canRestore: may(person, 'restore', thing.toRestore ?? thing.asked),
          known: await knownPeople(reader, thing.asked.owners),
        })
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
        if (thing.kind === 'page' && thing.whose !== null) {
          const outcome = await restorePage(db, { actor: thing.whose, sha256: id }, agent)
          const path = pagePath(thing.whose, id)
          return outcome === 'restored' ? { outcome, path } : { outcome: 'submitted already' }
        }
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
