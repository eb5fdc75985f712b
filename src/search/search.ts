// Searching one world: its index is built when it is first asked for, and again once something was written.
import type { Db } from '../db/store.ts'
import { shippedDuties } from '../duties/rules.ts'
import { todayIn } from '../facts/today.ts'
import { listCohorts } from '../indicators/cohort.ts'
import { heldPlans } from '../indicators/plans.ts'
import { instrumentsVersion } from '../instrument-folders.ts'
import { listActors } from '../parties/actor-store.ts'
import { findTreatyHead, listTreatiesHeld } from '../parties/treaty-store.ts'
import { currentVersion, periodKey } from '../reports/report.ts'
import { readShippedKinds, readShippedQuestionnaires } from '../reports/shipped.ts'
import { listReportVersions } from '../reports/store.ts'
import { answerableQuestions } from '../rules/rule-schema.ts'
import type { Document } from './document.ts'
import type { Found, SearchQuery } from './found.ts'
import { find, nothingFound } from './found.ts'
import { buildIndex, type Index } from './index.ts'
import { readQuery } from './query.ts'
import { answerDocument, factDocument, reportDocument } from './records.ts'
import { type Place, readAnswers, readFacts, readMark } from './store.ts'
import { actorDocument, cohortDocument, dutyDocuments, planDocuments, treatyDocument } from './texts.ts'
import { createReader } from './words.ts'

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

/** Everything of a world that has an address, in batches. */
export async function* readDocuments(db: Db, today: string): AsyncGenerator<Document[]> {
  const plans = heldPlans()
  yield plans.flatMap((plan) => planDocuments(plan.instrument))
  yield listCohorts().map(cohortDocument)
  yield shippedDuties().flatMap(dutyDocuments)
  for (const treaty of await listTreatiesHeld(db))
    yield [treatyDocument(treaty, await findTreatyHead(db, treaty))]
  const actors = await listActors(db)
  yield actors.map(actorDocument)
  const names = new Map(actors.map((actor) => [actor.id, actor.names.en?.short ?? actor.id]))
  const nameOf = (actor: string) => names.get(actor) ?? actor
  const parents = new Map(actors.map((actor) => [actor.id, actor.parent]))
  const parentOf = (actor: string) => parents.get(actor) ?? null
  const states = new Set(actors.filter(({ kind }) => kind === 'state').map(({ id }) => id))
  const isState = (actor: string) => states.has(actor)

  const kinds = readShippedKinds()
  for await (const rows of batchesOf((after) => readFacts(db, { today, after, limit: batchSize })))
    yield rows.flatMap((row) => factDocument(row, { nameOf, parentOf, isState }, kinds) ?? [])

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
    reportDocument(version, nameOf(version.actor), titles.get(version.obligation) ?? version.obligation),
  )
  for await (const rows of batchesOf((after) => readAnswers(db, { after, limit: batchSize })))
    yield rows.flatMap((row) => {
      const version = current.get(row.report)
      if (version === undefined) return []
      const question = questions.get(`${version.obligation}/${row.question}`) ?? row.question
      return [answerDocument(row, version, nameOf(row.actor), question)]
    })
}

/**
 * Searches a world. The index is built with the first search and stays in memory; it is built anew, while others are
 * served, when anything was written by whatever process, or a new day began. Of facts, what `db` sees.
 */
export const openSearch = (db: Db): ((query: SearchQuery) => Promise<Found>) => {
  let held: { mark: string; index: Promise<Index> } | undefined
  const fresh = async (): Promise<Index> => {
    const today = await todayIn(db)
    const mark = `${today}|${instrumentsVersion()}|${await readMark(db)}`
    if (held?.mark !== mark) {
      const index = buildIndex(readDocuments(db, today))
      held = { mark, index }
      // A build that failed is no index; the next search tries again.
      index.catch(() => {
        if (held?.index === index) held = undefined
      })
    }
    return held.index
  }
  return async (query) => {
    if (readQuery(query.q, createReader()).length > 0) return find(await fresh(), query)
    // Whoever asks nothing is about to ask: the index is made meanwhile. What fails is said to the first who asks.
    void fresh().catch(() => {})
    return nothingFound(query.q)
  }
}
