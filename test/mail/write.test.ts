import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { inLines } from '../../src/mail/lines.ts'
import { type Said, writeLetter } from '../../src/mail/write.ts'

const origin = 'https://pacta.example.org'
const link = '/sign-in/new/7f3a'
const letters: Said[] = [
  { kind: 'invitation', values: { by: 'Bold of Vesland', link, until: '2026-11-29' } },
  { kind: 'password-link', values: { link, minutes: 30 } },
  { kind: 'address-notice', values: { what: 'asked' } },
  { kind: 'address-notice', values: { what: 'changed' } },
  { kind: 'approval-asked', values: { what: 'report', by: 'Bold of Vesland', link } },
  { kind: 'returned', values: { what: 'figures', by: null, link } },
  { kind: 'test', values: {} },
]
const write = (said: Said, language: string, name = 'Tuya') => writeLetter(said, { language, name, origin })

describe('a letter', () => {
  it('says what it is for, to whom, and where to go, in plain words', () => {
    const { subject, text, language } = write(letters[0]!, 'en')
    assert.equal(language, 'en')
    assert.equal(subject, 'Invitation to Pacta')
    assert.equal(
      text,
      `Dear Tuya,

Bold of Vesland invites you to work with Pacta, where what States
promised becomes duties, reports and figures. To accept, open this
address by 29 November 2026:

  https://pacta.example.org/sign-in/new/7f3a

The address works once. Give it to nobody.

If you do not know why you are invited, do nothing.

-- 
Written by Pacta at https://pacta.example.org. An answer to this letter
is read by nobody.
`,
    )
  })

  it('is in one language, with no place left open and no line too long', () => {
    for (const said of letters)
      for (const language of ['en', 'mn', 'ar', 'fr']) {
        const written = write(said, language, language === 'mn' ? '' : 'Tuya')
        assert.equal(written.language, language === 'mn' ? 'mn' : 'en')
        assert.doesNotMatch(written.subject + written.text, /[{}\uE000\uE001]/)
        for (const line of written.text.split('\n')) assert.ok([...line].length <= 72, line)
        if (written.language === 'mn')
          assert.doesNotMatch(written.text.replaceAll(/https:\S+|Pacta|Bold of Vesland/g, ''), /[a-z]/i)
      }
  })

  it('greets everyone alike where no name is known', () => {
    assert.match(write(letters[1]!, 'en', ' ').text, /^Good day,\n/)
    assert.match(write(letters[1]!, 'mn').text, /^Эрхэм Tuya танаа,\n/)
  })
})

describe('lines', () => {
  it('keep every word in its order, none longer than 72 signs but a word alone', () =>
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 90 }).filter((word) => !/\s/.test(word))),
        (words) => {
          const lines = inLines(words.join(' '), 2).split('\n')
          assert.deepEqual(
            lines
              .join(' ')
              .split(/\s+/)
              .filter((word) => word !== ''),
            words,
          )
          for (const line of lines) assert.ok([...line].length <= 72 || !line.trim().includes(' '), line)
        },
      ),
    ))
})
