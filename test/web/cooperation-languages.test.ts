// The page of a State whose official language is held, of which nothing is written in that language: over the register
// that ships.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { thePublic } from '../../src/accounts/person.ts'
import { loadRegister } from '../../src/load.ts'
import { focal, words } from './approval-cast.ts'
import { inSignedInWorld } from './signing.ts'

it('a page has no empty column: that nothing is written in a language is said once', () =>
  inSignedInWorld([focal], async ({ as, db }) => {
    await loadRegister(db)
    const page = '/ministries/MNG/cooperation'
    const { document } = await as(thePublic).open(page)
    assert.ok(document.querySelectorAll('.page-cell').length > 10)
    assert.equal(document.querySelectorAll('.page-cell[lang="mn"]').length, 0)
    assert.equal(words(document).split('Nothing of this page is written in Mongolian.').length, 2)
    // Whoever asks for that language is given the figures in it, and no headings over nothing.
    const own = await as(thePublic).open(`${page}?language=mn`)
    assert.equal(words(own.document).split('Nothing of this page is written in Mongolian.').length, 2)
    assert.match(words(own.document), /18.139/)
    const sections = [...own.document.querySelectorAll('.page-section')]
    assert.ok(sections.length > 0)
    for (const one of sections) assert.ok(one.querySelector('li, blockquote'), one.textContent ?? '')
    for (const link of own.document.querySelectorAll('.page-contents a[href^="#section"]'))
      assert.ok(own.document.querySelector(link.getAttribute('href')!))
  }))
