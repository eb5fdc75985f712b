// What of a world is searched, read as documents in batches.
import type { Db } from '../db/store.ts'
import { shippedDuties } from '../duties/rules.ts'
import { listCohorts } from '../indicators/cohort.ts'
import { heldPlans } from '../indicators/plans.ts'
import { type HeldActor, listActors } from '../parties/actor-store.ts'
import { findTreatyHead, listTreatiesHeld } from '../parties/treaty-store.ts'
import { currentVersion, periodKey } from '../reports/report.ts'
import { readShippedKinds, readShippedQuestionnaires } from '../reports/shipped.ts'
import { listReportVersions } from '../reports/store.ts'
import { answerableQuestions } from '../rules/rule-schema.ts'
import type { Document } from './document.ts'
import { type ActorsHeld, answerDocument, factDocument, reportDocument } from './records.ts'
import { type Place, readAnswers, readFacts } from './store.ts'
import { actorDocument, cohortDocument, dutyDocuments, planDocuments, treatyDocument } from './texts.ts'

const batchSize = 1000

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

const actorsHeld = (actors: readonly HeldActor[]): ActorsHeld => {
  const names = new Map(actors.map((actor) => [actor.id, actor.names.en?.short ?? actor.id]))
  const parents = new Map(actors.map((actor) => [actor.id, actor.parent]))
  const states = new Set(actors.filter(({ kind }) => kind === 'state').map(({ id }) => id))
  return {
    nameOf: (id) => names.get(id) ?? id,
    parentOf: (id) => parents.get(id) ?? null,
    isState: (id) => states.has(id),
  }
}

async function* readFactDocuments(
  db: Db,
  today: string,
  { actors, isBeyondPublic }: { actors: ActorsHeld; isBeyondPublic: boolean },
): AsyncGenerator<Document[]> {
  const kinds = readShippedKinds()
  for await (const rows of batchesOf((after) =>
    readFacts(db, { today, after, limit: batchSize, isBeyondPublic }),
  ))
    yield rows.flatMap((row) => factDocument(row, actors, kinds) ?? [])
}

/** Everything of a world that has an address, in batches. */
export async function* readDocuments(db: Db, today: string): AsyncGenerator<Document[]> {
  const plans = heldPlans()
  yield plans.flatMap((plan) => planDocuments(plan.instrument))
  yield listCohorts().map(cohortDocument)
  yield shippedDuties().flatMap(dutyDocuments)
  for (const treaty of await listTreatiesHeld(db))
    yield [treatyDocument(treaty, await findTreatyHead(db, treaty))]
  const held = await listActors(db)
  yield held.map(actorDocument)
  const actors = actorsHeld(held)
  yield* readFactDocuments(db, today, { actors, isBeyondPublic: false })

  const questionnaires = readShippedQuestionnaires()
  const titles = new Map(questionnaires.map(({ id, title }) => [id, title]))
  const questions = new Map(
    questionnaires.flatMap((one) =>
      answerableQuestions(one).map(({ id, text }) => [`${one.id}/${id}`, text] as const),
    ),
  )
  const versions = await listReportVersions(db, { receivedBy: today })
  const current = new Map(
    [...Map.groupBy(versions, periodKey).values()]
      .map((ofPeriod) => currentVersion(ofPeriod)!)
      .map((version) => [version.reportId, version]),
  )
  yield [...current.values()].map((version) =>
    reportDocument(
      version,
      actors.nameOf(version.actor),
      titles.get(version.obligation) ?? version.obligation,
    ),
  )
  for await (const rows of batchesOf((after) => readAnswers(db, { after, limit: batchSize })))
    yield rows.flatMap((row) => {
      const version = current.get(row.report)
      if (version === undefined) return []
      const question = questions.get(`${version.obligation}/${row.question}`) ?? row.question
      return [answerDocument(row, version, actors.nameOf(row.actor), question)]
    })
}

/** The facts `db` sees that not everyone does, in batches. */
export async function* readDocumentsBeyondPublic(db: Db, today: string): AsyncGenerator<Document[]> {
  const actors = actorsHeld(await listActors(db))
  yield* readFactDocuments(db, today, { actors, isBeyondPublic: true })
}
