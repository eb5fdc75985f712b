// Of whom somebody enters something: forms list those one may write for, and refuse the others before anything is typed.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inSignedInWorld, someone } from '../signing.ts'
import { documentOf, exerciseApp, textOf } from '../site.ts'

const focal = someone('focal', 'focal-point', 'XAA')
const society = someone('society', 'contributor', 'xaa-society')
const coder = someone('coder', 'coder', 'treaty:mine-ban')
const approver = someone('approver', 'approver', 'XAA')

const listed = (document: Document): string[] =>
  [...document.querySelectorAll('select[name=actor] option')].map((one) => one.getAttribute('value') ?? '')

describe('a form', () => {
  it('lists those one may write for; where it is one, it is chosen', () =>
    inSignedInWorld([focal, society, coder, approver], async ({ as }) => {
      const facts = '/enter/facts/new'
      const reports = '/enter/reports/new'
      assert.deepEqual(listed((await as(focal).open(facts)).document), ['XAA'])
      assert.deepEqual(listed((await as(focal).open(reports)).document), ['XAA'])
      assert.deepEqual(listed((await as(society).open(facts)).document), ['xaa-society'])
      assert.deepEqual(listed((await as(coder).open(reports)).document), ['', 'XAA', 'XAB'])
      // Nobody at all is said, in place of a list of nobody.
      for (const [person, path] of [
        [society, reports],
        [coder, facts],
        [approver, facts],
      ] as const) {
        const { document, status } = await as(person).open(path)
        assert.equal(status, 200)
        assert.equal(document.querySelector('form.entry'), null)
        assert.match(textOf(document.querySelector('main')), /There is (nobody|no State) whose/)
      }
      const doors = async (person: typeof focal) =>
        [...(await as(person).open('/enter')).document.querySelectorAll('.enter-doors h2')].map(textOf)
      assert.deepEqual(await doors(focal), [
        'Enter a report',
        'Enter a fact',
        'Bring a table that others keep',
        'Declare the records of a period complete',
      ])
      assert.deepEqual(await doors(coder), ['Enter a report'])
    }))

  it('refuses another’s actor at once, in words, for pages and for programs', () =>
    inSignedInWorld([focal, society, coder], async ({ as, app }) => {
      const said = 'It takes the role focal point or contributor of Belmora'
      for (const [address, words] of [
        ['/enter/facts/new?actor=XAB&kind=commitment', `${said}.`],
        ['/enter/facts/new?actor=XAB', `${said}.`],
        ['/enter/reports/new?actor=XAB', `${said}, or coder of the secretariat`],
        ['/enter/reports/new?actor=XAB&obligation=article-7&coversYear=2026', `${said}, or coder of`],
      ] as const) {
        const { status, document } = await as(focal).open(address)
        assert.equal(status, 403, address)
        const lead = textOf(document.querySelector('.lead'))
        assert.ok(lead.startsWith(words), `${address}: ${lead}`)
        assert.doesNotMatch(lead, /XAB|focal-point|treaty:/)
      }
      // A promise that names one as its party is not one's own by that.
      const theirs = { actor: 'XAA', kind: 'commitment', 'body.parties': 'XAA; xaa-society', step: 'keep' }
      assert.equal((await as(society).send('/enter/facts/new', theirs)).status, 403)
      const json = await app.request('http://localhost:3000/enter/facts/new', {
        method: 'POST',
        headers: {
          ...{ host: 'localhost:3000', 'x-person': 'focal', 'content-type': 'application/json' },
          ...{ 'sec-fetch-site': 'same-origin', accept: 'application/json' },
        },
        body: JSON.stringify({ actor: 'XAB', kind: 'commitment', body: { title: 'A plan' } }),
      })
      assert.equal(json.status, 403)
      const { detail, needs } = await json.json()
      assert.equal(detail, `${said}.`)
      assert.deepEqual(needs.ways, [{ roles: ['focal-point', 'contributor'], owners: ['XAB'] }])
    }))

  it('offers the reports that its reader fills in: a committee’s own to those who keep the treaty', () =>
    inSignedInWorld([focal, coder], async ({ as }) => {
      const offered = async (person: typeof focal) =>
        [
          ...(await as(person).open('/enter/reports/new')).document.querySelectorAll(
            'input[name=obligation]',
          ),
        ].map((one) => one.getAttribute('value'))
      assert.deepEqual(await offered(focal), ['cluster-munitions-article-7', 'article-7'])
      assert.deepEqual(await offered(coder), ['article-7', 'committee-analysis'])
      const analysis = { actor: 'XAA', obligation: 'committee-analysis', coversYear: '2026', startedFrom: '' }
      assert.equal((await as(focal).send('/enter/reports/new', analysis)).status, 403)
      assert.equal((await as(coder).send('/enter/reports/new', analysis)).status, 303)
    }))

  it('leads back to the page that somebody came from, on this site alone', () =>
    inSignedInWorld([focal], async ({ app }) => {
      const back = async (referer: string) => {
        const address = 'http://localhost:3000/enter/facts/new?actor=XAB'
        const response = await app.request(address, {
          headers: { host: 'localhost:3000', 'x-person': 'focal', referer },
        })
        const links = [...documentOf(await response.text()).querySelectorAll('main a')]
        return links.find((one) => /came from/.test(textOf(one)))?.getAttribute('href')
      }
      assert.equal(await back('http://localhost:3000/states/XAB?year=2026'), '/states/XAB?year=2026')
      assert.equal(await back('https://elsewhere.example/states/XAB'), undefined)
      assert.equal(await back('http://localhost:3000/enter/facts/new?actor=XAB'), undefined)
      // An address of ours that, as a link, would be one of somebody else's.
      assert.equal(await back('http://localhost:3000//elsewhere.example/states/XAB'), undefined)
    }))

  it('lists all of them at the desk, before anybody administrates', async () => {
    const response = await exerciseApp().request('/enter/facts/new')
    assert.ok(listed(documentOf(await response.text())).length > 3)
  })
})
