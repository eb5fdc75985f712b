import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { proposeCrosswalk } from '../../src/instruments/crosswalk.ts'
import { readCrosswalk, readCrosswalkHead, writeCrosswalk } from '../../src/instruments/crosswalk-file.ts'
import type { CrosswalkPair } from '../../src/instruments/crosswalk-pair.ts'
import { listCrosswalk, listCrosswalks, saveCrosswalk } from '../../src/instruments/crosswalk-store.ts'
import { diffPlans, type PlanContent } from '../../src/instruments/diff.ts'
import { Problem } from '../../src/problem.ts'
import { inTestWorld } from '../world.ts'

const plan = (id: string, texts: Record<string, string>): PlanContent => ({
  id,
  title: id,
  actions: Object.entries(texts).map(([number, text]) => ({ id: number, text, indicators: [] })),
  indicators: [],
})

// Fictional: a draft on harbours, and the text that was adopted with other numbers.
const draft = plan('harbour-draft', {
  1: 'Light the quays where ships moor at night.',
  2: 'Dredge the channels, mark the wrecks with buoys and publish charts of both every year.',
  3: 'Train pilots in rescue at sea.',
  4: 'Train crews in rescue at sea together with pilots of neighbouring harbours.',
  5: 'Count the gulls.',
})
const adopted = plan('harbour-plan', {
  1: 'Train pilots in rescue at sea.',
  2: 'Light the quays where ships moor at night and in fog.',
  3: 'Dredge the channels and publish charts of both every year.',
  4: 'Mark the wrecks with buoys.',
  5: 'Answer letters from fishing families.',
})

const rowsOf = (pairs: ReturnType<typeof proposeCrosswalk>) =>
  pairs.map((pair) => `${pair.from} → ${pair.to}: ${pair.relation}`)

describe('a crosswalk proposed from wording', () => {
  it('same, reworded, split and no counterpart, and every promise of both plans in a row', () => {
    assert.deepEqual(rowsOf(proposeCrosswalk(draft, adopted)), [
      '1 → 2: reworded',
      '2 → 3: split',
      '2 → 4: split',
      '3 → 1: same',
      '4 → : no counterpart',
      '5 → : no counterpart',
      ' → 5: no counterpart',
    ])
  })

  it('the other way round, what was split is merged', () => {
    const rows = rowsOf(proposeCrosswalk(adopted, draft))
    assert.ok(rows.includes('3 → 2: merged') && rows.includes('4 → 2: merged'))
  })

  it('says how alike the words are and which differ', () => {
    const reworded = proposeCrosswalk(draft, adopted).find((pair) => pair.from === '1')
    assert.ok(reworded !== undefined && reworded.likeness !== null)
    assert.ok(reworded.likeness > 0.7 && reworded.likeness < 1)
    assert.deepEqual([reworded.onlyFrom, reworded.onlyTo], [[], ['and', 'in', 'fog']])
  })
})

describe('a proposal that a person confirms as it stands', () => {
  const confirmAll = (before: PlanContent, after: PlanContent) => {
    const pairs = proposeCrosswalk(before, after)
    const csv = writeCrosswalk(pairs, before, after).replace(
      /^((?:action|[^,\r\n]*),[^,]*,[^,]*,[^,]*),,,,/gm,
      '$1,confirmed,Ada,2026-03-30,',
    )
    const bytes = new TextEncoder().encode(csv)
    const file = readCrosswalk(readCrosswalkHead(bytes, 'w.csv'), 'w.csv', before, after, [], '2026-03-31')
    assert.equal(file.decided.length, pairs.length)
    return rowsOf(pairs)
  }

  it('is taken: equal words in other capitals are reworded, not the same', () => {
    assert.deepEqual(
      confirmAll(
        plan('a', { 1: 'Measure noise in each harbour.' }),
        plan('b', { 2: 'measure noise in each Harbour' }),
      ),
      ['1 → 2: reworded'],
    )
  })

  it('is taken: beside an equal text, one that lies in it is an addition of its own', () => {
    const long = 'Dredge the channels, mark the wrecks with buoys and publish charts of both every year.'
    const [one, two] = [plan('a', { 1: long }), plan('b', { 1: long, 2: 'Mark the wrecks with buoys.' })]
    assert.deepEqual(confirmAll(one, two), ['1 → 1: same', ' → 2: no counterpart'])
    assert.deepEqual(confirmAll(two, one), ['1 → 1: same', '2 → : no counterpart'])
  })

  it('is taken: a part of a split into which something was merged', () => {
    confirmAll(
      plan('a', {
        1: 'Dredge the channels, mark the wrecks with buoys and publish charts of both every year.',
        2: 'Publish charts of channels.',
      }),
      plan('b', {
        1: 'Dredge the channels and publish charts of both channels every year.',
        2: 'Mark the wrecks with buoys.',
      }),
    )
    confirmAll(draft, adopted)
    confirmAll(adopted, draft)
  })
})

