// A release that was published stays true: it is verified by the meaning its rules had when it was made.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { progressDocument } from '../../src/documents/progress/progress-document.ts'
import { definitionChanges } from '../../src/releases/definition-changes.ts'
import { figuresOf } from '../../src/releases/evaluate.ts'
import { judgedOf } from '../../src/releases/judged.ts'
import { readRelease } from '../../src/releases/read.ts'
import { verifyRelease } from '../../src/releases/verify.ts'
import { words } from './verifying.ts'

/** Made of the exercise when what the keeper of a register said of everyone's records was a word of the owners too. */
const old = gunzipSync(
  readFileSync(new URL('../fixtures/releases/pledge-2026-before-owners-declare.json.gz', import.meta.url)),
)

test('a release of a pledge made before its owners alone declared holds to its last figure', () => {
  const found = verifyRelease(old, 'old.json', [])
  assert.deepEqual(words(found), [])
  assert.equal(found.holds, true)
})

test('its report says what it said: missed by the word of the keeper of the register', () => {
  const { payload } = readRelease(old, 'old.json').release
  const missed = payload.values.filter(
    ({ year, target }) => year === payload.year && target?.state === 'missed',
  )
  assert.ok(missed.length > 0)
  const judged = judgedOf(payload)
  for (const { indicator, reading } of missed)
    assert.equal(
      judged.readingsOf(indicator, payload.year).find((one) => one.reading === reading)?.standing,
      'missed',
      indicator,
    )
})

test("beside one by the owners' own word it is told that the rule means something else", () => {
  const { payload } = readRelease(old, 'old.json').release
  const now = { ...payload, instrument: { ...payload.instrument, ownersDeclare: true } }
  assert.deepEqual(definitionChanges(payload, now, 'C2'), ['rule'])
  assert.deepEqual(definitionChanges(now, now, 'C2'), [])
})

test("records that one owner alone said to be one of another's two are told as they were when it was made", () => {
  const { payload } = readRelease(old, 'old.json').release
  const kind = 'working-group-meeting'
  const meeting = payload.datums.find((datum) => datum.kind === kind)!
  const [own, other] = payload.instrument.parties
  const held = [
    ['m1', other!, '2026-02-01', []],
    ['m2', other!, '2026-09-01', []],
    ['m3', own!, '2026-02-02', ['m1', 'm2']],
  ] as const
  const datums = held.map(([id, actor, heldOn, sameAs]) => ({
    ...meeting,
    ...{ id: `${actor}/${kind}/${id}`, actor, externalId: id, heldFrom: heldOn, knownFrom: heldOn },
    fields: { title: id, heldOn, sameAs },
  }))
  const fields = { ...payload.kinds[kind]!.fields, sameAs: { type: 'list' as const } }
  const inputs = { ...payload, datums: [...payload.datums.filter((datum) => datum.kind !== kind), ...datums] }
  const definitions = { ...payload, kinds: { ...payload.kinds, [kind]: { ...payload.kinds[kind]!, fields } } }
  const now = { ...definitions, instrument: { ...payload.instrument, oneByOwners: true } }
  const meetings = (given: typeof definitions) =>
    figuresOf(given, inputs, () => []).values.find(
      ({ indicator, year, reading }) => indicator === 'C2' && year === payload.year && reading === 'default',
    )?.n
  assert.deepEqual([meetings(definitions), meetings(now)], [1, 2])
  assert.deepEqual(definitionChanges(definitions, now, 'C2'), ['rule'])
})

/** Every run of text in the blocks of a document, as one text. */
const textIn = (node: unknown): string =>
  Array.isArray(node)
    ? node.map(textIn).join(' ')
    : typeof node === 'object' && node !== null
      ? 'text' in node
        ? String(node.text)
        : Object.values(node).map(textIn).join(' ')
      : ''

test('its report lists events by the rule of the release, as its figures count them', () => {
  const { release } = readRelease(old, 'old.json')
  const { payload } = release
  const kind = 'dissemination-event'
  const event = payload.datums.find((datum) => datum.kind === kind)!
  const [own, other] = payload.instrument.parties
  const held = [
    ['e1', other!, '2026-02-01', ['academia'], []],
    ['e2', other!, '2026-09-01', ['youth'], []],
    ['e3', own!, '2026-02-02', ['government'], ['e1', 'e2']],
  ] as const
  const datums = held.map(([id, actor, heldOn, audience, sameAs]) => ({
    ...event,
    ...{ id: `${actor}/${kind}/${id}`, actor, externalId: id, heldFrom: heldOn, knownFrom: heldOn },
    fields: { title: id, heldOn, audience, sameAs, serves: [`${payload.instrument.id}/3`] },
  }))
  const sameAs = { type: 'list' as const, ref: [kind] }
  const fields = { ...payload.kinds[kind]!.fields, sameAs }
  const given = {
    ...payload,
    kinds: { ...payload.kinds, [kind]: { ...payload.kinds[kind]!, fields } },
    datums: [...payload.datums.filter((datum) => datum.kind !== kind), ...datums],
  }
  const told = (instrument: typeof payload.instrument) => {
    const made = { ...given, instrument }
    const { values } = figuresOf(made, made, () => [])
    const figure = values.find(
      ({ indicator, year, reading }) =>
        indicator === 'C3' && year === payload.year && reading === 'any-event',
    )?.n
    const { blocks } = progressDocument({ ...release, payload: { ...made, values } }, 'en')
    const listed = /(\d+) events? took place/.exec(textIn(blocks))?.[1]
    return [figure, Number(listed)]
  }
  assert.deepEqual(told(payload.instrument), [1, 1])
  assert.deepEqual(told({ ...payload.instrument, oneByOwners: true }), [2, 2])
})

test('what a unit of a government recorded is not counted in a release made before it was its State’s', () => {
  const { payload } = readRelease(old, 'old.json').release
  const kind = 'working-group-meeting'
  const [own] = payload.instrument.parties
  const meeting = payload.datums.find((datum) => datum.kind === kind)!
  const unit = { id: 'x-ministry', kind: 'government-unit' as const, unitOf: own!, names: {} }
  const inputs = {
    ...payload,
    actors: [...payload.actors, unit],
    datums: [
      ...payload.datums.filter((datum) => datum.kind !== kind),
      {
        ...meeting,
        actor: unit.id,
        fields: { heldOn: '2026-02-01' },
        heldFrom: '2026-02-01',
        knownFrom: '2026-02-01',
      },
    ],
  }
  const now = { ...payload, instrument: { ...payload.instrument, judging: 2 as const } }
  const meetings = (given: typeof payload) =>
    figuresOf(given, inputs, () => []).values.find(
      ({ indicator, year, reading }) => indicator === 'C2' && year === payload.year && reading === 'default',
    )?.n
  assert.deepEqual([meetings(payload), meetings(now)], [0, 1])
  assert.deepEqual(definitionChanges(payload, now, 'C2'), ['rule'])
})

test('a release of a year that is over is judged as over, not by a calendar on which its last day still runs', () => {
  const { payload } = readRelease(old, 'old.json').release
  const asOf = `${payload.year}-12-31`
  const standings = (knownOn: string) =>
    judgedOf({ ...payload, asOf, knownOn, coverage: [], datums: [] })
      .readingsOf('C2', payload.year)
      .map(({ standing }) => standing)
  assert.deepEqual([...new Set(standings(asOf))], ['at-risk'])
  assert.deepEqual([...new Set(standings(`${payload.year + 1}-03-01`))], ['not-assessable'])
})
