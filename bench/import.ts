// What it takes to import a cycle: one JSON file with the reports of 166 States, every question answered and quoted, as
// `pacta report import` does it: read, checked, stored with its marks on values, in one transaction. Beside it the same
// rows by hand: two statements that only insert. Then the same reports one file at a time. Some 20 seconds.
import { sql } from 'kysely'
import { type Db, inTransaction, uuidv7 } from '../src/db/store.ts'
import { ensureFresh } from '../src/indicators/ensure-fresh.ts'
import { heldPlans } from '../src/indicators/plans.ts'
import { listen } from '../src/jobs.ts'
import { readShippedQuestions } from '../src/reports/shipped.ts'
import { importReports } from '../src/reports/submit.ts'
import { shown, timed } from './timing.ts'
import { actorsOf, fill, inNewStore, states } from './world.ts'

const questionnaires = readShippedQuestions()
const asked = [...questionnaires.get('article-7')!.questions.values()]

const answerTo = ({ id, type, unit }: (typeof asked)[number], draw: number) => ({
  question: id,
  state: ['yes', 'partly', 'no'][draw % 3],
  ...(type === 'state' ? {} : { number: draw, unit }),
  evidence: {
    page: String(1 + (draw % 40)),
    quotation: `Fictional: this is what page ${draw % 40} says.`,
    language: 'en',
  },
})

/** A full report of each State for the cycle; every one says something else for every `round`. */
const reportsOf = (actors: readonly string[], round: number) =>
  actors.map((actor, at) => ({
    format: 'pacta-report/1',
    actor,
    obligation: 'article-7',
    coversYear: 2020,
    receivedOn: `2021-0${1 + round}-15`,
    language: 'en',
    document: { title: `Report of ${actor}`, form: 'forms', pages: 40 },
    source: { title: `Report of ${actor}, ${round}`, address: 'https://exercise.example/report' },
    answers: asked.map((question, index) => answerTo(question, at * 7 + index + round)),
  }))

type Reports = ReturnType<typeof reportsOf>

const importAll = (db: Db, reports: Reports | Reports[number], name: string) =>
  importReports(db, { name, bytes: Buffer.from(JSON.stringify(reports)) }, { questionnaires, entered: false })

const byHand = (db: Db, reports: Reports, version: number) =>
  inTransaction(db, async (trx) => {
    const ids = reports.map(() => uuidv7())
    await sql`
      insert into report_version (actor_id, report_id, obligation, covers_year, version, received_on, submission_sha256)
      select a, r, 'article-7', 2019, ${version}::integer, '2021-01-15', ''
        from unnest(${reports.map((one) => one.actor)}::text[], ${ids}::uuid[]) as t(a, r)`.execute(trx)
    const rows = reports.flatMap((one, at) =>
      one.answers.map((answer) => ({ ...answer, actor: one.actor, id: ids[at]! })),
    )
    await sql`
      insert into answer (actor_id, datum_id, report_id, question, state, locator, quotation, language)
      select * from unnest(${rows.map((row) => row.actor)}::text[], ${rows.map(() => uuidv7())}::uuid[],
                           ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.question)}::text[],
                           ${rows.map((row) => row.state!)}::text[], ${rows.map((row) => row.evidence.page)}::text[],
                           ${rows.map((row) => row.evidence.quotation)}::text[], ${rows.map(() => 'en')}::text[])`.execute(
      trx,
    )
  })

listen()
await inNewStore(async (db, store) => {
  await fill(db, states)
  for (const plan of heldPlans()) await ensureFresh(db, plan)
  const actors = await actorsOf(db)
  let round = 0
  const engine = await timed(() => importAll(db, reportsOf(actors, round++), 'cycle.json'), { runs: 5 })
  let version = 0
  const hand = await timed(() => byHand(db, reportsOf(actors, 0), ++version), { runs: 5 })
  const singles = reportsOf(actors, round)
  const single = await timed(() => importAll(db, singles.pop()!, 'one.json'), { runs: 25 })
  console.log(
    `import, ${store.kind} store: ${actors.length} reports with ${asked.length} answers each in one file ${shown(engine)}, ` +
      `${(engine.wallMs / actors.length).toFixed(1)} ms a report; the same rows inserted by hand ${shown(hand)}, ` +
      `ratio ${(engine.wallMs / hand.wallMs).toFixed(1)}; one report a file ${shown(single)}`,
  )
})
