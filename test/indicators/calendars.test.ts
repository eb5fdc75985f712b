// The calendars of the whole exercise, as the command writes them and another parser reads them.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { calendar } from '../../src/cli/calendar.ts'
import type { CommandContext } from '../../src/cli/command.ts'
import type { Db, Store } from '../../src/db/store.ts'
import { dayOwed } from '../../src/duties/calendar-event.ts'
import { importFacts } from '../../src/facts/import.ts'
import { calendarSpan } from '../../src/indicators/calendar.ts'
import { listDuties, listPlanned } from '../../src/indicators/duties-owed.ts'
import { loadExercise } from '../../src/load.ts'
import { Problem } from '../../src/problem.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { fileOf } from '../facts/world.ts'
import { type EventRead, readCalendar } from '../web/read-calendar.ts'
import { inTestStore } from '../world.ts'

/** A State with dates granted, one that has deposited only, one that left, one that is not party, one with a pledge. */
const states = ['XOK', 'XTE', 'XKV', 'XFM', 'XQO']

const folder = mkdtempSync(join(tmpdir(), 'pacta-calendar-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

type Options = CommandContext['options']

const run = async (store: Store, options: Options): Promise<string> => {
  const lines: string[] = []
  const context = { args: [], options: { world: 'exercise', ...options }, json: options.json === true }
  await calendar.run({
    ...context,
    out: (text) => void lines.push(text),
    progress: () => {},
    open: async () => store,
  })
  return lines.join('\n')
}

const out = join(folder, 'dates.ics')

/** The file the command writes. */
const written = async (store: Store, options: Options): Promise<string> => {
  rmSync(out, { force: true })
  await run(store, { ...options, out })
  return readFileSync(out, 'utf8')
}

const granted = (db: Db, id: string, on: string, newDeadline: string) => {
  const columns =
    'id,actor,kind,from,known_from,source_title,body.treaty,body.meeting,body.article,body.grantedUntil'
  const row = `${id},XOK,extension-granted,${on},${on},Exercise: Register,mine-ban,${id},5,${newDeadline}`
  const options = { kinds: readShippedKinds(), today: '2027-12-31', entered: false }
  return importFacts(db, fileOf('granted.csv', `${columns}\n${row}\n`), options)
}

const find = (events: readonly EventRead[], duty: string): EventRead => {
  const found = events.filter(({ uid }) => uid.startsWith(`${duty}/XOK`))
  assert.equal(found.length, 1, duty)
  return found[0]!
}

describe('the calendars of the exercise', () => {
  it('hold every date of the list, each once, and follow what changes', () =>
    inTestStore(async (store) => {
      const db = store.world('exercise')
      await loadExercise(db)
      const span = calendarSpan('2027-12-31')
      const all = [...(await listDuties(db, span)), ...(await listPlanned(db, span))]
      assert.ok(
        all.some(({ duty }) => duty.endsWith('/body-meeting')),
        'a planned meeting',
      )
      const asked = [
        ...states.map((actor) => ({ actor })),
        { instrument: 'mine-ban' },
        { duty: 'mine-ban/article-5' },
      ] as { actor?: string; instrument?: string; duty?: string }[]
      const sequences = new Map<string, number>()
      let count = 0
      for (const one of asked) {
        const { events } = readCalendar(await written(store, one))
        const expected = all
          .filter(
            ({ actor, owners = [], instrument, duty }) =>
              (one.actor === undefined || [actor, ...owners].includes(one.actor)) &&
              (one.instrument ?? instrument) === instrument &&
              (one.duty ?? duty) === duty,
          )
          .map((owed) => ({ key: owed.key, day: dayOwed(owed)?.day, status: owed.status }))
          .filter(({ day }) => day !== undefined)
        assert.deepEqual(
          events.map(({ uid, day, alarms }) => `${day} ${uid} ${alarms.length}`).sort(),
          expected
            .map(({ key, day, status }) => {
              const alarms = status === 'due' || status === 'at-risk' ? 3 : 0
              return `${day} ${key.split('/').map(encodeURIComponent).join('/')}@exercise.pacta ${alarms}`
            })
            .sort(),
          JSON.stringify(one),
        )
        for (const { uid, sequence, summary } of events) {
          assert.equal(sequences.get(uid) ?? sequence, sequence)
          sequences.set(uid, sequence)
          assert.match(summary, /^Exercise: /)
        }
        count += events.length
      }
      assert.ok(count > 200, String(count))

      const before = await written(store, { actor: 'XOK' })
      assert.equal(await written(store, { actor: 'XOK' }), before, 'the same bytes while nothing changes')
      const first = find(readCalendar(before).events, 'mine-ban/article-5')
      assert.deepEqual([first.day, first.sequence, first.status], ['2028-12-31', 0, 'CONFIRMED'])

      await granted(db, 'XMSP2027', '2027-12-01', '2031-12-31')
      const after = readCalendar(await written(store, { actor: 'XOK' })).events
      const moved = find(after, 'mine-ban/article-5')
      assert.deepEqual([moved.uid, moved.day, moved.sequence], [first.uid, '2031-12-31', 1])
      assert.match(moved.description, /XMSP2027/)
      const ofDuty = readCalendar(await written(store, { duty: 'mine-ban/article-5' })).events
      assert.equal(find(ofDuty, 'mine-ban/article-5').sequence, 1)

      // Out of the calendar's span: the day that was published is called off.
      await granted(db, 'XMSP2028', '2027-12-02', '2036-12-31')
      const gone = find(readCalendar(await written(store, { actor: 'XOK' })).events, 'mine-ban/article-5')
      assert.deepEqual(
        [gone.uid, gone.day, gone.sequence, gone.status, gone.alarms.length],
        [first.uid, '2031-12-31', 2, 'CANCELLED', 0],
      )

      assert.match(await run(store, { actor: 'XOK', out }), / unchanged: /)
      const mongolian = await written(store, {
        actor: 'XOK',
        language: 'mn',
        address: 'https://pacta.example/',
      })
      for (const { url, summary } of readCalendar(mongolian).events) {
        assert.equal(url, 'https://pacta.example/mn/exercise/states/XOK/duties')
        assert.match(summary, /^Дадлага: /)
      }
      const quiet = readCalendar(await written(store, { actor: 'XOK', 'no-reminders': true })).events
      assert.ok(quiet.every(({ alarms }) => alarms.length === 0))

      const other = join(folder, 'notes.txt')
      writeFileSync(other, 'mine')
      for (const [options, words] of [
        [{}, /one of them/],
        [{ actor: 'XOK', duty: 'mine-ban/article-5' }, /one of them/],
        [{ actor: 'NOPE' }, /No State is held under "NOPE"/],
        [{ instrument: 'nothing' }, /duties of "nothing"\. .*mine-ban/],
        [{ duty: 'mine-ban/nothing' }, /no duty .*mine-ban\/article-5/],
        [{ actor: 'XOK', language: 'xx' }, /en, mn/],
        [{ actor: 'XOK', address: 'here' }, /--address is where Pacta is read/],
        [{ actor: 'XOK', out: other }, /is no calendar/],
      ] as const)
        await assert.rejects(run(store, { out, ...options }), (error: unknown) => {
          assert.ok(error instanceof Problem)
          assert.match(error.message, words)
          return true
        })
      assert.equal(readFileSync(other, 'utf8'), 'mine')
    }))
})
