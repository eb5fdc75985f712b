// Which kinds of fact answer which question, which targets were met in which year, and several sources on one thing.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { DutyOwed } from '../../src/duties/owed.ts'
import { besideEachOther, type SourcedFact } from '../../src/engagements/beside.ts'
import { answersTo, kindsAsked } from '../../src/engagements/questions.ts'
import { targetsByYear } from '../../src/engagements/targets-by-year.ts'
import { mayAgree } from '../../src/facts/precision.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'

const rowsOf = (path: string) =>
  parse(readFileSync(path), { columns: true, relax_column_count: true }) as Record<string, string>[]

describe('the questions of a register', () => {
  it('name only kinds and fields there are', () => {
    const kinds = readShippedKinds()
    assert.deepEqual(
      kindsAsked().filter((kind) => kinds[kind]?.topic === undefined),
      [],
    )
  })

  it('count an event as hosted where its role says so, and a figure as people serving by its unit', () => {
    const event = (roles?: string[]) => ({ kind: 'event', body: { title: 'Harbour conference', roles } })
    assert.equal(answersTo('hosts', event(['host'])), true)
    assert.equal(answersTo('hosts', event(['guest'])), false)
    assert.equal(answersTo('hosts', event()), false)
    assert.equal(answersTo('serving', { kind: 'contribution', body: { unit: 'persons' } }), true)
    assert.equal(answersTo('serving', { kind: 'contribution', body: { unit: 'resolutions' } }), false)
  })

  it('are answered without a word of code about a State, one fact or most kinds of fact', () => {
    const source = globSync('src/**/*.ts')
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !path.startsWith('src/words/'))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
    const facts = rowsOf('reference/facts/mongolia.csv')
    const naming = (pattern: RegExp) =>
      source.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
    const ids = new RegExp(`['"\`](?:${facts.map(({ id }) => id).join('|')})['"\`]`)
    assert.deepEqual(naming(ids), [], 'no fact is named by its id')
    const states = rowsOf('reference/actors.csv')
      .filter(({ kind }) => kind === 'state')
      .map((row) => row.name_en!)
    // "Myanmar" is the name of a script too, which the fonts of documents are chosen by.
    const named = new RegExp(`\\b(?:${states.filter((name) => name !== 'Myanmar').join('|')})\\b`)
    assert.deepEqual(naming(named), [], 'no State is named')
    // The engine of dates knows milestones, what was observed of them, and the indicators a rule counts; nothing else.
    const known = new Set(['milestone', 'milestone-observation', 'pledged-indicator'])
    const own = new Set(
      facts.map(({ kind }) => kind!).filter((kind) => kind.includes('-') && !known.has(kind)),
    )
    assert.equal(own.size, 10)
    // The page of cooperation puts kinds under its headings while a ministry has written none of its own.
    const branches = naming(new RegExp(`['"\`](?:${[...own].join('|')})['"\`]`))
    assert.deepEqual(
      branches.filter((path) => path !== 'src/cooperation/sections.ts'),
      [],
      'no kind has a branch',
    )
  })
})

const owed = (duty: string, due: string | null, status: DutyOwed['status']) => ({
  duty,
  due,
  status,
  actor: 'XAA',
  title: duty,
  instrument: duty,
})

