// What of a world is searched, read as documents in batches.
import type { Db } from '../db/store.ts'
import { shippedDuties } from '../duties/rules.ts'
import { contentHash } from '../facts/datum.ts'
import { listCohorts } from '../indicators/cohort.ts'
import { heldPlans } from '../indicators/plans.ts'
import { readOncePerInstruments } from '../instrument-folders.ts'
import { type HeldActor, listActors } from '../parties/actor-store.ts'
import { findTreatyHead, listTreatiesHeld } from '../parties/treaty-store.ts'
import { listReleases } from '../releases/store.ts'
import { currentVersion, periodKey, type ReportVersion } from '../reports/report.ts'
import { readShippedKinds, readShippedQuestionnaires } from '../reports/shipped.ts'
import { listReportVersions } from '../reports/store.ts'
import { answerableQuestions } from '../rules/questionnaire-schema.ts'
import type { Document } from './document.ts'
import { type ActorsHeld, answerDocument, factDocument, mostOfKind, reportDocument } from './records.ts'
import { type Place, readAnswers, readFacts, readManyOfKind } from './store.ts'
import {
  actorDocument,
  cohortDocument,
  dutyDocuments,
  planDocuments,
  releaseDocument,
  treatyDocument,
} from './texts.ts'

const batchSize = 1000

// The documents of so many rows are made at once: others wait no longer than that.
const sliceSize = 100

/** Reads batch after batch until one comes short. */
async function* batchesOf<T extends Place>(
  read: (after: Place | undefined) => Promise<T[]>,
): AsyncGenerator<T[]> {
  let after: Place | undefined
  for (;;) {
    const rows = await read(after)
    if (rows.length > 0) yield rows
    if (rows.length < batchSize) return
    after = rows.at(-1)
  }
}

const slicesOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))

const batchesIn = <T>(all: readonly T[]): T[][] => slicesOf(all, batchSize)

/** Each thing made once, by its key. */
const sharing = (): ActorsHeld['shared'] => {
  const made = new Map<string, unknown>()
  return <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make())
    return made.get(key) as T
  }
}

const actorsHeld = (actors: readonly HeldActor[], many: ReadonlySet<string>): ActorsHeld => {
  const names = new Map(actors.map((actor) => [actor.id, actor.names]))
  const parents = new Map(actors.map((actor) => [actor.id, actor.parent]))
  const states = new Set(actors.filter(({ kind }) => kind === 'state').map(({ id }) => id))
  return {
    nameOf: (id, language = 'en') => {
      const held = names.get(id)
      return held?.[language as keyof typeof held]?.short ?? held?.en?.short ?? id
    },
    parentOf: (id) => parents.get(id) ?? null,
    isState: (id) => states.has(id),
    hasMany: (actor, kind) => many.has(`${actor}/${kind}`),
    shared: sharing(),
  }
}

/** What the documents of facts, reports and answers are made with, as of one day. */
export type Frame = {
  today: string
  actors: ActorsHeld
  /** Tells whether an actor is called otherwise than before. */
  called: string
  /** `<actor>/<kind>` of which there are many. */
  many: ReadonlySet<string>
  /** The versions that are current, by their ids. */
  current: ReadonlyMap<string, ReportVersion>
  questions: ReadonlyMap<string, string>
  /** All documents but those of facts and answers. */
  documents: Document[]
}

const actorOfKey = (key: string): string => key.slice(0, key.lastIndexOf('/'))

/** The actors of whose facts of some kind there are many now and were not, or the other way round. */
export const actorsTurned = (before: ReadonlySet<string>, now: ReadonlySet<string>): Set<string> =>
  new Set(
    [...[...before].filter((key) => !now.has(key)), ...[...now].filter((key) => !before.has(key))].map(
      actorOfKey,
    ),
  )

/** The kinds of which there are many: those of before, but for the actors of whom something was written since. */
const readMany = async (db: Db, since: Since | undefined): Promise<ReadonlySet<string>> => {
  if (since === undefined) return readManyOfKind(db, mostOfKind)
  const touched = new Set(since.touched)
  const others = [...since.many].filter((key) => !touched.has(actorOfKey(key)))
  return new Set([...others, ...(await readManyOfKind(db, mostOfKind, since.touched))])
}

/** What was read before, and the actors of whom something was written since. */
type Since = { many: ReadonlySet<string>; touched: readonly string[] }

