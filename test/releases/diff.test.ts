// Which figures moved between two releases, and why: late reports, corrections, cohorts, coverage, time; and, as a kind
// of change of its own, definitions.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { diffReleases } from '../../src/releases/diff.ts'
import type { DiffValue } from '../../src/releases/diff-value.ts'
import { freeze, type ToFreeze } from '../../src/releases/freeze.ts'
import { accession, answer, payment, report, small } from './small.ts'

const release = (change: (given: ToFreeze) => void = () => {}) => {
  const given = small()
  change(given)
  return freeze(given, () => []).release
}
const earlier = release()

/** As known a month later, with whatever has come. */
const later = (change: (given: ToFreeze) => void) =>
  release((given) => {
    given.knownOn = '2026-08-01'
    change(given)
  })

const figure = ({ before, after, by }: DiffValue) =>
  `${before?.n}/${before?.d} → ${after?.n}/${after?.d}, ${by}`
const rows = (value: DiffValue | undefined) =>
  (value?.members ?? []).map(
    ({ name, before, after, causes }) =>
      `${name}: ${before} → ${after}; ${causes.map(({ kind }) => kind).join(', ')}`,
  )
const movedOf = (to: ReturnType<typeof release>, indicator = '1.1', year = 2026) =>
  diffReleases(earlier, to).moved.find((one) => one.indicator === indicator && one.after?.year === year)

