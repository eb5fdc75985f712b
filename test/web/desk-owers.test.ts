// Who owes something beside whose page it is: nobody stands there twice.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { owersBeside } from '../../src/web/pages/desk/due-table.ts'

const [averland, society] = [
  { actor: 'XAA', name: 'Averland' },
  { actor: 'xaa-society', name: 'Averland Society' },
]
const ofBoth = { ...averland, owners: ['XAA', 'xaa-society'], others: [society] }
const ofUnit = { ...society, owners: ['xaa-society'], others: [] }

describe('who owes it, on a page', () => {
  for (const [what, duty, own, expected] of [
    [
      'the State’s, where nobody sees to it',
      { ...ofBoth, responsible: null },
      'XAA',
      'together Averland Society',
    ],
    [
      'the State’s, where the other sees to it',
      { ...ofBoth, responsible: 'xaa-society' },
      'XAA',
      'together ',
    ],
    [
      'the State’s, where it is named as called',
      { ...ofBoth, responsible: 'Averland Society' },
      'XAA',
      'together ',
    ],
    [
      'the State’s, where it sees to it itself',
      { ...ofBoth, responsible: 'XAA' },
      'XAA',
      'together Averland Society',
    ],
    ['the unit’s', { ...ofBoth, responsible: 'xaa-society' }, 'xaa-society', 'together Averland'],
    ['the State’s, of its unit alone', { ...ofUnit, responsible: null }, 'XAA', 'owed by Averland Society'],
    [
      'the State’s, of its unit that sees to it',
      { ...ofUnit, responsible: 'xaa-society' },
      'XAA',
      'owed by ',
    ],
    [
      'of several',
      { ...ofBoth, responsible: 'xaa-society' },
      undefined,
      'owed by Averland, Averland Society',
    ],
    [
      'of a duty of a treaty',
      { ...averland, owners: undefined, others: [], responsible: null },
      'XAA',
      'together ',
    ],
  ] as const)
    it(`${what}`, () => {
      const { owners, ...rest } = duty
      const given = {
        ...rest,
        ...(owners === undefined ? {} : { owners: [...owners] }),
        others: [...rest.others],
      }
      const { isTogether, names } = owersBeside(given, own)
      assert.equal(`${isTogether ? 'together' : 'owed by'} ${names.join(', ')}`, expected)
    })
})
