// The duties of the exercise: golden sheets, and what a person computed by hand from exercise/README.md, the treaty and the
// plan. A golden file alone is no proof.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { Command } from '../../src/cli/command.ts'
import { duties } from '../../src/cli/duties.ts'
import { dutyRules } from '../../src/cli/duty-rules.ts'
import type { Db, Store } from '../../src/db/store.ts'
import type { DutyOwed } from '../../src/duties/owed.ts'
import { importFacts } from '../../src/facts/import.ts'
import { listDuties } from '../../src/indicators/duties-owed.ts'
import { loadExercise } from '../../src/load.ts'
import { Problem } from '../../src/problem.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { inTestWorld } from '../world.ts'
import { dutySheetsIn, sheetFolder } from './sheets.ts'

const renew = 'Read the change; if it is meant, write it with: node bin/run.js scripts/golden.ts'
const [report, clearance, stocks] = ['mine-ban/article-7', 'mine-ban/article-5', 'mine-ban/article-4']
const plan = 'siem-reap-angkor-draft-2024-08'
const [payment, found, newAreas] = ['action-9', 'action-14', 'action-18-new-deadline'].map(
  (id) => `${plan}/${id}`,
)

type Row = [
  actor: string,
  duty: string | undefined,
  due: string | null,
  status: string,
  metOn?: string,
  isLate?: boolean,
]

/** Counted on a calendar, from the deposits, discoveries, meetings, payments and reports of exercise/world. */
const byHand: Record<string, Row[]> = {
  'reports: by 30 April, on the day in time, a day later late, never': [
    ['XAU', report, '2027-04-30', 'met', '2027-03-18', false],
    ['XVK', report, '2026-04-30', 'met', '2026-04-30', false],
    ['XBR', report, '2026-04-30', 'met', '2026-05-01', true],
    ['XAJ', report, '2025-04-30', 'overdue'],
    ['XAJ', report, '2027-04-30', 'overdue'],
    ['XAJ', report, '2028-04-30', 'due'],
    // Its report for 2023 came in 2025 and counts for neither cycle.
    ['XMK', report, '2025-04-30', 'overdue'],
  ],
  'who joins late reports 180 days after entry into force: 1 March 2026 and 180 days are 28 August': [
    ['XYG', 'mine-ban/entry-into-force', '2026-03-01', 'met', '2025-09-17'],
    ['XYG', report, '2026-08-28', 'met', '2026-08-20', false],
    ['XYG', report, '2027-04-30', 'met', '2027-03-18', false],
    ['XYG', stocks, '2030-03-01', 'due'],
  ],
  'who has deposited has its dates ahead of it': [
    ['XTE', 'mine-ban/entry-into-force', '2028-04-01', 'due'],
    ['XTE', report, '2028-09-28', 'due'],
  ],
  'a successor State is bound from its independence: 1 October 2011 and 180 days, a leap year between': [
    ['XBY', report, '2012-03-29', 'not-found'],
  ],
  'stockpiles: four years; missed, and destroyed long after': [
    ['XZM', stocks, '2013-05-01', 'overdue'],
    ['XGZ', stocks, '2027-02-01', 'overdue'],
    ['XDM', stocks, '2010-12-01', 'met', '2027-03-31', true],
  ],
  'mined areas: as granted, not as computed': [
    ['XTY', clearance, '2026-12-31', 'met', '2026-07-01', false],
    ['XPL', clearance, '2027-12-31', 'met', '2027-08-20', false],
    // Found anew after it was completed in 2012, with a new deadline.
    ['XMK', clearance, '2028-12-31', 'due'],
    ['XOK', clearance, '2028-12-31', 'due'],
    ['XNG', 'cluster-munitions/article-4', '2029-11-01', 'due'],
  ],
  'stockpiles found: six months from the discovery, to the end of a shorter month': [
    ['XLF', found, '2025-07-15', 'met', '2025-11-02', true],
    ['XMK', found, '2026-06-20', 'met', '2026-06-20', false],
    ['XTZ', found, '2026-07-08', 'met', '2026-04-30', false],
    ['XTZ', found, '2026-08-20', 'met', '2026-10-01', true],
    ['XDM', found, '2027-09-05', 'overdue'],
    ['XOV', found, '2028-02-29', 'due'],
  ],
  'mined areas found after completion: a new deadline by the next meeting': [
    ['XMK', newAreas, '2026-11-16', 'met', '2026-11-16', false],
    ['XCV', newAreas, '2027-11-22', 'overdue'],
  ],
  'contributions: three months before the meeting': [
    ['XSR', payment, '2025-08-24', 'met', '2025-08-24', false],
    ['XVK', payment, '2026-08-16', 'met', '2026-08-17', true],
    ['XLF', payment, '2026-08-16', 'met', '2026-08-16', false],
    // Two instalments: both in time, and the second one late.
    ['XZM', payment, '2025-08-24', 'met', undefined, false],
    ['XOK', payment, '2026-08-16', 'met', undefined, true],
    // One of two.
    ['XLF', payment, '2027-08-22', 'overdue'],
    ['XNU', payment, '2025-08-24', 'met', undefined, true],
    ['XNU', payment, '2026-08-16', 'overdue'],
    ['XAJ', payment, '2027-08-22', 'overdue'],
  ],
  'requests for clarification: 28 days': [
    ['XKU', 'mine-ban/article-8-clarification', '2025-06-02', 'met', '2025-05-30', false],
    ['XZR', 'mine-ban/article-8-clarification', '2026-03-10', 'met', '2026-04-02', true],
    ['XOV', 'mine-ban/article-8-clarification', '2028-01-12', 'due'],
  ],
  'who left owes nothing from that day on': [
    ['XKU', 'mine-ban/withdrawal', '2027-11-04', 'met'],
    ['XKU', clearance, '2028-04-01', 'ended'],
    ['XKV', 'mine-ban/withdrawal', '2026-04-08', 'met'],
    ['XKV', 'cluster-munitions/withdrawal', '2025-03-06', 'met'],
  ],
  'who is in an armed conflict when the six months are over stays bound': [
    ['XOV', 'cluster-munitions/withdrawal', null, 'waiting'],
    ['XOV', 'cluster-munitions/article-7', '2028-04-30', 'due'],
  ],
  'meetings that nobody dated are waited for': [['XOV', `${plan}/action-45`, null, 'met']],
}