const today = '2026-03-31'
/** The proposed file with some rows decided: "1 → 2" to what stands under decision, by, on. */
const decided = (rows: Record<string, string>, change = (csv: string) => csv): Uint8Array => {
  const csv = writeCrosswalk(proposeCrosswalk(draft, adopted), draft, adopted)
  const lines = csv.split('\r\n').map((line) => {
    const [from, to, relation, likeness] = line.split(',')
    const decision = rows[`${from} → ${to}`]
    return decision === undefined
      ? line
      : line.replace(/^([^,]*,){8}/, `${from},${to},${relation},${likeness},${decision},`)
  })
  return new TextEncoder().encode(change(lines.join('\r\n')))
}
const ada = 'confirmed,Ada,2026-03-30,'
const read = (bytes: Uint8Array, held: CrosswalkPair[] = []) =>
  readCrosswalk(readCrosswalkHead(bytes, 'walk.csv'), 'walk.csv', draft, adopted, held, today)
const issuesOf = (bytes: Uint8Array, held?: CrosswalkPair[]): string[] => {
  try {
    read(bytes, held)
    return []
  } catch (error) {
    assert.ok(error instanceof Problem)
    return error.issues.map((issue) => `${issue.line} ${issue.cell}: ${issue.message}`)
  }
}

describe('a crosswalk file as a person gives it back', () => {
  it('rows without a decision are counted and nothing more', () => {
    const file = read(decided({ '1 → 2': ada }))
    assert.deepEqual(
      [file.fromPlan, file.toPlan, file.decided.length, file.undecided],
      ['harbour-draft', 'harbour-plan', 1, 6],
    )
  })

  const mistakes: [string, Uint8Array, RegExp][] = [
    [
      'a number that a spreadsheet changed',
      decided({}, (csv) => csv.replace('\r\n1,2,', '\r\n1,3,')),
      /^2 B2: The text in to_text is not that of action 3/,
    ],
    ['a decision by nobody', decided({ '1 → 2': 'confirmed,,2026-03-30,' }), /^2 F2: Nobody decided this/],
    ['on no day', decided({ '1 → 2': 'confirmed,Ada,soon,' }), /^2 G2: The day of the decision/],
    ['on the thirtieth of February', decided({ '1 → 2': 'confirmed,Ada,2026-02-30,' }), /^2 G2/],
    ['in the future', decided({ '1 → 2': 'confirmed,Ada,2026-04-01,' }), /future/],
    ['a decision in other words', decided({ '1 → 2': 'maybe,Ada,2026-03-30,' }), /^2 E2/],
    [
      'a number that is not there',
      decided({}, (csv) => csv.replace('\r\n1,2,', '\r\n1,77,')),
      /harbour-plan has no action of this number/,
    ],
    [
      'another relation',
      decided({}, (csv) => csv.replace('1,2,reworded', '1,2,similar')),
      /^2 C2: How the two relate/,
    ],
    [
      'one side and a relation',
      decided({}, (csv) => csv.replace('5,,no counterpart', '5,,same')),
      /Only one side is named/,
    ],
    ['one part of a split', decided({ '2 → 3': ada }), /2 is split into one part only/],
    [
      'equal texts that are not equal',
      decided({ '1 → 2': ada }, (csv) => csv.replace('1,2,reworded', '1,2,same')),
      /The two texts are not the same/,
    ],
    [
      'two counterparts where none is split',
      decided({ '1 → 2': ada, '3 → 1': ada }, (csv) =>
        csv.replace(/\r\n3,1,same[^\r]*/, `\r\n1,1,reworded,,${ada},action,harbour-draft,harbour-plan,,,,`),
      ),
      /1 has another counterpart too: 1 → 1 \(line 5\)/,
    ],
    [
      'a pair twice',
      decided({ '1 → 2': ada, '3 → 1': ada }, (csv) =>
        csv.replace(/\r\n3,1,same[^\r]*/, `\r\n1,2,reworded,,${ada},action,harbour-draft,harbour-plan,,,,`),
      ),
      /stands in line 2 too/,
    ],
  ]
  for (const [name, bytes, words] of mistakes)
    it(`${name} is named by row and cell`, () => {
      const issues = issuesOf(bytes)
      assert.ok(
        issues.some((issue) => words.test(issue)),
        issues.join('\n'),
      )
    })

  it('a pair that contradicts one confirmed before is named with whom and when', () => {
    const held: CrosswalkPair = {
      ...{ kind: 'action', from: '1', to: '1', relation: 'reworded', likeness: 0.5 },
      ...{ by: 'Bo', on: '2026-01-01', note: '' },
    }
    assert.match(issuesOf(decided({ '1 → 2': ada }), [held])[0] ?? '', /held, confirmed by Bo on 2026-01-01/)
  })

  it('rejecting one part of a split that is held leaves no other part alone', () => {
    const part = (to: string): CrosswalkPair => ({
      ...{ kind: 'action', from: '2', to, relation: 'split', likeness: 0.5 },
      ...{ by: 'Bo', on: '2026-01-01', note: '' },
    })
    const no = 'rejected,Ada,2026-03-30,'
    assert.match(
      issuesOf(decided({ '2 → 4': no }), [part('3'), part('4')]).join(),
      /^4 E4: Without this pair, 2 → 3 \(held, confirmed by Bo on 2026-01-01\) is the only part of a split$/,
    )
    assert.deepEqual(issuesOf(decided({ '2 → 3': no, '2 → 4': no }), [part('3'), part('4')]), [])
    assert.deepEqual(issuesOf(decided({ '2 → 4': no }), [part('3'), part('4'), part('5')]), [])
    const merged = (from: string): CrosswalkPair => ({ ...part('3'), from, relation: 'merged' })
    assert.match(
      issuesOf(decided({ '2 → 3': no }), [merged('2'), merged('1')]).join(),
      /merged from one only/,
    )
  })
})

