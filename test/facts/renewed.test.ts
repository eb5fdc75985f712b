import assert from 'node:assert/strict'
import { it } from 'node:test'
import { beginNewer } from '../../src/facts/renewed.ts'

it('a newer figure begins with what the older one is about and who published it, without its figure, dates and document', () => {
  const kind = {
    fields: {
      title: { type: 'text' },
      measure: { type: 'text' },
      quantity: { type: 'number' },
      asOf: { type: 'date' },
      firstYear: { type: 'integer' },
      counterparts: { type: 'list' },
      attendance: { type: 'rows' },
      inferred: { type: 'list' },
    },
  } as unknown as Parameters<typeof beginNewer>[1]
  const older = {
    ...{
      id: 'a',
      actor: 'XAA',
      kind: 'contribution',
      subject: 'XAB',
      date: '2002/..',
      known_from: '2020-01-01',
    },
    ...{ 'source.title': 'Letter', 'source.publisher': 'League', 'source.date': '2020', quotation: '120' },
    ...{ 'body.title': 'Observers', 'body.measure': 'served', 'body.quantity': '>120', 'body.asOf': '2020' },
    ...{
      'body.firstYear': '2002',
      'body.counterparts': 'league',
      'body.attendance': '[]',
      'body.inferred': 'x',
    },
  }
  assert.deepEqual(beginNewer(older, kind), {
    ...{ actor: 'XAA', kind: 'contribution', subject: 'XAB', 'source.publisher': 'League' },
    ...{ 'body.title': 'Observers', 'body.measure': 'served', 'body.counterparts': 'league' },
  })
})
