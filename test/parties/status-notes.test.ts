// What the end notes of a status page say, and of whom.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readStatusPage } from '../../src/parties/status-page.ts'
import { fictionalReference, type PageParts, statusPageHtml } from './page.ts'

const fictional = (parts: PageParts) =>
  readStatusPage(statusPageHtml(parts), 'page.html', fictionalReference())

describe('notes of a status page', () => {
  const withNote = (text: string, cell = '5 May 2000 a') =>
    fictional({ rows: [{ name: 'Arvonia', cells: ['', cell], marks: ['1'] }], notes: { 1: text } })
  const left = (text: string, cell?: string) =>
    withNote(text, cell)
      .events.filter((event) => event.kind === 'withdrawal')
      .map((event) => [event.notifiedOn, event.effectiveOn])

  const told = [
    [
      'in one sentence',
      'On 6 June 2010, the Government of Arvonia notified the Secretary-General of its decision to denounce the Protocol with effect from 6 December 2010.',
      [['2010-06-06', '2010-12-06']],
    ],
    [
      'in a second sentence, by another word',
      'On 6 June 2010, the Government of Arvonia notified the Secretary-General of its decision to withdraw from the Statute. The action shall take effect for Arvonia on 7 June 2011.',
      [['2010-06-06', '2011-06-07']],
    ],
    [
      'with dates of other things in brackets',
      'On 6 June 2010, Arvonia deposited a notification of withdrawal (see C.N.1.2010 of 3 January 2012 (corrected)). The withdrawal took effect on 6 December 2010.',
      [['2010-06-06', '2010-12-06']],
    ],
  ] as const
  for (const [how, text, expected] of told)
    it(`a withdrawal told ${how} is read`, () => assert.deepEqual(left(text, '[5 May 2000 a]'), expected))

  it('leaving, returning and leaving again are read from one note', () => {
    const { events } = withNote(
      'On 6 June 2010 the Government of Arvonia informed the Secretary-General of its decision to denounce the Convention with effect from 6 December 2010. On 6 December 2010, the Government of Arvonia re-acceded to the Convention. On 1 March 2015, the Government of Arvonia notified the Secretary-General that it had decided to denounce the Convention with effect from 1 September 2015.',
      '[5 May 2000 a]',
    )
    assert.deepEqual(
      events.map((event) => [event.kind, event.notifiedOn]),
      [
        ['accession', '2000-05-05'],
        ['accession', '2010-12-06'],
        ['withdrawal', '2010-06-06'],
        ['withdrawal', '2015-03-01'],
      ],
    )
  })

  const silent = [
    [
      'a reservation withdrawn',
      'On 6 June 2010, the Government of Arvonia notified the Secretary-General of its decision to withdraw its reservation to article 3 of the Convention with effect from 6 June 2010.',
    ],
    [
      'others quoted',
      'The Secretary-General received from Belmora: “On 6 June 2010 Arvonia denounced the Convention with effect from 7 July 2011.”',
    ],
    ['territory', 'On 6 June 2010: extension to the Isle of Arv.'],
  ] as const
  for (const [what, text] of silent) it(`${what} is no withdrawal`, () => assert.deepEqual(left(text), []))

  it('a notification taken back is no withdrawal, and the note is listed', () => {
    const page = withNote(
      'On 6 June 2010, Arvonia notified its decision to withdraw from the Statute with effect from 6 June 2011. On 1 March 2011, Arvonia notified its decision to rescind its notification of withdrawal.',
    )
    assert.equal(
      page.events.some((event) => event.kind === 'withdrawal'),
      false,
    )
    assert.match(page.unplaced[0]!.reason, /taken back/)
  })

  it('a notification without any effect, on an entry not in brackets, is listed and no withdrawal', () => {
    const page = withNote(
      'On 6 June 2010, the Secretary-General received from the Government of Arvonia a notification of withdrawal from the Covenant, dated 4 June 2010. The Covenant does not contain a withdrawal provision.',
    )
    assert.equal(
      page.events.some((event) => event.kind === 'withdrawal'),
      false,
    )
    assert.equal(page.unplaced.length, 1)
  })

  it('brackets without a word make a withdrawal without dates, listed as such', () => {
    const page = fictional({ rows: [{ name: 'Arvonia', cells: ['', '[5 May 2000 a]'] }] })
    const withdrawal = page.events.find((event) => event.kind === 'withdrawal')!
    assert.deepEqual([withdrawal.notifiedOn, withdrawal.effectiveOn, withdrawal.date], [null, null, null])
    assert.match(page.unplaced[0]!.text, /in square brackets/)
  })

  it('a withdrawal whose effect the page leaves out takes it from Article 20', () => {
    const text =
      'On 31 August 2010, the Government of Arvonia notified the Secretary-General of its denunciation of the Convention.'
    assert.deepEqual(left(text, '[5 May 2000 a]'), [['2010-08-31', '2011-02-28']])
  })

  it('an effect that differs from Article 20 is kept as stated, with a warning', () => {
    const page = withNote(
      'On 1 June 2010, the Government of Arvonia deposited a notification of withdrawal. The withdrawal took effect on 1 November 2010.',
      '[5 May 2000 a]',
    )
    assert.match(
      page.warnings.join(),
      /the page dates the withdrawal 2010-11-01; Article 20: 6 months after receipt .* gives 2010-12-01/,
    )
  })

  it('former States named in a note stay in the note', () => {
    const text =
      'Oldland had signed and ratified the Convention on 8 September 1986 and 7 July 1988, respectively.'
    const { events, unplaced } = withNote(text)
    assert.deepEqual(
      events.map((event) => [event.actor, event.note]),
      [['XAX', text]],
    )
    assert.deepEqual(unplaced, [])
  })

  it('notes to no entry and rows of other tables are listed; a note that is missing too', () => {
    const page = fictional({
      rows: [{ name: 'Arvonia', cells: ['', '5 May 2000 a'], marks: ['3'] }],
      notes: { 1: 'A note to a declaration.' },
      sections:
        '<table><tr><td>Participant</td><td>Date of receipt of the notification</td><td>Territories</td></tr>\n<tr><td>Belmora</td><td>16 May 1978</td><td>Isle of Bel</td></tr></table>',
    })
    assert.deepEqual(
      page.unplaced.map((one) => one.text),
      ['Arvonia 3', 'Belmora | 16 May 1978 | Isle of Bel', 'A note to a declaration.'],
    )
  })
})