describe('a confirmed crosswalk', () => {
  it('is stored without what was merely proposed, once, and a rejection takes a pair back', () =>
    inTestWorld(async (db) => {
      const list = async () =>
        (await listCrosswalk(db, 'harbour-draft', 'harbour-plan')).map(
          (pair) => `${pair.from} → ${pair.to} ${pair.by} ${pair.on}`,
        )
      const first = read(decided({ '1 → 2': ada, '2 → 3': ada, '2 → 4': ada }))
      assert.deepEqual(await saveCrosswalk(db, first), { confirmed: 3, withdrawn: 0, unchanged: 0 })
      assert.deepEqual(await saveCrosswalk(db, first), { confirmed: 0, withdrawn: 0, unchanged: 3 })
      assert.deepEqual(await list(), ['1 → 2 Ada 2026-03-30', '2 → 3 Ada 2026-03-30', '2 → 4 Ada 2026-03-30'])
      assert.deepEqual(await listCrosswalks(db, 'harbour-plan'), [
        { fromPlan: 'harbour-draft', toPlan: 'harbour-plan' },
      ])
      const rejected = read(
        decided({ '1 → 2': 'rejected,Bo,2026-03-31,', '5 → ': 'rejected,Bo,2026-03-31,' }),
      )
      assert.deepEqual(await saveCrosswalk(db, rejected), { confirmed: 0, withdrawn: 1, unchanged: 1 })
      assert.deepEqual(await list(), ['2 → 3 Ada 2026-03-30', '2 → 4 Ada 2026-03-30'])
    }, 'register'))

  it('decides in a comparison before the words do', () => {
    const confirmed: CrosswalkPair[] = [
      {
        kind: 'action',
        from: '5',
        to: '5',
        relation: 'reworded',
        likeness: 0.1,
        by: 'Ada',
        on: '2026-03-30',
        note: '',
      },
      {
        kind: 'action',
        from: '4',
        to: '1',
        relation: 'merged',
        likeness: 0.5,
        by: 'Ada',
        on: '2026-03-30',
        note: '',
      },
    ]
    const { actions } = diffPlans(draft, adopted, confirmed)
    assert.deepEqual(actions.reworded.find((change) => change.from === '5')?.confirmed, {
      by: 'Ada',
      on: '2026-03-30',
    })
    assert.deepEqual(
      actions.removed.map(({ id, counterparts }) => [id, counterparts]),
      [['4', ['1']]],
    )
    assert.deepEqual(
      diffPlans(draft, adopted).actions.removed.map(({ id }) => id),
      ['4', '5'],
    )
  })
})