const inExercise = (work: (db: Db) => Promise<void>) =>
  inTestWorld(async (db) => {
    await loadExercise(db)
    await work(db)
  }, 'exercise')

const actorsByHand = [...new Set(Object.values(byHand).flatMap((rows) => rows.map(([actor]) => actor)))]

describe('the duties of the exercise', () => {
  test('are those on the golden sheets, and those computed by hand', () =>
    inExercise(async (db) => {
      const sheets = await dutySheetsIn(db)
      assert.deepEqual(readdirSync(sheetFolder).sort(), [...sheets.keys()].sort())
      for (const [name, now] of sheets) {
        const path = `${sheetFolder}/${name}`
        assert.ok(existsSync(path), `There is no ${path}. ${renew}`)
        assert.equal(now, readFileSync(path, 'utf8'), `${path} differs. ${renew}`)
      }

      const all = await listDuties(db, { actors: actorsByHand, from: '1999-01-01', until: '2031-12-31' })
      const owedOf = (actor: string, duty: string | undefined, due: string | null): DutyOwed[] =>
        all.filter((owed) => owed.actor === actor && owed.duty === duty && owed.due === due)
      for (const [why, rows] of Object.entries(byHand))
        for (const [actor, duty, due, status, metOn, isLate] of rows) {
          const what = `${why}: ${actor} ${duty} ${due}`
          const [owed, ...more] = owedOf(actor, duty, due)
          assert.ok(
            owed !== undefined && more.length === 0,
            `${what}: ${owed === undefined ? 'none' : 'several'}`,
          )
          assert.equal(owed.status, status, what)
          if (metOn !== undefined)
            assert.ok(
              owed.metBy.some(({ on }) => on === metOn),
              `${what}: ${JSON.stringify(owed.metBy)}`,
            )
          if (isLate !== undefined) assert.equal(owed.isLate, isLate, what)
        }

      // Nothing falls due after leaving, or before being bound.
      const after = all.filter(
        ({ actor, instrument, due, status }) =>
          actor === 'XKV' &&
          instrument === 'mine-ban' &&
          due !== null &&
          due > '2026-04-08' &&
          status !== 'ended',
      )
      assert.deepEqual(after, [])
      assert.deepEqual(await listDuties(db, { actors: ['XFM', 'XWA'] }), [])

      // As they stood on an earlier day.
      const [first] = await listDuties(db, {
        actors: ['XYG'],
        duty: report,
        from: '2026-01-01',
        until: '2026-12-31',
        asOf: '2026-05-01',
      })
      // No report on 30 April, and not late: the first one is due on 28 August.
      assert.deepEqual([first?.due, first?.status, first?.metBy], ['2026-08-28', 'due', []])
    }))

  test('are printed as data, as a table, with their derivation and as rules', () =>
    inExercise(async (db) => {
      const store = { world: () => db } as unknown as Store
      const run = async (command: Command, options: Record<string, string | boolean>, json = false) => {
        const lines: string[] = []
        const context = { args: [], options, json, out: (text: string) => void lines.push(text) }
        await command.run({ ...context, progress: () => {}, open: () => Promise.resolve(store) })
        return lines.join('\n')
      }
      const asked = { actor: 'XVK', from: '2026-01-01', until: '2026-12-31', world: 'exercise' }
      const data = JSON.parse(await run(duties, asked, true)) as Record<string, unknown>[]
      const paid = data.find(({ duty }) => duty === payment)
      for (const field of [
        'actor',
        'duty',
        'due',
        'precision',
        'status',
        'computed',
        'granted',
        'derivation',
      ])
        assert.ok(Object.hasOwn(paid!, field), field)
      assert.equal(paid?.derivation, 'XMSP2026, 2026-11-16; Action 9: three months before → 2026-08-16')
      assert.deepEqual(
        [paid.due, paid.precision, paid.status, paid.isLate],
        ['2026-08-16', 'day', 'met', true],
      )
      const [metBy] = paid.metBy as { type: string; kind: string; on: string }[]
      assert.deepEqual([metBy?.type, metBy?.kind, metBy?.on], ['datum', 'payment', '2026-08-17'])

      const table = await run(duties, { ...asked, status: 'met' })
      assert.match(table, /^2026-08-16 {2}met late {12}XVK {2}Vakaleoa .*Action 9\)$/m)
      assert.match(await run(duties, { ...asked, explain: true }), /met by: payment 2026-08-17/)
      assert.match(await run(duties, { ...asked, csv: true }), /^actor,name,duty,.*\r\nXVK,Vakaleoa,/)
      await assert.rejects(run(duties, { ...asked, status: 'late' }), Problem)

      const rules = await run(dutyRules, { instrument: 'mine-ban' })
      assert.match(rules, /mine-ban\/article-5 .*\n {4}10 years after its entry into force for the State\.\n/)
      assert.match(rules, /\n {4}open while: on record: Outstanding Article 5 obligation/)
      await assert.rejects(run(dutyRules, { instrument: 'no-treaty' }), Problem)
    }))

  test('are marked where they rest on what was entered here; what nobody holds is refused', () =>
    inExercise(async (db) => {
      const asked = { actors: ['XAJ'], duty: clearance, from: '2019-01-01', until: '2028-12-31' }
      const marks = async () => (await listDuties(db, asked)).map(({ status, entered }) => [status, entered])
      const before = await marks()
      assert.ok(before.every(([, entered]) => entered === false))
      const lines = [
        'id,actor,kind,date,known_from,source_title,source_address,body.treaty,body.article,body.declaredOn',
        'entered-completion,XAJ,completion,2019-06-01,2027-06-01,Exercise: a declaration,https://exercise.example/x,mine-ban,5,2019-06-01',
      ]
      await importFacts(
        db,
        { name: 'entered.csv', bytes: Buffer.from(lines.join('\n')) },
        { kinds: readShippedKinds(), entered: true },
      )
      assert.deepEqual(await marks(), [['met', true]])

      for (const asked of [
        { from: '2027-02-30' },
        { from: '2028-01-01', until: '2027-01-01' },
        { asOf: '2028-01-01' },
        { actors: ['no-such-actor'] },
        { instrument: 'no-treaty' },
        { duty: 'mine-ban/article-99' },
      ])
        await assert.rejects(listDuties(db, asked), Problem, JSON.stringify(asked))
    }))
})