describe('targets by year', () => {
  const on = '2027-06-30'

  it('are met only where every instance of the year is, and missed by what is complete alone', () => {
    const [now, last, ...earlier] = targetsByYear(
      [
        owed('courses', '2026', 'met'),
        owed('courses', '2026', 'missed'),
        owed('courses', '2027', 'met'),
        owed('courses', '2027', 'at-risk'),
        owed('plan', '2026-12-31', 'met'),
        owed('talks', '2026', 'not-found'),
        owed('visits', '2026', 'not-assessable'),
        owed('letter', '2027-11', 'due'),
      ],
      on,
    )
    assert.deepEqual(
      now?.targets.map(({ first, n, N, state }) => [first.duty, n, N, state]),
      [
        ['courses', 1, 2, 'at-risk'],
        ['letter', 0, 1, 'open'],
      ],
    )
    assert.deepEqual(
      last?.targets.map(({ first, n, N, state }) => [first.duty, n, N, state]),
      [
        ['courses', 1, 2, 'missed'],
        ['plan', 1, 1, 'met'],
        ['talks', 0, 1, 'not-found'],
        ['visits', 0, 1, 'not-assessable'],
      ],
    )
    assert.deepEqual([now?.year, last?.year, earlier], [2027, 2026, []])
  })

  it('leave out what has no day, what lies ahead, what binds no more, and years before anybody counted', () => {
    assert.deepEqual(
      targetsByYear(
        [
          owed('study', null, 'undated'),
          owed('courses', '2028', 'due'),
          owed('treaty', '2026', 'ended'),
          owed('talks', '../2014-12-31', 'not-assessable'),
        ],
        on,
      ),
      [],
    )
  })

  it('count every instance once, whatever is owed', () => {
    const status = fc.constantFrom<DutyOwed['status']>(
      'met',
      'missed',
      'not-found',
      'due',
      'at-risk',
      'overdue',
    )
    const one = fc
      .record({ duty: fc.constantFrom('a', 'b', 'c'), year: fc.integer({ min: 2000, max: 2027 }), status })
      .map(({ duty, year, status: standing }) => owed(duty, String(year), standing))
    fc.assert(
      fc.property(fc.array(one), (list) => {
        const targets = targetsByYear(list, on).flatMap((year) => year.targets)
        const sum = (of: (one: (typeof targets)[number]) => number) =>
          targets.reduce((total, target) => total + of(target), 0)
        assert.equal(
          sum(({ N }) => N),
          list.length,
        )
        assert.equal(
          sum(({ n }) => n),
          list.filter((given) => given.status === 'met').length,
        )
        assert.ok(targets.every(({ n, N, state }) => (state === 'met') === (n === N)))
      }),
    )
  })
})

