// People as far as a reader may know of them: each owner keeps their own people.
import { may } from '../../accounts/may.ts'
import { agentOf, type Owner } from '../../accounts/person.ts'
import { namesByOwner, namesOfPeople } from '../../accounts/person-store.ts'
import type { Reader } from './handles.ts'

type Names = ReadonlyMap<string, string>

/** Names of people, by the owner with whom they hold or held a role, of those owners whose people the reader may see. */
type Known = { ofAll: Names; ofOwner: (owner: Owner) => Names }

const nobody: Names = new Map()

const peopleKnown = async ({ person, world, people }: Reader, owners: readonly Owner[]): Promise<Known> => {
  if (people === undefined) return { ofAll: nobody, ofOwner: () => nobody }
  const mayKnow = (of: readonly Owner[]): boolean =>
    may(person, 'read', {
      ...{ kind: 'people', world, owners: of, keeper: null, state: 'published', tier: 'public' },
      ...{ departments: [], writtenBy: null },
    })
  // Whoever sees people of nobody in particular sees them all: administrators, the desk.
  if (mayKnow([])) {
    const all = await namesOfPeople(people)
    return { ofAll: all, ofOwner: () => all }
  }
  const known = owners.filter((owner) => mayKnow([owner]))
  if (known.length === 0) return { ofAll: nobody, ofOwner: () => nobody }
  const byOwner = await namesByOwner(people, { world, owners: known })
  return {
    ofAll: new Map([...byOwner.values()].flatMap((names) => [...names])),
    ofOwner: (owner) => byOwner.get(owner) ?? nobody,
  }
}

/** Names by id of the people of these owners, as far as the reader may see each owner's; for others none. */
export const namesKnown = async (reader: Reader, owners: readonly Owner[]): Promise<Names> =>
  (await peopleKnown(reader, owners)).ofAll

/** What an agent is called for a reader: a name, where they may know it or it is their own; null otherwise. */
export const callsAgents = async (
  reader: Reader,
  owners: readonly Owner[],
): Promise<(agent: string, owner: Owner | null) => string | null> => {
  const { ofAll, ofOwner } = await peopleKnown(reader, owners)
  return (agent, owner) => {
    if (reader.person.as === 'person' && agent === agentOf(reader.person)) return reader.person.name
    const names = owner === null ? ofAll : ofOwner(owner)
    return names.get(agent.replace(/^person:/, '')) ?? null
  }
}
