// The promise: after a late report, a corrected answer, a fact or an act with the depositary, the values it touches are
// computed again in under 50 ms, embedded store. The whole world is held and computed; each kind of write is made for
// several States in turn. Some 20 seconds. Everything is fictional.
import { sql } from 'kysely'
import type { Db } from '../src/db/store.ts'
import { importFacts } from '../src/facts/import.ts'
import { ensureFresh } from '../src/indicators/ensure-fresh.ts'
import { heldPlans } from '../src/indicators/plans.ts'
import { listen } from '../src/jobs.ts'
import { listStatusEvents, saveStatusEvents } from '../src/parties/store.ts'
import { readShippedKinds, readShippedQuestions } from '../src/reports/shipped.ts'
import { submitReport } from '../src/reports/submit.ts'
import { median } from './timing.ts'
import { fill, inNewStore, planYears, questions, states, todayOf } from './world.ts'

const today = todayOf(planYears)
const source = { title: 'The benchmark' }
const evidence = { page: '1', quotation: 'The benchmark says so.', language: 'en' }
const asked = readShippedQuestions()
const stateQuestions = questions.filter((id) => asked.get('article-7')?.questions.get(id)?.type === 'state')

const submit = (db: Db, actor: string, coversYear: number, no: number, receivedOn = today) =>
  submitReport(
    db,
    {
      format: 'pacta-report/1',
      actor,
      obligation: 'article-7',
      coversYear,
      receivedOn,
      language: 'en',
      document: { title: 'A report of the benchmark', form: 'forms', pages: 2 },
      source,
      answers: stateQuestions.map((question, index) => ({
        question,
        state: index === no ? 'no' : 'yes',
        evidence,
      })),
    },
    { questionnaires: asked, entered: false },
  )

/** States without a report for the last cycle, and whatever else a write needs. */
const silent = async (db: Db, coversYear: number): Promise<string[]> => {
  const { rows } = await sql<{ actorId: string }>`
    select actor_id from actor where actor_id not in
      (select actor_id from report_version where covers_year = ${coversYear}::integer) order by 1`.execute(db)
  return rows.map((row) => row.actorId)
}

const writes: Record<string, (db: Db, run: number, late: readonly string[]) => Promise<unknown>> = {
  'a late report, last cycle': (db, run, late) => submit(db, late[run]!, 2028, -1),
  'one answer of it corrected': (db, run, late) => submit(db, late[run]!, 2028, run),
  'a late report, first cycle': (db, run) => submit(db, `X0${String(100 + run)}`, 2024, run),
  'a payment': (db, run) =>
    importFacts(
      db,
      {
        name: 'late.csv',
        bytes: Buffer.from(
          [
            'id,actor,kind,date,known_from,source_title,source_address,body.forYear,body.amount,body.currency,body.paidOn',
            `late-${run},X00${10 + run},payment,2029-03-01,2029-12-20,The benchmark,https://exercise.example/,2029,100,USD,2029-03-01`,
          ].join('\n'),
        ),
      },
      { kinds: readShippedKinds(), entered: false },
    ),
  'survivors found to be significant since 2025': (db, run) =>
    importFacts(
      db,
      {
        name: 'late.csv',
        bytes: Buffer.from(
          [
            'id,actor,kind,from,known_from,source_title,source_address',
            `late-${run},X00${30 + run},victims-significant,2025-01-01,2029-12-20,The benchmark,https://exercise.example/`,
          ].join('\n'),
        ),
      },
      { kinds: readShippedKinds(), entered: false },
    ),
  'a withdrawal': async (db, run) => {
    const held = await listStatusEvents(db, 'mine-ban')
    const asHeld = held.map((event) => ({ ...event, actor: event.actorId, line: 0 }))
    const withdrawal = {
      actor: `X00${50 + run}`,
      name: `State ${50 + run}`,
      kind: 'withdrawal' as const,
      notifiedOn: '2029-03-01',
      effectiveOn: '2029-09-01',
      date: '2029-09-01',
      note: null,
      line: 0,
    }
    const page = {
      treaty: 'mine-ban',
      mtdsg: null,
      title: source.title,
      address: null,
      asOf: today,
      adoptedOn: null,
      inForceFrom: null,
      signatories: null,
      parties: null,
    }
    return saveStatusEvents(db, page, [...asHeld, withdrawal])
  },
}

listen()
const computeAll = async (db: Db): Promise<number> => {
  let cells = 0
  for (const plan of heldPlans()) cells += await ensureFresh(db, plan)
  return cells
}

const runs = 9
await inNewStore(async (db, store) => {
  await fill(db, states)
  const late = await silent(db, 2028)
  const start = performance.now()
  const all = await computeAll(db)
  console.log(
    `late edits, ${store.kind} store: ${states} States, all ${all} values (readings too) first computed in ${(performance.now() - start).toFixed(0)} ms; medians of ${runs}`,
  )
  for (const [name, write] of Object.entries(writes)) {
    const wrote: number[] = []
    const wall: number[] = []
    const cpu: number[] = []
    let cells = 0
    for (let run = 0; run < runs; run++) {
      const from = performance.now()
      await write(db, run, late)
      const written = performance.now()
      const before = process.cpuUsage()
      cells = await computeAll(db)
      const used = process.cpuUsage(before)
      wrote.push(written - from)
      wall.push(performance.now() - written)
      cpu.push((used.user + used.system) / 1000)
    }
    console.log(
      `${name.padEnd(46)} ${String(cells).padStart(4)} values again: ${median(wall).toFixed(0).padStart(4)} ms ` +
        `(CPU ${median(cpu).toFixed(0)}, slowest ${Math.max(...wall).toFixed(0)}); the write itself ${median(wrote).toFixed(0)} ms`,
    )
  }
})