/** What ships or was added as a file: the very same documents until an instrument comes or goes. */
const documentsOfFiles = readOncePerInstruments((): readonly Document[] => [
  ...heldPlans().flatMap((plan) =>
    planDocuments(
      plan.instrument,
      new Map(Object.entries(plan.rules.rules).map(([number, { words }]) => [number, words])),
    ),
  ),
  ...listCohorts().map(cohortDocument),
  ...shippedDuties().flatMap(dutyDocuments),
])

/** Reads what does not grow with facts and answers; after a write, with what was read `since`, little of it. */
export const readFrame = async (db: Db, today: string, since?: Since): Promise<Frame> => {
  const held = await listActors(db)
  const many = await readMany(db, since)
  const actors = actorsHeld(held, many)
  const questionnaires = readShippedQuestionnaires()
  const titles = new Map(questionnaires.map(({ id, title }) => [id, title]))
  const versions = await listReportVersions(db, { receivedBy: today })
  const current = [...Map.groupBy(versions, periodKey).values()].map((ofPeriod) => currentVersion(ofPeriod)!)
  const treaties = await listTreatiesHeld(db)
  const releases = (await listReleases(db)).filter(({ publishedAt }) => publishedAt !== null)
  const heads = await Promise.all(treaties.map((treaty) => findTreatyHead(db, treaty)))
  return {
    ...{ today, actors, many },
    called: contentHash(held.map(({ id, names, parent, kind }) => [id, names, parent, kind])),
    current: new Map(current.map((version) => [version.reportId, version])),
    questions: new Map(
      questionnaires.flatMap((one) =>
        answerableQuestions(one).map(({ id, text }) => [`${one.id}/${id}`, text] as const),
      ),
    ),
    documents: [
      ...documentsOfFiles(),
      ...treaties.map((treaty, i) => treatyDocument(treaty, heads[i])),
      ...held.map(actorDocument),
      ...releases.map((release) =>
        releaseDocument(
          release,
          heldPlans().find(({ instrument }) => instrument.id === release.plan)?.instrument.title,
        ),
      ),
      ...current.map((version) =>
        reportDocument(
          version,
          actors.nameOf(version.actor),
          titles.get(version.obligation) ?? version.obligation,
        ),
      ),
    ],
  }
}

/** Facts, each with its document; undefined where no page shows it. */
export type FactsRead = [fact: Place, document: Document | undefined][]

/** The facts named by `only`, in batches; all of them where none are named. */
export async function* readFactDocuments(
  db: Db,
  { today, actors }: Pick<Frame, 'today' | 'actors'>,
  { isBeyondPublic, only }: { isBeyondPublic: boolean; only?: readonly Place[] | undefined },
): AsyncGenerator<FactsRead> {
  const kinds = readShippedKinds()
  const named = only === undefined ? [undefined] : batchesIn(only)
  for (const some of named)
    for await (const rows of batchesOf((after) =>
      readFacts(db, { today, after, limit: batchSize, isBeyondPublic, only: some }),
    ))
      for (const slice of slicesOf(rows, sliceSize))
        yield slice.map((row) => [{ actor: row.actor, id: row.id }, factDocument(row, actors, kinds)])
}

/** The answers of reports, in batches, each with the report it stands in. */
export async function* readAnswerDocuments(
  db: Db,
  { current, actors, questions }: Frame,
  reports: readonly string[],
): AsyncGenerator<[report: string, document: Document][]> {
  for (const some of batchesIn(reports))
    for await (const rows of batchesOf((after) =>
      readAnswers(db, { after, limit: batchSize, reports: some }),
    ))
      for (const slice of slicesOf(rows, sliceSize))
        yield slice.flatMap((row): [string, Document][] => {
          const version = current.get(row.report)
          if (version === undefined) return []
          const question = questions.get(`${version.obligation}/${row.question}`) ?? row.question
          return [[row.report, answerDocument(row, version, actors.nameOf(row.actor), question)]]
        })
}

/** The facts `db` sees that not everyone does, in batches. */
export async function* readDocumentsBeyondPublic(db: Db, today: string): AsyncGenerator<Document[]> {
  const actors = actorsHeld(await listActors(db), await readManyOfKind(db, mostOfKind))
  for await (const read of readFactDocuments(db, { today, actors }, { isBeyondPublic: true }))
    yield read.flatMap(([, document]) => document ?? [])
}