describe('several sources on one thing', () => {
  const fact = (id: string, publisher: string, more: Partial<SourcedFact> = {}): SourcedFact => ({
    id,
    actor: 'XAA',
    kind: 'contribution',
    date: null,
    source: { title: 'Peace operations', address: null, publisher },
    ...more,
    body: {
      title: 'Personnel',
      measure: 'personnel deployed',
      unit: 'persons',
      quantity: 1108,
      ...more.body,
    },
  })

  it('stand beside each other, and what they do not agree on is told', () => {
    const beside = besideEachOther([
      fact('ministry', 'Ministry', { body: { asOf: '2020-09' } }),
      fact('league', 'League', { body: { quantity: 1076, asOf: '2020' } }),
      fact('other', 'League', { body: { measure: 'personnel trained' } }),
    ])
    assert.deepEqual([...beside.keys()], ['ministry', 'league'])
    assert.deepEqual(beside.get('ministry'), {
      sources: 1,
      others: [{ id: 'league', differs: ['quantity', 'asOf'] }],
      more: 0,
    })
  })

  it('agree where they state the same, and "more than" is not the figure itself', () => {
    const one = fact('ministry', 'Ministry')
    assert.deepEqual(besideEachOther([one, fact('league', 'League')]).get('ministry')?.others, [
      { id: 'league', differs: [] },
    ])
    const more = fact('league', 'League', { body: { quantityComparator: '>' } })
    assert.deepEqual(besideEachOther([one, more]).get('ministry')?.others[0]?.differs, ['quantity'])
  })

  it('name one resolution however they write its symbol', () => {
    const of = (id: string, publisher: string, symbol: string) =>
      fact(id, publisher, { kind: 'resolution', body: { symbol } })
    const beside = besideEachOther([of('a', 'Ministry', 'A/RES/53/77D'), of('b', 'League', 'a/res/53/77 d')])
    assert.deepEqual(beside.get('a')?.others, [{ id: 'b', differs: [] }])
  })

  it('are no disagreement within one source, nor between two actors', () => {
    assert.equal(besideEachOther([fact('a', 'Ministry'), fact('b', 'Ministry')]).size, 0)
    assert.equal(besideEachOther([fact('a', 'Ministry'), fact('b', 'League', { actor: 'XAB' })]).size, 0)
  })

  it('differ in their dates where both have one', () => {
    const term = (id: string, publisher: string, date: string | null) =>
      fact(id, publisher, { kind: 'chair-term', date, body: { body: 'league', session: '45' } })
    const of = (a: string | null, b: string | null) =>
      besideEachOther([term('a', 'Ministry', a), term('b', 'League', b)]).get('a')?.others[0]?.differs
    assert.deepEqual(of('1989', '1990'), ['date'])
    assert.deepEqual(of('1989', null), [])
  })

  it('are other things where the figures are of other times or other places', () => {
    const of = (a: object, b: object) =>
      besideEachOther([fact('a', 'Ministry', { body: { ...a } }), fact('b', 'League', { body: { ...b } })])
        .size
    assert.equal(of({ asOf: '2020' }, { asOf: '2010' }), 0)
    assert.equal(of({ asOf: '2020' }, { asOf: '2020-09' }), 2)
    assert.equal(of({ title: 'Troops in Fictia' }, { title: 'Troops elsewhere' }), 0)
    assert.equal(of({ locations: ['Fictia'] }, { locations: ['Elsewhere'] }), 0)
    assert.equal(of({ asOf: '2020' }, {}), 0, 'of which time an undated one is, is not known')
  })

  it('are other things where events of one title are of other days', () => {
    const of = (a: string, b: string) =>
      besideEachOther(
        [
          ['a', 'Ministry', a],
          ['b', 'League', b],
        ].map(([id, publisher, date]) => ({
          ...fact(id!, publisher!, { kind: 'event', date: date! }),
          body: { title: 'Harbour Dialogue' },
        })),
      ).get('a')?.others
    assert.equal(of('2015', '2016'), undefined)
    assert.deepEqual(of('2015', '2015-05-12'), [{ id: 'b', differs: ['date'] }])
  })

  it('are counted as every pair would be, and at most five are listed', () => {
    const time = fc.constantFrom('2019', '2020', '2020-09', '2020-09-01', '2018/2020', '../2019', '2021/..')
    const given = fc.array(fc.record({ time, publisher: fc.constantFrom('A', 'B', 'C') }), { maxLength: 40 })
    fc.assert(
      fc.property(given, (list) => {
        const facts = list.map((one, i) => fact(String(i), one.publisher, { body: { asOf: one.time } }))
        const beside = besideEachOther(facts)
        for (const [i, one] of list.entries()) {
          const pairs = list.flatMap((other, place) =>
            other.publisher !== one.publisher && mayAgree(one.time, other.time)
              ? [{ id: String(place), of: other.publisher }]
              : [],
          )
          const found = beside.get(String(i))
          assert.equal((found?.others.length ?? 0) + (found?.more ?? 0), pairs.length)
          assert.equal(found?.others.length ?? 0, Math.min(pairs.length, 5))
          assert.equal(found?.sources ?? 0, new Set(pairs.map(({ of }) => of)).size)
          assert.ok((found?.others ?? []).every(({ id }) => pairs.some((pair) => pair.id === id)))
        }
      }),
    )
  })

  it('do not grow with the square of the facts', () => {
    const many = Array.from({ length: 2000 }, (_, i) =>
      fact(`c${i}`, `Source ${i % 2}`, { body: { asOf: '2020', quantity: i } }),
    )
    const beside = besideEachOther(many)
    assert.equal(beside.size, 2000)
    const [first] = [...beside.values()]
    assert.deepEqual([first?.sources, first?.others.length, first?.more], [1, 5, 995])
  })
})
