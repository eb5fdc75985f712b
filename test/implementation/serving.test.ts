import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { belongingTo } from '../../src/implementation/belonging.ts'
import { workHeld } from '../../src/implementation/held.ts'
import { plansOfWork } from '../../src/implementation/plan-of-work.ts'
import { instrumentsOf, partsServedBy, servingOf } from '../../src/implementation/serving.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { fact } from './facts.ts'

const on = (day: string) => ({ heldFrom: day, heldEdtf: day })
const facts = [
  fact('national-plan', 'plan', { title: 'Plan of work', instrument: 'pledge' }),
  fact('plan-action', 'training', {
    title: 'Training',
    plan: 'plan',
    carriesOut: ['pledge/3', 'treaty-plan/11'],
  }),
  fact('plan-action', 'law', { title: 'A law', plan: 'plan', dependsOn: ['training'] }),
  fact(
    'dissemination-event',
    'course',
    { title: 'Course', serves: ['pledge/3', 'treaty-plan/11'] },
    on('2026-03-01'),
  ),
  fact(
    'dissemination-event',
    'seminar',
    { title: 'Seminar', serves: ['training', 'pledge/3'] },
    on('2026-05-01'),
  ),
  fact('dissemination-event', 'gone', { title: 'Of a pledge no longer held', serves: ['lost-pledge/1'] }),
  fact('working-body', 'group', { title: 'Group', form: 'group', instrument: 'pledge' }),
  fact(
    'body-meeting',
    'meeting',
    { body: 'group', heldOn: '2026-06-01', serves: ['treaty-plan/11'] },
    on('2026-06-01'),
  ),
  fact('meeting-decision', 'decision', { meeting: 'meeting', text: 'A course is held.' }),
]
const kinds = readShippedKinds()
const work = workHeld(facts, '2026-12-31')
const held = (kind: string, id: string) => work.find(kind, id)!
const served = (kind: string, id: string) =>
  partsServedBy(work, kinds, held(kind, id)).map((one) => [one.id, one.through?.id ?? null])

describe('what one record serves', () => {
  it('is each part it names, and each that an action it names carries out', () => {
    assert.deepEqual(served('dissemination-event', 'course'), [
      ['pledge/3', null],
      ['treaty-plan/11', null],
    ])
    // What is named directly and by way of an action is served once.
    assert.deepEqual(served('dissemination-event', 'seminar'), [
      ['pledge/3', null],
      ['treaty-plan/11', 'training'],
    ])
  })

  it('is seen from each of the promises, the newest first and each record once', () => {
    const serving = (...parts: string[]) =>
      servingOf(work, kinds, new Set(parts)).map((one) => [one.fact.id, one.field])
    assert.deepEqual(serving('treaty-plan/11'), [
      ['meeting', 'serves'],
      ['seminar', 'serves'],
      ['course', 'serves'],
      ['training', 'carriesOut'],
    ])
    assert.deepEqual(
      serving('pledge/3', 'treaty-plan/11').map(([id]) => id),
      ['meeting', 'seminar', 'course', 'training'],
    )
    assert.deepEqual(serving('treaty-plan/1'), [])
  })

  it('makes it belong to the instruments of what it serves and of what it is part of', () => {
    const of = (kind: string, id: string) => instrumentsOf(work, kinds, held(kind, id)).toSorted()
    assert.deepEqual(of('dissemination-event', 'course'), ['pledge', 'treaty-plan'])
    assert.deepEqual(of('body-meeting', 'meeting'), ['pledge', 'treaty-plan'])
    assert.deepEqual(of('meeting-decision', 'decision'), ['pledge', 'treaty-plan'])
    // What an action waits for does not make it part of the other promise.
    assert.deepEqual(of('plan-action', 'law'), ['pledge'])
  })

  it('belongs where an action it names belongs, even one that carries out no part itself', () => {
    const all = [
      fact('national-plan', 'plan', { title: 'Plan of work', instrument: 'pledge' }),
      fact('plan-action', 'act', { title: 'An action', plan: 'plan' }),
      fact('plan-action', 'both', { title: 'Another', plan: 'plan', carriesOut: ['treaty-plan/1'] }),
      fact('dissemination-event', 'event', { title: 'Event', serves: ['act'] }),
      fact('review-meeting', 'review', { title: 'Review', serves: ['act'] }),
      fact('task', 'task', { title: 'Task', action: 'both', owner: 'Office' }),
    ]
    const held = workHeld(all, '2026-12-31')
    const of = (kind: string, id: string) => instrumentsOf(held, kinds, held.find(kind, id)!).toSorted()
    assert.deepEqual(of('dissemination-event', 'event'), ['pledge'])
    assert.deepEqual(of('review-meeting', 'review'), ['pledge'])
    assert.deepEqual(of('task', 'task'), ['pledge', 'treaty-plan'])
    // A release has of each promise what its page has.
    const versions = all.map(({ datumId, body, ...rest }) => ({ ...rest, id: datumId, fields: body }))
    for (const instrument of ['pledge', 'treaty-plan']) {
      const released = belongingTo(instrument, versions, kinds)
      assert.deepEqual(
        all.filter(({ datumId }) => released.has(datumId)).map(({ externalId }) => externalId),
        all
          .filter(({ kind, externalId }) => {
            const one = held.find(kind, externalId!)!
            return (
              instrumentsOf(held, kinds, one).includes(instrument) ||
              plansOfWork(held, instrument).some(({ id }) => id === one.id)
            )
          })
          .map(({ externalId }) => externalId),
      )
    }
  })

  it('of another promise’s plan is only the action that carries a part out', () => {
    assert.deepEqual(
      plansOfWork(work, 'treaty-plan').map((plan) => plan.actions.map(({ id }) => id)),
      [['training']],
    )
    assert.deepEqual(
      plansOfWork(work, 'pledge').map((plan) => plan.actions.map(({ id }) => id)),
      [['training', 'law']],
    )
  })

  it('is told by its id where no instrument held has it', () => {
    const [lost] = partsServedBy(work, kinds, held('dissemination-event', 'gone'))
    assert.deepEqual([lost!.id, lost!.instrument, lost!.part], ['lost-pledge/1', 'lost-pledge', null])
  })
})
