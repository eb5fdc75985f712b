// What stands below the table of a status page: read in the collection's layout, and from pages that lost parts of it.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parse, serialize } from 'parse5'
import type { PageStatement } from '../../src/parties/statement-page.ts'
import { readStatusPage, type StatusReference } from '../../src/parties/status-page.ts'
import { fictionalReference, fictionalState } from './page.ts'
import { day, declarations, heading, kitesHtml, paragraph, section } from './statements-page.ts'

const reference: StatusReference = {
  ...fictionalReference(),
  states: fictionalReference().states.map((state) =>
    state.id === 'XBX' ? fictionalState('XBX', 'Belmora', ['Belmora (Islands of)']) : state,
  ),
}
const read = (html: string) => readStatusPage(html, 'kites.html', reference)
const statements = (html: string) => {
  const found = read(html).statements
  assert.ok(found !== null)
  return found
}
const short = ({ actor, what, madeOn, upon, confirmedUpon, against, words }: PageStatement) => [
  ...[actor, what, madeOn, upon, confirmedUpon, against.join(' '), words?.slice(0, 40) ?? null],
]

const expected = [
  ['XAX', 'declaration', null, 'signature', null, '', '"Arvonia shall keep its kites below the '],
  ['XAX', 'reservation', null, 'ratification', null, '', 'Arvonia is not bound by article 4.'],
  ['XBX', 'reservation', null, 'signature', 'ratification', '', 'Belmora flies by night.'],
  ['XBX', 'unclear', '2011-05-05', null, null, '', 'By day it flies no more.'],
  ['XBX', 'withdrawal-of-statement', null, null, null, '', 'On 6 June 2012, the Government of Belmor'],
  ['XCX', 'withdrawal-of-statement', null, null, null, '', 'In communications received on 8 March 20'],
  ['XDX', 'unclear', null, null, null, '', 'Dorvalia understands kites to be birds.'],
  [null, 'declaration', null, null, null, '', 'We are nowhere.'],
  ['XFX', 'objection', '2011-06-28', null, null, 'XAX XBX', '"Farolia objects."'],
  ['XFX', 'objection', null, null, null, '', 'Farolia objects to that too.'],
  ['XGX', 'objection', '2012-07-02', null, null, 'XDX', 'Gelvania objects to the reservation of D'],
  ['XHX', 'declaration', null, null, null, '', null],
  ['XAX', 'territorial-application', '2003-04-10', null, null, '', 'Isle of Kites'],
  ['XAX', 'territorial-application', '2004-04-11', null, null, '', 'Isle of Strings'],
]

