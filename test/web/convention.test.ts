// What a secretariat sees over time: a treaty's status, what changed, a convention's door.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, read, registerApp, textOf } from './site.ts'

const register = registerApp()
const open = async (address: string) => documentOf((await read(register, address)).text)

describe('the status of a treaty', () => {
  it('gives the answer first, with both days and the date of its source', async () => {
    const document = await open('/treaties/fictional-treaty')
    assert.equal(textOf(document.querySelector('.big')), '29')
    const answer = textOf(document.querySelector('.answer'))
    assert.match(answer, /States Parties provisional: registers complete up to 1 Dec 2027/)
    assert.match(answer, /1 leaving · 1 consent given, not yet in force · 1 left · 2 signed only/)
    assert.match(answer, /Source: Fictional status page/)
    assert.match(answer, /own count on 1 December 2027: 30 parties, 32 signatories/)
  })

  it('has a picture with a text alternative, a key to its numbers, and the years as a table', async () => {
    const document = await open('/treaties/fictional-treaty')
    const pictures = [...document.querySelectorAll('svg.steps')]
    assert.equal(pictures.length, 2)
    for (const picture of pictures) {
      assert.equal(picture.getAttribute('role'), 'img')
      assert.match(
        picture.getAttribute('aria-label') ?? '',
        /29 States Parties on 31 December 2027; .*2020: 29/,
      )
      assert.equal(picture.querySelectorAll('[style], style').length, 0)
    }
    const numbers = [...pictures[0]!.querySelectorAll('.mark-number text')].map((one) => one.textContent)
    const key = [...document.querySelectorAll('.picture-key .key-number')].map(textOf)
    assert.deepEqual(numbers, key)
    assert.match(
      textOf(document.querySelector('.picture-key')),
      /3 August 2020 withdrawal takes effect: Drusk/,
    )
    const year = [...document.querySelectorAll('.by-year tbody tr')]
      .map(textOf)
      .find((row) => row.startsWith('2020'))
    assert.equal(year, '2020 29 −1 Drusk')
  })

  it('on an earlier day knows nothing of what was notified later', async () => {
    const document = await open('/treaties/fictional-treaty?as-of=2010-06-30&as-known-on=2010-06-30')
    assert.equal(textOf(document.querySelector('.big')), '30')
    assert.doesNotMatch(textOf(document.querySelector('.answer')), /leaving|left|not yet in force/)
  })

  it('says nobody is bound where only consents are known', async () => {
    const document = await open('/treaties/fictional-covenant')
    const answer = textOf(document.querySelector('.answer'))
    assert.match(answer, /consents given/)
    assert.match(answer, /nobody is said to be bound/)
    assert.doesNotMatch(textOf(document.querySelector('main')), /States Parties|In force from/)
  })

  it('keeps a claim apart from who is bound, with who contests it', async () => {
    const claims = textOf(
      (await open('/treaties/fictional-treaty')).querySelector('[aria-labelledby="claims"]'),
    )
    assert.match(claims, /says that it has "suspended" the treaty/)
    assert.match(claims, /Contested by Fictional Meeting: .*The treaty knows no suspension/)
  })

  it('of which nothing is held is not found', async () => {
    assert.equal((await read(register, '/treaties/nobody')).status, 404)
  })
})

describe('what changed', () => {
  it('counts each kind, and names the members behind a value with the cause', async () => {
    const document = await open('/changes?since=2027-09-30')
    assert.equal(textOf(document.querySelector('.big')), '4')
    const moved = [...document.querySelectorAll('.moved tbody tr')].map(textOf)
    assert.match(moved[0]!, /30\.0% 9 of 30 37\.9% 11 of 29 provisional \(to 1 Dec 2027\)/)
    assert.match(
      moved[0]!,
      /not reported → becomes counted 11: Belmora, .* and 3 more \(something became known\)/,
    )
    assert.match(
      moved[0]!,
      /counted → becomes no longer in the population 1: Averland \(withdrawal took effect on 4 Nov 2027\)/,
    )
    assert.match(moved[1]!, /the year had not begun not known/)
    assert.match(moved[3]!, /how far the registers reach has changed/)
  })

  it('leads to the value as it was known then', async () => {
    const links = [...(await open('/changes?since=2027-09-30')).querySelectorAll('.moved a.plain-link')]
    assert.match(links[0]?.getAttribute('href') ?? '', /\/1\.1\?year=2027&as-known-on=2027-09-30$/)
  })

  it('says plainly that nothing changed', async () => {
    const document = await open('/changes?since=2019-01-01&until=2019-02-01')
    assert.equal(textOf(document.querySelector('.big')), '0')
    assert.match(textOf(document.querySelector('.answer')), /Nothing changed in this span/)
    assert.equal(document.querySelectorAll('main h2').length, 1)
  })

  it('refuses a span that ends before it begins', async () => {
    assert.equal((await read(register, '/changes?since=2027-05-01&until=2027-04-01')).status, 400)
  })
})

describe('a convention’s door', () => {
  it('has who is bound, the plan, who has not reported, what changed and what comes next', async () => {
    const document = await open('/conventions/fictional-treaty')
    assert.equal(textOf(document.querySelector('.big')), '29')
    const part = (id: string) => textOf(document.querySelector(`[aria-labelledby="${id}"]`))
    assert.match(part('plans'), /Fictional Action Plan 2025–2029 .*Values of 2027:/)
    assert.match(part('reporting'), /Reports of the 2027 cycle/)
    assert.match(part('lately'), /4 values moved/)
    assert.match(part('next'), /In the 18 months to come/)
    const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href'))
    assert.ok(links.includes('/treaties/fictional-treaty'))
    assert.ok(links.some((link) => link?.startsWith('/changes?since=2027-10-02&')))
  })

  it('is there only where a plan is held; the treaty’s status says so otherwise', async () => {
    const refused = await read(register, '/conventions/fictional-covenant')
    assert.equal(refused.status, 404)
    assert.match(refused.text, /\/treaties\/fictional-covenant/)
  })
})
