// People as far as a reader may know of them.
import { may } from '../../accounts/may.ts'
import { agentOf, type Owner } from '../../accounts/person.ts'
import { namesOfPeople } from '../../accounts/person-store.ts'
import type { Reader } from './handles.ts'

/** Names by id, for whoever may see the people of these owners; for others none. */
export const namesKnown = async (
  { person, world, people }: Reader,
  owners: readonly Owner[],
): Promise<ReadonlyMap<string, string>> => {
  const mayKnow = may(person, 'read', {
    ...{ kind: 'people', world, owners, keeper: null, state: 'published', tier: 'public' },
    ...{ departments: [], writtenBy: null },
  })
  return people !== undefined && mayKnow ? namesOfPeople(people) : new Map()
}

/** What an agent is called for a reader: a name, where they may know it or it is their own; null otherwise. */
export const callsAgents = async (
  reader: Reader,
  owners: readonly Owner[],
): Promise<(agent: string, owner: Owner | null) => string | null> => {
  const ofAll = await namesKnown(reader, owners)
  const byOwner = new Map<Owner, ReadonlyMap<string, string>>()
  // Of what several own, each keeps their own people.
  for (const owner of owners) byOwner.set(owner, await namesKnown(reader, [owner]))
  return (agent, owner) => {
    if (reader.person.as === 'person' && agent === agentOf(reader.person)) return reader.person.name
    const names = owner === null ? ofAll : (byOwner.get(owner) ?? new Map<string, string>())
    return names.get(agent.replace(/^person:/, '')) ?? null
  }
}