describe('what stands below the table of a status page', () => {
  test('is read as statements: who, what, upon which act or day, against whom, in which words', () => {
    const { list, entries } = statements(kitesHtml())
    assert.deepEqual(list.map(short), expected)
    assert.equal(entries, 9)
    assert.equal(list[0]!.words, '"Arvonia shall keep its kites below the clouds.\nIt has no others."')
    assert.equal(list[0]!.heading, 'Upon signature: Declaration:')
    assert.equal(list[1]!.heading, 'Reservation made upon ratification:')
  })

  test('a day and an act are those the page states; where it states none, its own rule is kept in its words', () => {
    const { list } = statements(kitesHtml())
    const dorvalia = list.find(({ actor }) => actor === 'XDX')!
    assert.match(dorvalia.rule!, /^\(Unless otherwise indicated, .* upon ratification or accession\.\)$/)
    assert.ok(list.every(({ madeOn, upon, rule }) => rule === null || (madeOn === null && upon === null)))
    const [, unreadable] = list.filter(({ actor }) => actor === 'XFX')
    assert.deepEqual([unreadable!.madeOn, unreadable!.dateWords], [null, '1 August l989'])
  })

  test('a statement taken back has the day its note gives, and none where the note gives two', () => {
    const back = statements(kitesHtml()).list.filter(({ what }) => what === 'withdrawal-of-statement')
    assert.deepEqual(
      back.map(({ actor, withdrawnOn }) => [actor, withdrawnOn]),
      [
        ['XBX', '2012-06-06'],
        ['XCX', null],
      ],
    )
  })

  test('what cannot be placed is listed with its line and why', () => {
    const html = kitesHtml()
    const lines = html.split('\n')
    const { unplaced } = statements(html)
    assert.deepEqual(
      unplaced.map(({ text, reason }) => [text.slice(0, 40), reason.split(';')[0]]),
      [
        ['Nowhereland', 'No State or organisation of this name is known'],
        ['Estmark', 'Nothing stands under the name, neither words nor a note'],
        ['Farolia: 1 August l989', 'Not a day of the calendar'],
        ['Farolia: With regard to the reservation ', 'Whom the objection is against could not be told'],
      ],
    )
    for (const { line, text } of unplaced) {
      assert.ok(lines[line - 1]!.includes(text.split(': ').at(-1)!.slice(0, 20)), `${line}: ${text}`)
    }
    // A row of territories without its day stays among what the table leaves unplaced.
    const placed = new Set(statements(html).placed.map(({ text }) => text))
    const left = read(html).unplaced.filter(({ text }) => !placed.has(text))
    assert.deepEqual(
      left.map(({ text }) => text),
      ['Belmora | soon | Isle of Tails'],
    )
  })

  test('is read the same from a page a browser saved, on one line, of the older layout, or without its ids', () => {
    const html = kitesHtml()
    const inOlderLayout = html.replaceAll(
      'ctl00_ctl00_ContentPlaceHolder1_ContentPlaceHolderInnerPage_',
      'ctl00_',
    )
    const at = html.indexOf('divMainDecTilte') - 100
    const withoutIds =
      html.slice(0, at) + html.slice(at).replace(/ id="[^"]*_(div(?!Notes)|dg(?!Notes))[^"]*"/g, '')
    const saved = { serialized: serialize(parse(html)), oneLine: html.replace(/\r?\n/g, ' '), inOlderLayout }
    for (const [name, page] of Object.entries(saved))
      assert.deepEqual(statements(page).list.map(short), expected, name)
    assert.ok(!withoutIds.includes('divParticipant'))
    // A name nobody knows cannot be told from words there: it stands among those of the State above it.
    const known = (rows: typeof expected) => rows.filter(([actor]) => actor !== null && actor !== 'XDX')
    assert.deepEqual(known(statements(withoutIds).list.map(short)), known(expected))
  })

  test('a page saved without that part does not know; one with the part empty has none', () => {
    assert.equal(read(kitesHtml({ sections: '', notes: {} })).statements, null)
    const empty = section('dgDec', '', '')
    assert.deepEqual(read(kitesHtml({ sections: empty, notes: {} })).statements?.list, [])
  })

  test('an item of a list of objections is one of its own', () => {
    const sections = section('dgObj', 'Objections', '', [
      {
        name: 'Farolia',
        html: `${day('1 May 2001')}${heading('With regard to the reservation made by Arvonia:')}${paragraph('Farolia objects.')}${heading('Subsequently, the Secretary-General received objections of the same nature as the one above:')}${paragraph('- 5 May 2002: with regard to the reservation made by Belmora;')}${paragraph('- 6 June 2003: with regard to the reservations made by Cestria and Dorvalia.')}`,
      },
    ])
    assert.deepEqual(
      statements(kitesHtml({ sections, notes: {} })).list.map(({ madeOn, against }) => [madeOn, ...against]),
      [
        ['2001-05-01', 'XAX'],
        ['2002-05-05', 'XBX'],
        ['2003-06-06', 'XCX', 'XDX'],
      ],
    )
  })

  test('a longer name is not the shorter one it ends with', () => {
    const states = [...reference.states, fictionalState('XLX', 'Lower Arvonia'), fictionalState('XMX', 'Arv')]
    const sections = section('dgObj', 'Objections', '', [
      {
        name: 'Farolia',
        html: `${heading('With regard to the reservation made by Lower Arvonia:')}${paragraph('No.')}${heading('With regard to the reservation made by Upper Arvonia:')}${paragraph('No.')}`,
      },
    ])
    const { list } = readStatusPage(kitesHtml({ sections, notes: {} }), 'kites.html', {
      ...reference,
      states,
    }).statements!
    assert.deepEqual(
      list.map(({ against }) => against),
      [['XLX'], []],
    )
  })

  test('whatever stands below a name stands in a statement, or is listed', () => {
    const word = fc.constantFrom('Kites fly.', 'Article 4', '...', 'See there:', 'Reservations', '5 May 2001')
    const part = fc.oneof(
      word.map((words) => ({ words, html: paragraph(words) })),
      fc
        .constantFrom(
          'Declaration:',
          'Upon signature:',
          'Reservation concerning article 2:',
          'Article 7',
          '(a) More',
        )
        .map((words) => ({ words, html: heading(words) })),
      fc
        .constantFrom('5 May 2001', '32 May 2001', 'Signed: K.')
        .map((words) => ({ words, html: day(words) })),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const html = parts.map((one) => one.html).join('')
        const sections = section('dgDec', 'Declarations and Reservations', '', [{ name: 'Arvonia', html }])
        const { list, unplaced } = statements(kitesHtml({ sections, notes: {} }))
        const told = [
          ...list.flatMap((one) => [one.heading, one.words, one.dateWords]),
          ...list.flatMap(({ madeOn }) => (madeOn === '2001-05-05' ? ['5 May 2001'] : [])),
          ...unplaced.map(({ text }) => text),
        ].join('\n')
        for (const { words } of parts) assert.ok(told.includes(words), `${words} in ${told}`)
      }),
      { numRuns: 150 },
    )
  })

  test('the section of declarations alone says that a text without a heading is one', () => {
    const own = declarations.replace('Declarations and Reservations', 'Declarations')
    const { list } = statements(kitesHtml({ sections: own }))
    assert.equal(list.find(({ actor }) => actor === 'XDX')!.what, 'declaration')
  })
})
