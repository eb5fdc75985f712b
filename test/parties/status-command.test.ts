import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { CommandContext } from '../../src/cli/command.ts'
import { statusImport } from '../../src/cli/status.ts'
import { saveSetting } from '../../src/db/setting-store.ts'
import type { Db, Store } from '../../src/db/store.ts'
import { shippedOthers, shippedStates } from '../../src/parties/actor.ts'
import { saveActors } from '../../src/parties/actor-store.ts'
import { importStatusPage } from '../../src/parties/status-import.ts'
import { readStatusPage } from '../../src/parties/status-page.ts'
import { findStatusSource, listStatusEvents } from '../../src/parties/store.ts'
import { Problem } from '../../src/problem.ts'
import { runCommand } from '../run-command.ts'
import { inTestStore } from '../world.ts'
import { fictionalReference, type PageParts, statusPageHtml } from './page.ts'

const extract = join(import.meta.dirname, '..', 'fixtures', 'status', 'mine-ban-extract.html')

const run = (args: string[], options: CommandContext['options'], store?: Store) =>
  runCommand(statusImport, args, options, store)

describe('pacta status import', () => {
  it('--dry-run --json prints treaty, events and what it could not place, and opens no store', async () => {
    const { code, out } = await run([extract], { json: true, 'dry-run': true })
    assert.equal(code, 0)
    const { treaty, events, unplaced, stored } = JSON.parse(out)
    assert.deepEqual([treaty.id, treaty.asOf, stored], ['mine-ban', '2026-02-03', null])
    assert.match(treaty.title, /Anti-Personnel Mines/)
    for (const field of ['actor', 'name', 'kind', 'notifiedOn', 'effectiveOn', 'date', 'note', 'line'])
      assert.ok(Object.hasOwn(events[0], field), field)
    assert.deepEqual(Object.keys(unplaced[0]).slice(0, 2), ['line', 'text'])
  })

  it('stores the events; the same page again changes nothing', () =>
    inTestStore(async (store) => {
      await saveActors(store.world('register'), [...shippedStates(), ...shippedOthers()])
      const first = JSON.parse((await run([extract], { json: true }, store)).out)
      assert.deepEqual([first.stored.recorded, first.stored.unchanged], [first.events.length, 0])
      const second = JSON.parse((await run([extract], { json: true }, store)).out)
      assert.deepEqual([second.stored.recorded, second.stored.unchanged], [0, first.events.length])
      assert.equal((await listStatusEvents(store.world('register'), 'mine-ban')).length, first.events.length)
      assert.equal((await listStatusEvents(store.world('exercise'), 'mine-ban')).length, 0)
    }))

  it('in words says what was not placed and what is expected', async () => {
    const { out } = await run([extract], { 'dry-run': true })
    assert.match(out, /as at 2026-02-03/)
    assert.match(out, /line 31: A declaration of provisional application/)
    assert.match(out, /Poland: the withdrawal is expected for 2026-02-20/)
  })

  it('without a file, or with one that is none, is refused in words', async () => {
    const type = (expected: string) => (error: unknown) => error instanceof Problem && error.type === expected
    await assert.rejects(run([], {}), type('usage'))
    await assert.rejects(run(['/nowhere/page.html'], {}), type('input-unreadable'))
    await assert.rejects(run([import.meta.filename], {}), type('input-unreadable'))
  })
})

