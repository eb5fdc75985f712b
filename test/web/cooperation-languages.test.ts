// The page of a State whose official language is held, of which nothing is written in that language: over the register
// that ships.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { thePublic } from '../../src/accounts/person.ts'
import { loadRegister } from '../../src/load.ts'
import { focal, words } from './approval-cast.ts'
import { inSignedInWorld } from './signing.ts'

it('a page has no empty column: that no sentence is written in a language is said once', () =>
  inSignedInWorld([focal], async ({ as, db }) => {
    await loadRegister(db)
    const page = '/ministries/MNG/cooperation'
    const { document } = await as(thePublic).open(page)
    assert.ok(document.querySelectorAll('.page-cell').length > 10)
    // Beside the English stands what there is in Mongolian, the figures, and nothing where there is nothing.
    const beside = [...document.querySelectorAll('.page-row:not(:first-child) > .page-cell[lang="mn"]')]
    assert.ok(beside.length > 0 && beside.length < document.querySelectorAll('.page-section').length)
    for (const one of beside) assert.ok(one.querySelector('li, blockquote'), one.textContent ?? '')
    assert.doesNotMatch(words(document), /Энэ хэлээр бичээгүй/)
    assert.equal(words(document).split('No sentence of this page is written in Mongolian').length, 2)
    // Whoever asks for that language is given the figures in it, and no headings over nothing.
    const own = await as(thePublic).open(`${page}?language=mn`)
    assert.equal(words(own.document).split('No sentence of this page is written in Mongolian').length, 2)
    assert.match(words(own.document), /18.139/)
    const sections = [...own.document.querySelectorAll('.page-section')]
    assert.ok(sections.length > 0)
    for (const one of sections) assert.ok(one.querySelector('li, blockquote'), one.textContent ?? '')
    for (const link of own.document.querySelectorAll('.page-contents a[href^="#section"]'))
      assert.ok(own.document.querySelector(link.getAttribute('href')!))
  }))
