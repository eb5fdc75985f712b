// What readers think of a page: a form is good for one version, for two hours, once.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  endOfForm,
  formLifeMs,
  makeRatingForm,
  ratingKeyOf,
  readRatingForm,
} from '../../src/cooperation/rating.ts'

const key = ratingKeyOf('a secret of thirty-two characters or so')
const now = Date.parse('2027-12-31T08:00:00Z')
const page = 'exercise:abc'

describe('a form that rates a page', () => {
  it('is taken for the version it was made for, and known again by its digest', () => {
    const form = makeRatingForm(key, page, now)
    const read = readRatingForm(key, page, form, now + 1000)
    assert.ok(typeof read === 'object')
    assert.match(read.formSha256, /^[0-9a-f]{64}$/)
    assert.deepEqual(readRatingForm(key, page, form, now + 2000), read)
    assert.equal(Date.parse(read.expiresAt), now + formLifeMs)
  })

  it('is good for two hours and no more than three, and ends with all that are made in the same hour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_600_000 }),
        fc.integer({ min: 1, max: 3_600_000 }),
        (one, other) => {
          const form = makeRatingForm(key, page, now + one)
          assert.ok(typeof readRatingForm(key, page, form, now + one + formLifeMs - 1) === 'object')
          assert.equal(readRatingForm(key, page, form, now + 1.5 * formLifeMs), 'expired')
          assert.equal(endOfForm(form), endOfForm(makeRatingForm(key, page, now + other)))
        },
      ),
    )
    assert.notEqual(
      endOfForm(makeRatingForm(key, page, now)),
      endOfForm(makeRatingForm(key, page, now + 3_600_000)),
    )
  })

  it('is another each time', () => {
    assert.notEqual(makeRatingForm(key, page, now), makeRatingForm(key, page, now))
  })

  it('is of no use for another page, another world, or with another secret', () => {
    const form = makeRatingForm(key, page, now)
    assert.equal(readRatingForm(key, 'exercise:abd', form, now), 'forged')
    assert.equal(readRatingForm(key, 'register:abc', form, now), 'forged')
    assert.equal(
      readRatingForm(ratingKeyOf('another secret of as many characters'), page, form, now),
      'forged',
    )
  })

  it('is over after two hours, and cannot be made to last longer', () => {
    const form = makeRatingForm(key, page, now)
    assert.equal(readRatingForm(key, page, form, now + formLifeMs), 'expired')
    const [, once, mark] = form.split('.')
    const longer = `${(now + 10 * formLifeMs).toString(36)}.${once}.${mark}`
    assert.equal(readRatingForm(key, page, longer, now), 'forged')
  })

  it('counts once however its signature is spelled', () => {
    const form = makeRatingForm(key, page, now)
    const first = readRatingForm(key, page, form, now)
    // The last sign of base64 has bits that nothing reads.
    const spelled = ['', '=', ...'ABCDEFGHIJ'].map((sign) => readRatingForm(key, page, `${form}${sign}`, now))
    for (const read of spelled) if (typeof read === 'object') assert.deepEqual(read, first)
  })

  it('is not to be guessed: whatever else is sent is forged', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (sent) => {
        assert.equal(readRatingForm(key, page, sent, now), 'forged')
      }),
    )
  })
})
