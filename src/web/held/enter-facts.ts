// Facts that are entered through a form, into what a world holds and out of it.
import { agentOf } from '../../accounts/person.ts'
import type { Db } from '../../db/store.ts'
import type { Datum } from '../../facts/datum.ts'
import { checkFact, questionsOfFact, recordFact } from '../../facts/enter-fact.ts'
import { ownersOfTyped, partiesNotHeld } from '../../facts/fact-owners.ts'
import { type Kinds, readBody } from '../../facts/kind.ts'
import { listDatums, listEnteredDatums } from '../../facts/store.ts'
import { fieldsOfFact, formIdPrefix, type TypedFact, typedOfDatum } from '../../facts/typed-fact.ts'
import { englishVoice, evidenceSays } from '../../indicators/names.ts'
import { readOncePerInstruments } from '../../instrument-folders.ts'
import { listActors } from '../../parties/actor-store.ts'
import { problem } from '../../problem.ts'
import { readShippedKinds } from '../../reports/shipped.ts'
import type { EnteredFact, EnterFacts } from '../data/enter.ts'
import { namesHeld } from './actor-names.ts'
import { factsToName } from './draft-sight.ts'
import { listFactChoices } from './fact-choices.ts'
import { refuseTier, seesFact, tierIssues } from './fact-tier.ts'
import type { Reader } from './handles.ts'
import { permittedFacts } from './permitted.ts'
import { ownerShown } from './standing-shown.ts'
import { publishersOf } from './submissions.ts'

/** A treaty's status and what was said to it come in with its page, votes with their record: never as a single fact. */
const notEntered = new Set(['status-event', 'status-claim', 'treaty-statement', 'roll-call', 'recorded-vote'])

/** The kinds of datum that are entered as single facts. */
export const enterable = readOncePerInstruments(
  (): Kinds =>
    Object.fromEntries(Object.entries(readShippedKinds()).filter(([name]) => !notEntered.has(name))),
)

/** The body that what is typed makes, as far as it can be read. */
export const bodyOf = (typed: TypedFact): Readonly<Record<string, unknown>> => {
  const kind = readShippedKinds()[typed.kind ?? '']
  if (kind === undefined) return {}
  const given = Object.fromEntries(
    fieldsOfFact(kind)
      .filter((name) => name.startsWith('body.'))
      .map((name) => [name.slice('body.'.length), typed[name]?.trim() ?? '']),
  )
  return readBody(kind, given, { retraction: true }).body
}

/**
 * A form records for everyone: what would replace a fact that is not public would publish it, whoever sees that fact.
 * Throws `not-found`, in the words of a fact that is not held.
 */
export const refuseHidden = async (db: Db, typed: TypedFact): Promise<void> => {
  const externalId = typed.supersedes?.trim() || typed.retracts?.trim()
  if (!externalId) return
  const named = await listDatums(db, {
    ...{ externalId, actor: typed.actor?.trim() ?? '', kind: typed.kind?.trim() ?? '' },
  })
  if (named.some(({ tier }) => tier !== 'public'))
    throw problem('not-found', `No public fact ${externalId} is held.`)
}

/** Entering facts into one world. Those of real States are marked as entered here. */
export const factsEntered = (reader: Reader): EnterFacts => {
  const held = factsOf(reader)
  return reader.person.as === 'desk' || reader.person.as === 'command' ? held : permittedFacts(held, reader)
}

