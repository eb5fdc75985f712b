import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plan } from './fictional/plan.ts'
import { documentOf, read, registerApp, textOf } from './site.ts'

const register = registerApp()
const page = async (address: string) => documentOf((await read(register, address)).text)

describe('the page of reports received', () => {
  it('gives n of N due first, then who is missing by name, then who reported, late apart', async () => {
    const document = await page('/reports?obligation=article-7&year=2027')
    assert.equal(textOf(document.querySelector('.big')), '3 of 29')
    const missing = textOf(document.querySelector('#receipts-missing'))
    assert.match(missing, /^missing 26/)
    assert.match(missing, /Drusk/)
    assert.match(textOf(document.querySelector('#receipts-late')), /Belmora 30 Apr 2027 2 Jun 2027/)
    assert.match(textOf(document.querySelector('#receipts-not-yet-due')), /30 May 2028/)
    const version = document.querySelector('#receipts-in-time a[href^="/reports/"]')
    assert.equal(version?.getAttribute('href'), '/reports/XAA:article-7:2026:1')
  })

  it('never calls missing what nobody has established: not known, with what is held', async () => {
    const document = await page('/reports?obligation=article-7&year=2025')
    assert.equal(textOf(document.querySelector('.big')), 'not known')
    assert.equal(textOf(document.querySelector('.big-of')), '3 held, of 29 due.')
    assert.equal(document.querySelector('#receipts-missing'), null)
    assert.match(textOf(document.querySelector('#receipts-not-known')), /nobody says that all reports are/)
  })

  it('says that none is due where no day has come, and counts what came ahead of it', async () => {
    const document = await page('/reports?obligation=article-7&year=2028')
    const answer = textOf(document.querySelector('.answer'))
    assert.match(answer, /^.*none due Covering 2027\. No report falls due before 31 December 2027\./)
    assert.match(answer, /3 reports were received before their day\./)
    assert.doesNotMatch(answer, /not known|0 held/)
  })

  it('knows no lateness where no day is set', async () => {
    const document = await page('/reports?obligation=analysis')
    assert.match(textOf(document.querySelector('.answer')), /nobody is late and nothing is missing/)
  })

  it('refuses an obligation nobody asks about', async () => {
    assert.equal((await read(register, '/reports?obligation=tax')).status, 404)
  })
})

describe('the page of one report', () => {
  it('shows every question with its answer, words and page; silence is "not reported"', async () => {
    const document = await page('/reports/XAA:article-7:2025:2')
    const plan = document.querySelector('#q-work-plan')
    assert.match(textOf(plan), /^Is there a work plan\? yes/)
    assert.equal(plan?.querySelector('.quote bdi')?.getAttribute('lang'), 'ar')
    assert.match(textOf(plan), /page 12 · coded by F\. Reader · confirmed by S\. Checker/)
    assert.match(textOf(document.querySelector('#q-strategy-costed')), /not reported/)
    assert.match(textOf(document.querySelector('#q-cleared')), /12,500 square metres/)
    assert.match(textOf(document.querySelector('.answer')), /3 of 4 questions answered/)
  })

  it('leads from an answer to the indicators that read it', async () => {
    const document = await page('/reports/XAA:article-7:2025:2')
    const reader = document.querySelector('#q-work-plan .where a')
    assert.equal(reader?.getAttribute('href'), `/plans/${plan.id}/1.2?year=2026`)
    assert.match(textOf(document.querySelector('#q-cleared')), /Read by no indicator/)
  })

  it('says what differs from the version before, evidence apart, and leads to the other versions', async () => {
    const document = await page('/reports/XAA:article-7:2025:2')
    const changes = document.querySelector('section[aria-labelledby=changes]')
    assert.match(textOf(changes), /Added: 1\. Changed: 1\. Removed: 0\./)
    assert.match(textOf(changes), /Is there a work plan\? changed partly.* yes/)
    assert.match(textOf(changes?.querySelector('details') ?? null), /^1 answer says the same/)
    const first = await page('/reports/XAA:article-7:2025:1')
    assert.equal(first.querySelector('#changes'), null)
    assert.match(
      textOf(first.querySelector('.answer')),
      /superseded by a later version entered here, not received/,
    )
  })

  it('is reached from a member of a value, at the question it answered', async () => {
    const document = await page(`/plans/${plan.id}/1.2?year=2027`)
    const links = [...document.querySelectorAll('.evidence .says a')].map((link) => link.getAttribute('href'))
    assert.ok(links.includes('/reports/XAA:article-7:2026:1#q-work-plan'), links.slice(0, 3).join(' '))
  })

  it('shows only what is answered where asked to, under its headings, and says so of the whole', async () => {
    const document = await page('/reports/XAA:article-7:2025:2?answers=given')
    assert.equal(document.querySelector('#q-strategy-costed'), null)
    assert.ok(document.querySelector('#q-strategy #q-strategy-dated') !== null)
    assert.match(textOf(document.querySelector('.answer')), /3 of 4 questions answered/)
    const data = JSON.parse((await read(register, '/reports/XAA:article-7:2025:2.json?answers=given')).text)
    assert.equal(JSON.stringify(data.groups).includes('strategy-costed'), false)
    assert.equal((await read(register, '/reports/XAA:article-7:2025:2?answers=none')).status, 400)
  })

  it('is not found under any other name', async () => {
    for (const name of ['XAA:article-7:2025:3', 'XZZ:article-7:2025:1', 'nothing'])
      assert.equal((await read(register, `/reports/${name}`)).status, 404, name)
  })
})
