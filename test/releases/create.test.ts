// A release freezes what the pages show, with everything it rests on, and the same register gives the same bytes.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { CommandContext } from '../../src/cli/command.ts'
import { releaseCreate } from '../../src/cli/release.ts'
import { declareRecords } from '../../src/facts/declare.ts'
import { importFacts } from '../../src/facts/import.ts'
import { computeYear } from '../../src/indicators/compute.ts'
import { heldBase } from '../../src/indicators/held-base.ts'
import { getPlan } from '../../src/indicators/plans.ts'
import { loadExercise } from '../../src/load.ts'
import { checkReadable, createRelease } from '../../src/releases/create.ts'
import { freeze } from '../../src/releases/freeze.ts'
import { fileTextOf, readRelease } from '../../src/releases/read.ts'
import { listReleases } from '../../src/releases/store.ts'
import { verifyRelease } from '../../src/releases/verify.ts'
import { readShippedKinds, readShippedQuestions } from '../../src/reports/shipped.ts'
import { submitReport } from '../../src/reports/submit.ts'
import { inTestWorld } from '../world.ts'
import { small } from './small.ts'

const plan = 'siem-reap-angkor-draft-2024-08'
const today = '2027-12-31'

/** Who is in which state, in the order of names: what a page shows of a value. */
const statesOf = (members: readonly { member: string; state: string; inN: number; inD: number }[]) =>
  members.map(({ member, state, inN, inD }) => `${member}: ${state}, ${inN}/${inD}`).sort()

