import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readStatusPage } from '../../src/parties/status-page.ts'
import { Problem } from '../../src/problem.ts'
import { fictionalNames, fictionalReference, type PageParts, statusPageHtml } from './page.ts'

const extractPath = join(import.meta.dirname, '..', 'fixtures', 'status', 'mine-ban-extract.html')
const extract = readFileSync(extractPath)
const fictional = (parts: PageParts) =>
  readStatusPage(statusPageHtml(parts), 'page.html', fictionalReference())

const refusal = (work: () => unknown): Problem => {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a status page of the UN Treaty Collection', () => {
  const page = readStatusPage(extract, 'mine-ban-extract.html')
  const of = (actor: string) => page.events.filter((event) => event.actor === actor)

  it('names the treaty, the date of its information and its own counts', () => {
    const { id, mtdsg, title, asOf, concluded, entryIntoForce, signatories, parties } = page.treaty
    assert.deepEqual(
      { id, mtdsg, asOf, concluded, inForce: entryIntoForce.on, signatories, parties },
      {
        id: 'mine-ban',
        mtdsg: 'XXVI-5',
        asOf: '2026-02-03',
        concluded: { place: 'Oslo', on: '1997-09-18' },
        inForce: '1999-03-01',
        signatories: 5,
        parties: 9,
      },
    )
    assert.match(title, /^Convention on the Prohibition of the Use, Stockpiling/)
  })

  it('tells acts by their marks: none, A, a, d', () => {
    assert.deepEqual(
      page.events
        .filter((event) => event.kind !== 'withdrawal')
        .map((event) => [event.actor, event.kind, event.date]),
      [
        ['AFG', 'accession', '2002-09-11'],
        ['BHS', 'signature', '1997-12-03'],
        ['BHS', 'ratification', '1998-07-31'],
        ['EST', 'accession', '2004-05-12'],
        ['LTU', 'signature', '1999-02-26'],
        ['LTU', 'ratification', '2003-05-12'],
        ['MHL', 'signature', '1997-12-04'],
        ['MHL', 'ratification', '2025-03-12'],
        ['MNE', 'succession', '2006-10-23'],
        ['NLD', 'signature', '1997-12-03'],
        ['NLD', 'acceptance', '1999-04-12'],
        ['POL', 'signature', '1997-12-04'],
        ['POL', 'ratification', '2012-12-27'],
        ['SSD', 'succession', '2011-11-11'],
        ['TON', 'accession', '2025-06-25'],
        ['UKR', 'signature', '1999-02-24'],
        ['UKR', 'ratification', '2005-12-27'],
      ],
    )
  })

  it('tells withdrawals in brackets and withdrawals only a note tells of, with both dates', () => {
    assert.deepEqual(
      page.events
        .filter((event) => event.kind === 'withdrawal')
        .map(({ actor, notifiedOn, effectiveOn, date }) => [actor, notifiedOn, effectiveOn, date]),
      [
        ['EST', '2025-06-27', '2025-12-27', '2025-12-27'],
        ['LTU', '2025-06-27', '2025-12-27', '2025-12-27'],
        ['POL', '2025-08-20', '2026-02-20', '2026-02-20'],
      ],
    )
    assert.match(of('POL').at(-1)!.note!, /subject to the condition set forth/)
    assert.match(page.warnings.join(), /Poland: the withdrawal is expected for 2026-02-20/)
  })

  it('takes entry into force from Article 17, for a succession only from a source', () => {
    const inForce = (actor: string) => of(actor).find((event) => event.effectiveOn !== null)
    assert.equal(inForce('BHS')?.effectiveOn, '1999-03-01')
    assert.equal(inForce('AFG')?.effectiveOn, '2003-03-01')
    assert.match(inForce('AFG')!.basis!, /^Article 17: first day of the sixth month/)
    assert.equal(inForce('SSD')?.effectiveOn, '2011-07-09')
    assert.match(inForce('SSD')!.basis!, /Office of Legal Affairs/)
    assert.equal(inForce('MNE')?.effectiveOn, '2007-04-01')
  })

  it('gives each event the line its participant, or the note, stands on', () => {
    const lines = extract.toString('utf8').split('\n')
    for (const event of page.events) {
      const line = lines[event.line - 1]!
      assert.ok(line.includes(event.name.split(' (')[0]!), `line ${event.line} names ${event.name}`)
    }
  })

  it('keeps footnotes as notes and out of the name', () => {
    assert.equal(of('NLD')[0]?.name, 'Netherlands (Kingdom of the)')
    assert.equal(of('NLD')[0]?.note, 'On behalf of the Kingdom in Europe.')
    assert.match(of('UKR')[0]!.note!, /30 March 2016[\s\S]*31 May 2018/)
  })

  it('lists a declaration of provisional application without a date, and makes no event of it', () => {
    assert.deepEqual(
      page.unplaced.map(({ text, line }) => [text, line]),
      [['Austria: Declarations made under article 18 (1) (Declaration of provisional application)', 31]],
    )
    assert.equal(of('AUT').length, 0)
  })
})