describe('a status page that cannot be taken in whole', () => {
  const rows = [
    { name: 'Arvonia', cells: ['3 Dec 1997', '25 Aug 1998'] },
    { name: 'Belmora', cells: ['', '30 Jul 1999 a'] },
    { name: 'Cestria', cells: ['4 Dec 1997', '1 Feb 2000 A'] },
  ]
  const status = 'Signatories : 2. Parties : 3.'
  const whole: PageParts = { asOf: '03-02-2024 10:16:18 EDT', status, rows }
  const later: PageParts = { ...whole, asOf: '03-02-2025 10:16:18 EDT' }
  const take = (db: Db, parts: PageParts) => {
    const page = readStatusPage(statusPageHtml(parts), 'page.html', fictionalReference())
    return importStatusPage(db, page, 'page.html', 'test')
  }
  const lineOf = (parts: PageParts, text: string) =>
    statusPageHtml(parts)
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  const acts = async (db: Db) =>
    (await listStatusEvents(db, 'mine-ban')).map((one) => [one.actor, one.kind, one.notifiedOn, one.date])

  /** Holds the whole page, then offers another; returns the refusal, having checked that nothing changed. */
  const refused = async (parts: PageParts): Promise<Problem> => {
    let refusal: unknown
    await inTestStore(async (store) => {
      const db = store.world('register')
      await saveActors(db, fictionalReference().states)
      await take(db, whole)
      const before = await acts(db)
      assert.equal(before.length, 5)
      refusal = await take(db, parts).then(
        () => undefined,
        (error) => error,
      )
      assert.deepEqual(await acts(db), before)
      assert.equal((await findStatusSource(db, 'mine-ban'))?.asOf, '2024-02-03')
    })
    assert.ok(refusal instanceof Problem && refusal.type === 'input-rejected', String(refusal))
    assert.match(refusal.message, /Nothing was stored; --dry-run shows the rest/)
    return refusal
  }
  const changed = (name: string, change: Partial<(typeof rows)[number]>): PageParts => ({
    ...later,
    rows: rows.map((row) => (row.name === name ? { ...row, ...change } : row)),
  })

  it('a row with a damaged date is refused by its line, and its State stays a party', async () => {
    const parts = changed('Arvonia', { cells: ['3 Dec 1997', '25 Aug 1998 zz'] })
    const [row, count] = (await refused(parts)).issues
    assert.deepEqual([row?.file, row?.line], ['page.html', lineOf(parts, '25 Aug 1998 zz')])
    assert.match(row!.found!, /^Arvonia .* 25 Aug 1998 zz$/)
    assert.match(row!.expected!, /dates such as/)
    assert.equal(count?.line, lineOf(parts, 'Parties : 3'))
    assert.match(count!.message, /held, and not on this page: Arvonia, ratification 1998-08-25/)
  })

  it('a row without its date, or with a cell too few, is refused', async () => {
    for (const cells of [['', ''], ['3 Dec 1997']]) {
      const parts = changed('Arvonia', { cells })
      assert.equal((await refused(parts)).issues[0]?.line, lineOf(parts, 'Arvonia'))
    }
  })

  it('a name nobody knows is refused, and the State that stood there stays a party', async () => {
    const parts = changed('Arvonia', { name: 'Ruritania' })
    const { issues } = await refused(parts)
    assert.deepEqual(
      issues.map(({ line, found }) => [line, found]),
      [[lineOf(parts, 'Ruritania'), 'Ruritania']],
    )
  })

  it('a column nobody can tell is refused once, at the line of the headings', async () => {
    for (const headings of [
      ['Participant', 'Sgnature', 'Ratification, Acceptance(A), Accession(a)'],
      ['Participant', 'Signature', 'Joining, Acceptance(A), Accession(a)'],
    ]) {
      const parts = { ...later, headings }
      const ofColumns = (await refused(parts)).issues.filter((one) => /column/.test(one.message))
      const renamed = headings.find((one) => /^(Sg|Jo)/.test(one))
      assert.deepEqual(
        ofColumns.map(({ line, found }) => [line, found]),
        [[lineOf(parts, 'thead-one'), renamed]],
      )
    }
  })

  it('a row that is missing is refused by the counts of the page; a page that counts without it is believed', async () => {
    const parts = { ...later, rows: rows.slice(1) }
    const { issues } = await refused(parts)
    assert.deepEqual(
      issues.map(({ expected, found }) => [expected, found]),
      [
        ['rows for 3 parties', '2'],
        ['rows for 2 signatories', '1'],
      ],
    )
    await inTestStore(async (store) => {
      const db = store.world('register')
      await saveActors(db, fictionalReference().states)
      await take(db, whole)
      const saved = await take(db, { ...parts, status: 'Signatories : 1. Parties : 2.' })
      assert.deepEqual([saved.recorded, saved.unchanged, saved.retracted], [0, 3, 2])
    })
  })

  it('a page without counts takes nothing out, but may add', async () => {
    const { issues } = await refused({ ...later, status: '', rows: rows.slice(1) })
    assert.match(
      issues[0]!.message,
      /does not count its parties; held, and not on this page: Arvonia, signature/,
    )
    await inTestStore(async (store) => {
      const db = store.world('register')
      await saveActors(db, fictionalReference().states)
      await take(db, { ...whole, status: '', rows: rows.slice(1) })
      assert.equal((await take(db, { ...later, status: '' })).recorded, 2)
    })
  })

  it('a count that square brackets explain is a warning, as long as nothing held would go', async () => {
    const left = { name: 'Dorvalia', cells: ['', '[5 May 2001 a]'], marks: ['1'] }
    const notes = {
      1: 'On 5 January 2024, Dorvalia notified the Secretary-General of its withdrawal from the Convention. The withdrawal took effect on 5 July 2024.',
    }
    const counted = { ...later, notes, status: 'Signatories : 2. Parties : 4.' }
    await inTestStore(async (store) => {
      const db = store.world('register')
      await saveActors(db, fictionalReference().states)
      await take(db, whole)
      const saved = await take(db, { ...counted, rows: [...rows, left] })
      assert.deepEqual([saved.recorded, saved.unchanged, saved.retracted], [2, 5, 0])
    })
    assert.match((await refused({ ...counted, rows: [...rows.slice(1), left] })).message, /missing/)
  })

  it('a withdrawal that only a note told of is kept when the note, or its mark, is lost', () =>
    inTestStore(async (store) => {
      const db = store.world('register')
      await saveActors(db, fictionalReference().states)
      const notes = {
        1: 'On 5 January 2023, Cestria notified the Secretary-General of its withdrawal from the Convention. The withdrawal took effect on 5 July 2023.',
      }
      const cells = ['4 Dec 1997', '[1 Feb 2000 A]']
      const own = { status: 'Signatories : 2. Parties : 2.' }
      const withRow = (marks: string[]) => [...rows.slice(0, 2), { name: 'Cestria', cells, marks }]
      await take(db, { ...whole, ...own, notes, rows: withRow(['1']) })
      const before = await acts(db)
      assert.ok(before.some(([, kind, , date]) => kind === 'withdrawal' && date === '2023-07-05'))
      const withoutNote = await take(db, { ...later, ...own, rows: withRow(['1']) })
      const withoutMark = await take(db, { ...later, ...own, notes, rows: withRow([]) })
      for (const saved of [withoutNote, withoutMark])
        assert.deepEqual([saved.recorded, saved.retracted], [0, 0])
      assert.deepEqual(await acts(db), before)
    }))

  it('a withdrawal taken back, as a newer page has it, is no longer held', () =>
    inTestStore(async (store) => {
      const db = store.world('register')
      await saveActors(db, fictionalReference().states)
      const told =
        'On 5 January 2024, Cestria notified the Secretary-General of its withdrawal from the Convention.'
      const withRow = [...rows.slice(0, 2), { ...rows[2]!, marks: ['1'] }]
      const notes = { 1: `${told} The withdrawal will take effect on 5 July 2024.` }
      await take(db, { ...whole, notes, rows: withRow })
      const back = { 1: `${told} On 5 May 2024, Cestria rescinded its notification of withdrawal.` }
      const saved = await take(db, { ...later, notes: back, rows: withRow })
      assert.deepEqual([saved.unchanged, saved.retracted], [5, 1])
      assert.ok((await acts(db)).every(([, kind]) => kind !== 'withdrawal'))
    }))

  it('rows of other tables and notes to no entry do not keep a page out', () =>
    inTestStore(async (store) => {
      const db = store.world('register')
      await saveActors(db, fictionalReference().states)
      const sections =
        '<table><tr><td>Participant</td><td>Territories</td></tr><tr><td>Arvonia</td><td>Isle</td></tr></table>'
      const saved = await take(db, { ...whole, sections, notes: { 7: 'A remark of the depositary.' } })
      assert.equal(saved.recorded, 5)
    }))

  it('a page dated after today is refused by its date, and keeps out no page of today', async () => {
    const parts = { ...whole, asOf: '03-02-2999 10:16:18 EDT' }
    const { issues } = await refused(parts)
    assert.deepEqual(
      issues.map(({ line, found }) => [line, found]),
      [[lineOf(parts, 'STATUS AS AT'), '2999-02-03']],
    )
    await inTestStore(async (store) => {
      const db = store.world('register')
      await saveActors(db, fictionalReference().states)
      await saveSetting(db, 'today', '2025-02-02')
      await assert.rejects(
        take(db, later),
        (error) => error instanceof Problem && error.issues[0]?.expected === '2025-02-02 or earlier',
      )
      await saveSetting(db, 'today', '2025-02-03')
      assert.equal((await take(db, later)).recorded, 5)
    })
  })

  it('--dry-run reads it all the same and exits with 0', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pacta-status-'))
    try {
      const path = join(folder, 'page.html')
      writeFileSync(path, statusPageHtml(changed('Arvonia', { cells: ['', '25 Aug 1998 zz'] })))
      const { code, out } = await run([path], { 'dry-run': true })
      assert.equal(code, 0)
      assert.match(out, /line \d+: The mark "zz" means no act the column names: Arvonia/)
      assert.match(out, /would be refused, for 1 row, cell or column/)
      assert.match(out, /Nothing was stored/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