test('a release of the exercise', (t) =>
  inTestWorld(async (db) => {
    await loadExercise(db)
    const made = await createRelease(db, { plan, year: 2026 })
    const { payload } = made.release

    await t.test(
      'has the figures and members that the pages show, for every reading and earlier year',
      async () => {
        const held = getPlan(plan)
        const base = await heldBase(db, held, today)
        let compared = 0
        for (const year of [2025, 2026]) {
          const cells = Object.entries(held.rules.rules).flatMap(([number, { readings }]) =>
            ['default', ...(year === 2026 ? Object.keys(readings) : [])].map((reading) => ({
              number,
              reading,
            })),
          )
          for (const page of computeYear(held.rules, base, { year, today, cells })) {
            const frozen = payload.values.find(
              (value) =>
                value.indicator === page.number && value.year === year && value.reading === page.reading,
            )
            assert.ok(frozen, `${page.number} ${year} ${page.reading}`)
            const { indicator, n, d, status, reason, asOf, ruleSha256 } = frozen
            assert.deepEqual(
              { indicator, n, d, status, reason, asOf, ruleSha256 },
              {
                indicator: page.number,
                n: page.numerator,
                d: page.denominator,
                status: page.status,
                reason: page.statusReason,
                asOf: page.asOf,
                ruleSha256: page.ruleHash,
              },
            )
            if (page.reading === 'default') assert.deepEqual(statesOf(frozen.members), statesOf(page.members))
            compared += 1
          }
        }
        assert.equal(compared, payload.values.length)
      },
    )

    await t.test('has those of an earlier day, as known on another, too', async () => {
      const days = { knownOn: '2026-05-15', asOf: '2026-04-30' }
      const held = getPlan(plan)
      const then = (await createRelease(db, { plan, year: 2026, ...days })).release.payload.values
      const base = await heldBase(db, held, days.knownOn)
      const cells = Object.keys(held.rules.rules).map((number) => ({ number, reading: 'default' }))
      for (const page of computeYear(held.rules, base, { year: 2026, asOf: days.asOf, today, cells })) {
        const frozen = then.find(
          ({ indicator, year, reading }) =>
            indicator === page.number && year === 2026 && reading === 'default',
        )!
        const figure = [page.number, page.numerator, page.denominator, page.status]
        assert.deepEqual([frozen.indicator, frozen.n, frozen.d, frozen.status], figure)
        assert.deepEqual(statesOf(frozen.members), statesOf(page.members))
      }
    })

    await t.test('is read again from its file as it was', () => {
      const read = readRelease(
        Buffer.from(fileTextOf({ ...made.release, payloadText: made.payloadText })),
        'release.json',
      )
      assert.equal(read.departs, null)
      assert.equal(read.payloadText, made.payloadText)
      assert.deepEqual(read.release, JSON.parse(JSON.stringify(made.release)))
    })

    await t.test('holds when it is verified from its file', () => {
      const text = fileTextOf({ ...made.release, payloadText: made.payloadText })
      const found = verifyRelease(Buffer.from(text), 'release.json')
      assert.deepEqual([found.recomputation.findings, found.references.findings], [[], []])
      assert.equal(found.holds, true)
      assert.equal(found.recomputation.values, payload.values.length)
    })

    await t.test('has beside its figures what others published about them', () => {
      const beside = payload.publishedFigures.filter(({ indicator }) => indicator === '7.1')
      assert.ok(beside.length > 0)
      assert.ok(beside.every(({ source }) => payload.sources.some(({ id }) => id === source)))
    })

    await t.test('has the same bytes when it is made again', async () => {
      assert.equal((await createRelease(db, { plan, year: 2026 })).release.sha256, made.release.sha256)
    })

    await t.test('names every source it cites, and nothing by an id of this store', () => {
      const sources = new Set(payload.sources.map(({ id }) => id))
      for (const row of [...payload.datums, ...payload.reports])
        if (row.source !== null) assert.ok(sources.has(row.source), row.id)
      assert.doesNotMatch(made.payloadText, /"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/)
    })

    const ofPayments = (more: Record<string, unknown>) => ({
      name: 'payments.json',
      bytes: Buffer.from(
        JSON.stringify([
          {
            ...{
              actor: 'XHJ',
              kind: 'payment',
              from: '2026-05-04',
              known_from: '2026-05-04',
              tier: 'public',
            },
            source: { title: 'Exercise: a letter', address: 'https://exercise.example/letter' },
            body: { forYear: 2026, amount: 1, currency: 'USD', paidOn: '2026-05-04' },
            ...more,
          },
        ]),
      ),
    })

    await t.test('is not stored where its file cannot be written', async () => {
      const asked = { plan, year: '2025', out: join(tmpdir(), 'no-such-folder', 'release.json') }
      const lines: string[] = []
      const context = {
        ...{ args: [], options: asked, json: false, progress: () => {} },
        out: (text: string) => void lines.push(text),
        open: async () => ({ world: () => db }) as unknown as Awaited<ReturnType<CommandContext['open']>>,
      }
      await assert.rejects(releaseCreate.run(context), { type: 'usage', message: /could not be written/ })
      assert.deepEqual(await listReleases(db), [])
      await releaseCreate.run({ ...context, options: { ...asked, 'dry-run': true } })
      assert.match(lines.join('\n'), /What the registers cover rests on \d+ statements, by Exercise/)
    })

    await t.test('leaves out what was entered here, and puts back what that superseded', async () => {
      const [paid] = payload.datums.filter(({ kind }) => kind === 'payment')
      const options = { kinds: readShippedKinds(), entered: true }
      const correction = { id: 'typed', actor: paid!.actor, supersedes: paid!.externalId }
      await importFacts(db, ofPayments(correction), options)
      const [first] = JSON.parse(
        readFileSync(new URL('../../exercise/data/reports-2026.json', import.meta.url), 'utf8'),
      )
      const { version: _, ...again } = first
      const questionnaires = readShippedQuestions()
      await submitReport(
        db,
        { ...again, receivedOn: '2026-10-01', answers: [] },
        { questionnaires, entered: true },
      )
      await declareRecords(
        db,
        {
          ...{ actor: paid!.actor, registers: ['payment'], state: 'not complete', from: '2026-01-01' },
          ...{ until: '2026-07-01', statedBy: 'Desk', knownFrom: '2026-07-02', note: null },
        },
        { agent: 'desk', entered: true },
      )
      const without = await createRelease(db, { plan, year: 2026 })
      assert.equal(without.release.sha256, made.release.sha256)
      const { facts, reports, statements } = without.leftOut
      assert.deepEqual([facts, reports, statements], [1, 1, 1])
    })

    await t.test(
      'seals what could read a fact that is not public, and says nothing of the fact',
      async () => {
        const options = { kinds: readShippedKinds(), entered: false }
        await importFacts(
          db,
          ofPayments({ id: 'a-secret', tier: 'restricted', quotation: 'Secret.' }),
          options,
        )
        const sealed = await createRelease(db, { plan, year: 2026 })
        assert.deepEqual(sealed.leftOut.sealed.kinds, ['payment'])
        assert.ok(sealed.leftOut.sealed.indicators.includes('9.1'))
        assert.doesNotMatch(sealed.payloadText, /a-secret|Secret\./)
        const [before, after] = [payload, sealed.release.payload].map((one) =>
          one.values.find(
            ({ indicator, year, reading }) => indicator === '9.1' && year === 2026 && reading === 'default',
          ),
        )
        assert.deepEqual({ ...after, sealed: [] }, before)
        const text = fileTextOf({ ...sealed.release, payloadText: sealed.payloadText })
        const found = verifyRelease(Buffer.from(text), 'release.json')
        assert.equal(found.holds, true)
        assert.ok(found.recomputation.sealed.includes('9.1'))
        assert.ok(found.recomputation.values < payload.values.length)
      },
    )

    await t.test('is refused for a day or year of which nothing can be known', async () => {
      const refused = (more: object, message: RegExp) =>
        assert.rejects(createRelease(db, { plan, year: 2026, ...more }), { type: 'usage', message })
      await refused({ year: 2031 }, /none of them/)
      await refused({ knownOn: '2028-01-01' }, /lies in the future/)
      await refused({ knownOn: '2025-12-31' }, /had not begun/)
      await refused({ asOf: '2027-12-31', knownOn: '2027-01-01' }, /should lie between/)
      await refused({ asOf: 'soon' }, /should be a day/)
      await assert.rejects(createRelease(db, { plan: 'none', year: 2026 }), { type: 'not-found' })
    })
  }, 'exercise'))

test('a release that could not be read back is refused before it is stored', () => {
  const frozen = freeze(small(), () => [])
  const refused = (given: typeof frozen, maxBytes?: number) =>
    assert.throws(() => checkReadable(given, maxBytes), {
      type: 'input-rejected',
      message: /Nothing was stored|no release/,
    })
  checkReadable(frozen)
  refused(frozen, 10_000)
  const signed = small()
  signed.answers[0]!.quotation = 'We have \ue000a plan.'
  refused(freeze(signed, () => []))
  const wrong = small()
  wrong.datums[0]!.heldFrom = 'soon'
  refused(freeze(wrong, () => []))
})