describe('columns of other treaties', () => {
  const row = (name: string, ...cells: string[]) => ({ name, cells })

  it('a column of provisional application and one of formal confirmation', () => {
    const { events } = fictional({
      headings: [
        'Participant',
        'Signature',
        'Provisional application(n)',
        'Formal confirmation(c), Accession(a), Ratification',
      ],
      rows: [
        row('Arvonia', '3 Jun 2013', '2 Apr 2014 n', '3 Apr 2014'),
        row('European Union', '3 Jun 2013', '', '23 Dec 2010 c'),
      ],
    })
    assert.deepEqual(
      events.map(({ actor, name, kind, notifiedOn }) => [actor, name, kind, notifiedOn]),
      [
        ['XAX', 'Arvonia', 'signature', '2013-06-03'],
        ['XAX', 'Arvonia', 'provisional-application', '2014-04-02'],
        ['XAX', 'Arvonia', 'ratification', '2014-04-03'],
        [null, 'European Union', 'signature', '2013-06-03'],
        [null, 'European Union', 'ratification', '2010-12-23'],
      ],
    )
    assert.match(events.at(-1)!.note!, /Formal confirmation \(c\)/)
  })

  it('consent to be bound, succession to signature, and no column of signatures', () => {
    const first = fictional({
      headings: ['Participant', 'Succession(d), Consent to be bound(P)'],
      rows: [row('Arvonia', '9 Aug 2017 P'), row('Belmora', '9 Aug 2018 d')],
    })
    assert.deepEqual(
      first.events.map((event) => [event.kind, event.note]),
      [
        ['acceptance', 'On the page: Consent to be bound (P).'],
        ['succession', null],
      ],
    )
    const second = fictional({
      headings: [
        'Participant',
        'Signature, Succession to signature(d)',
        'Accession(a), Succession(d), Ratification',
      ],
      rows: [row('Arvonia', '12 Mar 2001 d', '')],
    })
    assert.deepEqual(
      [second.events[0]?.kind, second.events[0]?.note],
      ['signature', 'On the page: Succession to signature (d).'],
    )
  })

  it('a column of entries into force gives the effective date; the rule is not asked', () => {
    const { events } = fictional({
      headings: ['Participant', 'Accession(a), Ratification', 'Entry into force'],
      rows: [row('Arvonia', '5 May 2010 a', '4 Jun 2010')],
    })
    assert.deepEqual([events[0]?.effectiveOn, events[0]?.basis], ['2010-06-04', 'stated on the status page'])
  })

  it('a treaty whose rule is not held has no effective dates, and its number as id', () => {
    const page = fictional({
      chapter: 'CHAPTER XXI',
      treaty: '6. a Some Agreement',
      rows: [row('Arvonia', '', '5 May 2010 a')],
    })
    assert.deepEqual(
      [page.treaty.id, page.treaty.mtdsg, page.treaty.title],
      ['mtdsg-xxi-6-a', 'XXI-6-a', 'Some Agreement'],
    )
    assert.equal(page.events[0]?.effectiveOn, null)
  })

  it('a succession without a source has no effective date, whatever the rule would give', () => {
    const { events } = fictional({ rows: [row('Arvonia', '', '5 May 2010 d')] })
    assert.deepEqual([events[0]?.kind, events[0]?.effectiveOn], ['succession', null])
  })

  it('what no column explains is listed with its line', () => {
    const { events, unplaced } = fictional({
      headings: ['Participant', 'Signature', 'Accession(a), Ratification', 'Colour of the instrument'],
      rows: [
        row('Arvonia', '', '5 May 2010 a', 'blue'),
        row('Belmora', '', '5 May 2010 q', ''),
        row('Cestria', '', 'see note', ''),
        row('Dorvalia', '', '', ''),
        row('Nowhereland', '', '5 May 2010 a', ''),
        { name: '', cells: ['', '1 Jan 2001', ''] },
      ],
    })
    assert.deepEqual(
      unplaced.map((one) => one.text),
      [
        'Arvonia | Colour of the instrument | blue',
        'Belmora | Accession(a), Ratification | 5 May 2010 q',
        'Cestria | Accession(a), Ratification | see note',
        'Dorvalia |  |  | ',
        'Nowhereland',
        ' |  | 1 Jan 2001 | ',
      ],
    )
    assert.ok(unplaced.every((one) => one.line > 10))
    assert.deepEqual(
      events.map((event) => [event.actor, event.name]),
      [
        ['XAX', 'Arvonia'],
        [null, 'Nowhereland'],
      ],
    )
  })
})