const factsOf = ({ db, seen, world, person }: Reader): EnterFacts => {
  const agent = agentOf(person)
  const options = () => ({
    ...{ kinds: enterable(), entered: world === 'register', agent },
    sees: seesFact({ person, world }),
  })
  /** What a person keeps as a draft may name drafts; at the desk a fact is recorded at once, and names what is held. */
  const toName = async (typed: { actor?: string; id?: string }) =>
    person.as === 'person' ? factsToName({ db, person, world }, typed, enterable()) : []
  const shown = async (datums: readonly Datum[]): Promise<EnteredFact[]> => {
    const nameOf = await namesHeld(db)
    const own = await Promise.all(
      [...new Set(datums.map((datum) => datum.actor))].map((actor) => listDatums(seen, { actor })),
    )
    const all = own.flat()
    const { submissionOf, ownersOf } = await publishersOf(
      db,
      datums.map(({ actor, datumId }) => `fact:${actor}/${datumId}`),
    )
    const replaced = new Set(all.flatMap((datum) => [datum.supersedes, datum.retracts]))
    const idOf = (id: string | null) => all.find((datum) => datum.datumId === id)?.externalId ?? null
    return datums.flatMap((datum) =>
      datum.externalId === null
        ? []
        : [
            {
              id: datum.externalId,
              actor: datum.actor,
              actorName: nameOf(datum.actor),
              kind: datum.kind,
              title: readShippedKinds()[datum.kind]?.title ?? datum.kind,
              says: evidenceSays(englishVoice, datum),
              body: datum.body,
              typed: typedOfDatum(datum, readShippedKinds()),
              note: typeof datum.body.note === 'string' ? datum.body.note : null,
              knownFrom: datum.knownFrom,
              recordedAt: datum.recordedAt,
              entered: datum.entered,
              submitted: submissionOf(`fact:${datum.actor}/${datum.datumId}`),
              approvedBy: ownersOf(`fact:${datum.actor}/${datum.datumId}`).map(
                (owner) => ownerShown(owner, nameOf, null).name,
              ),
              tier: datum.tier,
              supersedes: idOf(datum.supersedes),
              retracts: idOf(datum.retracts),
              isReplaced: replaced.has(datum.datumId),
            },
          ],
    )
  }
  return {
    listFactKinds: async () => enterable(),
    listFactChoices: async (asked) =>
      listFactChoices({ db, seen }, enterable(), { ...asked, onTheirWay: await toName(asked) }),
    listOtherActors: async () =>
      (await listActors(db))
        .filter((actor) => actor.kind !== 'state')
        .map((actor) => ({ id: actor.id, name: actor.names.en?.short ?? actor.id })),
    listEnteredFacts: async () =>
      shown(
        await listEnteredDatums(seen, { prefix: formIdPrefix, kinds: Object.keys(enterable()), limit: 50 }),
      ),
    findFact: async ({ id, actor, kind }) => {
      const filter = {
        externalId: id,
        ...(actor === undefined ? {} : { actor }),
        ...(kind === undefined ? {} : { kind }),
      }
      return (await shown((await listDatums(seen, filter)).slice(0, 1)))[0]
    },
    findNewest: async ({ id, actor, kind }) => {
      const own = (await listDatums(seen, { actor })).filter((datum) => datum.kind === kind)
      const first = own.find((datum) => datum.externalId === id)
      const after = (one: Datum | undefined): Datum | undefined => {
        const next = own.find((datum) => (datum.supersedes ?? datum.retracts) === one?.datumId)
        return next === undefined ? one : after(next)
      }
      const last = first === undefined ? undefined : after(first)
      return last === undefined || last === first ? undefined : (await shown([last]))[0]
    },
    checkFact: async (typed) => {
      await refuseHidden(db, typed)
      const nameOf = await namesHeld(db)
      const owners = await ownersOfTyped(db, typed, enterable())
      const drafting = { ...options(), onTheirWay: await toName(typed) }
      return {
        issues: [...(await checkFact(db, typed, drafting)), ...tierIssues({ person, world }, typed, owners)],
        questions: await questionsOfFact(db, typed, drafting),
        body: bodyOf(typed),
        owners: owners.map((owner) => ownerShown(owner, nameOf, null)),
        notHeld: await partiesNotHeld(db, typed),
      }
    },
    recordFact: async (typed) => {
      await refuseHidden(db, typed)
      refuseTier({ person, world }, typed, await ownersOfTyped(db, typed, enterable()))
      return recordFact(db, typed, options())
    },
  }
}