describe('inputs', () => {
  test('a late report: the State, the day, and the percentage points', () => {
    const one = movedOf(
      later((given) => {
        const late = report('XCC', 1, '2026-07-15')
        given.asOf = '2026-07-31'
        given.reports.push(late)
        given.answers.push(answer(late, 'has-plan', 'yes'))
      }),
    )!
    assert.equal(figure(one), '1/3 → 2/3, 33.4')
    assert.deepEqual(rows(one), ['Xylo: not reported → counted; late-report'])
    assert.match(one.members[0]!.causes[0]!.words, /received 2026-07-15, after 2026-07-01/)
  })

  test('a report corrected', () => {
    const one = movedOf(
      later((given) => {
        const again = report('XBB', 2, '2026-07-20')
        given.asOf = '2026-07-31'
        given.reports.push(again)
        given.answers.push(answer(again, 'has-plan', 'yes'))
      }),
    )
    assert.deepEqual(rows(one), ['Xanthe: not counted → counted; corrected-report'])
  })

  test('a report that was received before, and recorded only later', () => {
    const one = movedOf(
      later((given) => {
        const found = report('XCC', 1, '2026-04-29')
        given.reports.push(found)
        given.answers.push(answer(found, 'has-plan', 'yes'))
      }),
    )
    assert.deepEqual(rows(one), ['Xylo: not reported → counted; report-recorded'])
  })

  test('a fact corrected, retracted, new', () => {
    const corrected = later((given) => {
      given.datums.push({
        ...payment('XAA', 'p2', '2026-02-03', 20),
        knownFrom: '2026-07-10',
        supersedes: 'XAA/payment/p1',
      })
    })
    assert.deepEqual(rows(movedOf(corrected, '1.2')), [
      'Xenia: counted → null; left, corrected-fact',
      'Xenia: null → counted; joined, corrected-fact',
    ])
    const retracted = later((given) => {
      given.datums.push({
        ...payment('XAA', 'p3', '2026-07-10', 12.5),
        knownFrom: '2026-07-10',
        retracts: 'XAA/payment/p1',
      })
    })
    const one = movedOf(retracted, '1.2')!
    assert.equal(figure(one), '12.5/null → 0/null, -12.5')
    assert.deepEqual(rows(one), ['Xenia: counted → null; left, retracted-fact'])
    const more = later((given) => {
      given.datums.push({ ...payment('XBB', 'p4', '2026-03-01', 7), knownFrom: '2026-07-10' })
    })
    assert.deepEqual(rows(movedOf(more, '1.2')), ['Xanthe: null → counted; joined, new-fact'])
  })

  test('a State that joined, and one that left', () => {
    const joined = movedOf(
      later((given) => {
        given.asOf = '2026-07-31'
        given.actors.push({ id: 'XDD', kind: 'state', names: { en: { short: 'Xeros', formal: null } } })
        given.datums.push(accession('XDD', '2026-07-10'))
      }),
    )!
    assert.equal(figure(joined), '1/3 → 1/4, -8.3')
    assert.deepEqual(rows(joined), ['Xeros: null → pending; joined, new-fact'])
    assert.match(joined.members[0]!.causes[0]!.words, /^joined those counted \(in force since 2026-07-10/i)
    const left = movedOf(
      later((given) => {
        given.asOf = '2026-07-31'
        given.datums.push({
          ...accession('XCC', '2026-07-05'),
          id: 'XCC/status-event/w',
          externalId: 'w',
          fields: {
            treaty: 'still-air',
            act: 'withdrawal',
            notifiedOn: '2026-01-05',
            effectiveOn: '2026-07-05',
          },
        })
      }),
    )
    assert.deepEqual(rows(left), ['Xylo: not reported → null; left, new-fact'])
  })

  test('coverage: the register is said to be partial only', () => {
    const one = movedOf(
      later((given) => {
        given.coverage = given.coverage.map((row) =>
          row.register === 'yearly-report' ? { ...row, level: 'partial' as const } : row,
        )
      }),
    )!
    assert.equal(one.after?.status, 'not known')
    assert.equal(one.by, null)
    assert.deepEqual(rows(one), ['Xylo: not reported → unknown; coverage'])
  })

  test('time passed: nothing came, and the day moved', () => {
    const before = release((given) => {
      given.asOf = '2026-04-25'
    })
    const one = diffReleases(before, earlier).moved.find(({ indicator }) => indicator === '1.1')
    assert.deepEqual(rows(one), ['Xylo: pending → not reported; time'])
  })

  test('nothing: no figure moved', () => {
    const diff = diffReleases(
      earlier,
      later(() => {}),
    )
    assert.deepEqual([diff.moved, diff.definitionsChanged, diff.same], [[], [], 4])
  })
})

describe('definitions', () => {
  test('what moves by a changed rule is told from what moves by inputs', () => {
    const to = later((given) => {
      const late = report('XCC', 1, '2026-07-15')
      given.asOf = '2026-07-31'
      given.reports.push(late)
      given.answers.push(answer(late, 'has-plan', 'yes'))
      given.rules['1.1']!.condition = { answer: 'has-plan', is: ['yes', 'no'] }
    })
    const diff = diffReleases(earlier, to)
    assert.deepEqual(diff.definitionsChanged, [{ indicator: '1.1', changed: ['rule'] }])
    const one = diff.moved.find(({ indicator, after }) => indicator === '1.1' && after?.year === 2026)!
    assert.equal(figure(one), '1/3 → 3/3, 66.7')
    assert.deepEqual([one.definition.figure?.n, one.definition.figure?.d], [2, 3])
    assert.deepEqual(rows(one), [
      'Xanthe: not counted → counted; definition',
      'Xylo: not reported → counted; late-report',
    ])
  })

  test('a definition that moves nothing is named all the same', () => {
    const diff = diffReleases(
      earlier,
      later((given) => {
        given.kinds.payment!.fields.amount!.occurs = true
      }),
    )
    assert.deepEqual(diff.moved, [])
    assert.deepEqual(diff.definitionsChanged, [{ indicator: '1.2', changed: ['kinds'] }])
  })

  test('where the earlier file lacks what the new rule reads, it is said and nothing is guessed', () => {
    const one = movedOf(
      later((given) => {
        given.kinds.visit = { title: 'Visit', time: 'event', fields: {} }
        given.rules['1.1']!.condition = { some: 'visit' }
        given.coverage.push({ ...given.coverage[0]!, register: 'visit' })
      }),
    )!
    assert.deepEqual(one.definition, { changed: ['rule', 'kinds'], figure: null, lacks: ['visit'] })
    assert.ok(one.members.every(({ causes }) => causes[0]?.kind === 'definition'))
  })

  test('the law of the treaty is a definition too', () => {
    const diff = diffReleases(
      earlier,
      later((given) => {
        given.treaty!.duties.yearly!.due = { month: 8, day: 31 }
      }),
    )
    assert.ok(diff.definitionsChanged.every(({ changed }) => changed.join() === 'law'))
    const one = diff.moved.find(({ indicator, after }) => indicator === '1.1' && after?.year === 2026)
    assert.deepEqual(rows(one), ['Xylo: not reported → pending; definition'])
  })
})

describe('releases that differ as wholes', () => {
  test('of different plans, or of register and exercise, are refused', () => {
    const other = release((given) => {
      given.instrument.id = 'another-plan'
    })
    assert.throws(() => diffReleases(earlier, other), { type: 'usage', message: /another-plan/ })
    const real = release((given) => {
      given.world = 'register'
    })
    assert.throws(() => diffReleases(earlier, real), { type: 'usage' })
  })

  test('of different years are compared by indicator, and it is said', () => {
    const next = release((given) => {
      given.year = 2027
      given.asOf = '2027-02-01'
      given.knownOn = '2027-02-01'
    })
    const diff = diffReleases(earlier, next)
    assert.equal(diff.sameYear, false)
    const across = diff.moved.filter(({ before, after }) => before?.year === 2026 && after?.year === 2027)
    assert.ok(across.length > 0)
    assert.ok(across.every(({ causes, members }) => causes[0]?.kind === 'year' && members.length === 0))
  })
})