describe('any status page', () => {
  const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const words = (date: Date) => `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
  const mark = fc.constantFrom('', 'a', 'A', 'AA', 'd')
  const kinds = {
    '': 'ratification',
    a: 'accession',
    A: 'acceptance',
    AA: 'approval',
    d: 'succession',
  } as const
  const entry = fc.record({ signed: fc.option(day), bound: fc.option(day), mark, bracketed: fc.boolean() })

  it('gives back exactly the dates and acts its table was made of', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: fictionalNames.length }), (entries) => {
        const rows = entries.map(({ signed, bound, mark: letters, bracketed }, i) => {
          const around = (text: string) => (bracketed ? `[${text} ]` : text)
          return {
            name: fictionalNames[i]!,
            cells: [
              signed === null ? '' : around(words(signed)),
              bound === null ? '' : around(`${words(bound)} ${letters}`.trimEnd()),
            ],
          }
        })
        const { events, unplaced } = fictional({ rows })
        const expected = entries.flatMap(({ signed, bound, mark: letters, bracketed }, i) => [
          ...(signed === null ? [] : [[fictionalNames[i], 'signature', signed.toISOString().slice(0, 10)]]),
          ...(bound === null ? [] : [[fictionalNames[i], kinds[letters], bound.toISOString().slice(0, 10)]]),
          ...(bound === null || !bracketed ? [] : [[fictionalNames[i], 'withdrawal', null]]),
        ])
        assert.deepEqual(
          events.map((event) => [event.name, event.kind, event.date]),
          expected,
        )
        const empty = entries.filter((one) => one.signed === null && one.bound === null).length
        const undated = entries.filter((one) => one.bracketed && one.bound !== null).length
        assert.equal(unplaced.length, empty + undated)
      }),
      { numRuns: 60 },
    )
  })

  it('made of any cells is read, with every cell in an event or listed, or refused by file and line', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 25 }).map((one) => one.replace(/[<>&]/g, '')),
      fc.constantFrom(
        '5 May 2000 a',
        '[5 May 2000',
        '5 May 2000 ]',
        '99 May 2000',
        'May 2000',
        '5 May 2000 6 Jun 2001 d',
        '–',
      ),
    )
    const row = fc.record({
      name: fc.constantFrom(...fictionalNames, 'Nowhereland', ''),
      cells: fc.array(text, { maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        try {
          const { events, unplaced } = fictional({ rows })
          const told = [...events.map((event) => event.name), ...unplaced.map((one) => one.text)].join('\n')
          for (const { name, cells } of rows)
            for (const cell of [name, ...cells].map((one) => one.replace(/\s+/g, ' ').trim()))
              assert.ok(told.includes(cell) || events.some((event) => event.name === name), cell)
        } catch (error) {
          assert.ok(error instanceof Problem, String(error))
          for (const issue of error.issues) assert.ok(issue.file === 'page.html' && issue.line! >= 1)
        }
      }),
      { numRuns: 80 },
    )
  })

  it('or any bytes at all, is read or refused, never a fault', () => {
    const html = fc.constantFrom(
      '<table>',
      '<tr>',
      '<td>',
      'Participant',
      'Signature',
      '<sup>1</sup>',
      '</table>',
      '<div id="x_div3">STATUS AS AT : 03-02-2026</div>',
      '5 May 2000',
    )
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(html, { maxLength: 40 }).map((parts) => Buffer.from(parts.join(''))),
    )
    fc.assert(
      fc.property(bytes, (input) => {
        try {
          readStatusPage(input, 'any.html', fictionalReference())
        } catch (error) {
          assert.ok(error instanceof Problem, String(error))
          assert.equal(error.issues[0]?.file, 'any.html')
        }
      }),
    )
  })

  it('nested a hundred thousand deep, or of tables in tables, is read in its stride', () => {
    const tables = `<html><body>${'<table><tr><td>Participant</td><td>'.repeat(3000)}</body></html>`
    assert.match(refusal(() => readStatusPage(tables, 'tables.html')).issues[0]!.message, /no table/)
    const deep = `<html><body>${'<div>'.repeat(100_000)}${'</div>'.repeat(100_000)}</body></html>`
    assert.match(refusal(() => readStatusPage(deep, 'deep.html')).issues[0]!.message, /no table/)
  })
})
