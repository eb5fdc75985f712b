import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { createApp } from '../../src/web/app.ts'
import { searchSchema } from '../../src/web/schemas/search.ts'
import { facts } from './fictional/facts.ts'
import { fictionalSearch } from './fictional/search.ts'
import { hostileName } from './fictional/states.ts'
import { fictionalData } from './fictional/world.ts'
import { bothWorlds, documentOf, exerciseApp, parseErrors, read, registerApp, textOf } from './site.ts'

const register = registerApp()
const pageOf = async (address: string) => documentOf((await read(register, address)).text)
const linksOf = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href') ?? '')

describe('the search box', () => {
  it('stands in the masthead of every page, once, with a name for those who do not see it', async () => {
    for (const address of ['/', '/states', '/states/XAA', '/cohorts', '/nowhere']) {
      const document = await pageOf(address)
      const boxes = [...document.querySelectorAll('form.search-box')]
      assert.equal(boxes.length, 1, address)
      const [box] = boxes
      assert.equal(box!.getAttribute('role'), 'search')
      assert.equal(box!.getAttribute('action'), '/search')
      assert.equal(box!.closest('header')?.className, 'masthead')
      const input = box!.querySelector('input')!
      assert.ok(textOf(document.querySelector(`label[for="${input.id}"]`)).length > 0)
    }
  })
  it('asks the world and the language it stands in', async () => {
    const { text } = await read(bothWorlds(), '/mn/exercise/states')
    assert.equal(
      documentOf(text).querySelector('form.search-box')?.getAttribute('action'),
      '/mn/exercise/search',
    )
  })
  it('stands at the top of the results with what was typed', async () => {
    const document = await pageOf('/search?q=aver')
    assert.equal(document.querySelectorAll('form.search-box').length, 1)
    assert.equal(document.querySelector('main form.search-box input')?.getAttribute('value'), 'aver')
  })
})

describe('the page of results', () => {
  it('says how many there are, shows them by kind, and marks what matched', async () => {
    const document = await pageOf('/search?q=aver')
    assert.match(textOf(document.querySelector('main .lead')), /^\d+ results? for “aver”$/)
    assert.equal(textOf(document.querySelector('#results-state')).startsWith('States'), true)
    const first = document.querySelector('.hit a')!
    assert.equal(first.getAttribute('href'), '/states/XAA')
    assert.equal(textOf(first.querySelector('mark')), 'Averland')
  })
  it('shows the name that was typed where it is another one, in its language', async () => {
    for (const [q, language, direction] of [
      ['阿弗兰', 'zh', 'ltr'],
      ['افرلاند', 'ar', 'rtl'],
      ['авөрланд', 'mn', 'ltr'],
    ]) {
      const document = await pageOf(`/search?q=${encodeURIComponent(q!)}`)
      const excerpt = document.querySelector('.hit .excerpt')!
      assert.equal(excerpt.getAttribute('lang'), language)
      assert.equal(excerpt.getAttribute('dir'), direction)
      assert.equal(document.querySelector('.hit a')?.getAttribute('href'), '/states/XAA')
    }
  })
  it('calls a State as the page’s language does, and shows the other name that was typed', async () => {
    const hitOf = async (q: string) => {
      const { text } = await read(bothWorlds(), `/mn/search?q=${encodeURIComponent(q)}`)
      return documentOf(text).querySelector('.hit')!
    }
    const english = await hitOf('averland')
    assert.equal(textOf(english.querySelector('a')), 'Авөрланд')
    assert.equal(textOf(english.querySelector('.excerpt[lang=en] mark')), 'Averland')
    const own = await hitOf('авөрланд')
    assert.equal(textOf(own.querySelector('a mark')), 'Авөрланд')
    assert.equal(own.querySelector('.excerpt'), null)
  })
  it('leads from the words of a quotation to the fact on the State sheet', async () => {
    const fact = facts.find((one) => one.quotation !== null)!
    const words = fact.quotation!.split(' ').slice(0, 4).join(' ')
    const [href] = linksOf(await pageOf(`/search?q=${encodeURIComponent(words)}&kind=fact`), '.hit a')
    assert.equal(href, `/states/XAA#fact-${fact.id}`)
    assert.ok((await pageOf('/states/XAA')).getElementById(`fact-${fact.id}`) !== null)
  })
  it('links only to pages and places that are there', async () => {
    for (const q of ['aver', 'percentage', 'state parties', '1.1']) {
      for (const href of linksOf(await pageOf(`/search?q=${encodeURIComponent(q)}`), 'main a')) {
        const [path = '', anchor] = href.split('#')
        const { status, text } = await read(register, path)
        assert.equal(status, 200, href)
        if (anchor !== undefined)
          assert.ok(documentOf(text).getElementById(decodeURIComponent(anchor)) !== null, href)
      }
    }
  })
  it('shows one kind alone, page by page, at addresses that stay', async () => {
    const all = await pageOf('/search?q=republic')
    const more = linksOf(all, '.results .more a')[0]!
    assert.equal(more, '/search?q=republic&kind=state')
    const first = await pageOf(more)
    assert.equal(first.querySelectorAll('.hit').length, 20)
    const next = linksOf(first, '.result-pages a[rel=next]')[0]!
    assert.equal(next, '/search?q=republic&kind=state&page=2')
    const second = await pageOf(next)
    assert.equal(second.querySelector('.results ol')?.getAttribute('start'), '21')
    assert.deepEqual(linksOf(second, '.result-pages a[rel=prev]'), ['/search?q=republic&kind=state'])
    const seen = [...linksOf(first, '.hit a'), ...linksOf(second, '.hit a')]
    assert.equal(new Set(seen).size, 36)
  })
  it('explains what can be found where nothing was asked', async () => {
    for (const address of ['/search', '/search?q=', '/search?q=%20%20']) {
      const document = await pageOf(address)
      assert.equal(textOf(document.querySelector('h2')), 'What can be found', address)
    }
  })
  it('says that nothing was found, and that this is no statement about the world', async () => {
    const document = await pageOf('/search?q=qqqqqqqq')
    assert.match(textOf(document.querySelector('main')), /nothing about what exists/)
  })
  it('says how much was read while the rest is being read, and nothing of what is held elsewhere', async () => {
    const reading = { facts: { read: 12_000, all: 100_993 }, reports: { read: 0, all: 124 } }
    const app = createApp({
      world: 'register',
      banner: null,
      data: {
        ...fictionalData(),
        search: async (asked) => ({ ...(await fictionalSearch().search(asked)), isBehind: true, reading }),
      },
      today: () => '2027-12-31',
    })
    const some = documentOf(await (await app.request('/search?q=aver&kind=state')).text())
    assert.match(
      textOf(some.querySelector('.notice')),
      /12,000 of 100,993 facts and the answers of 0 of 124 reports have been read/,
    )
    assert.deepEqual(linksOf(some, '.notice a'), ['/search?q=aver&kind=state'])
    assert.ok(some.querySelector('.hit') !== null)
    const none = documentOf(await (await app.request('/search?q=qqqqqq')).text())
    assert.match(
      textOf(none.querySelector('main .lead')),
      /^Nothing is found for “qqqqqq” in what has been read so far$/,
    )
    assert.doesNotMatch(textOf(none.querySelector('main')), /Nothing public that is held here/)
    const json: unknown = await (await app.request('/search.json?q=aver')).json()
    assert.deepEqual(searchSchema.parse(json).reading, reading)
  })
  it('says so where a word was taken for its neighbour, and proposes another where there is none', async () => {
    assert.match(
      textOf(await (await pageOf('/search?q=avrland')).querySelector('.notice')),
      /spelled nearly so/,
    )
    const document = await pageOf('/search?q=averlandddd')
    assert.deepEqual(linksOf(document, '.lead a'), ['/search?q=Averland'])
  })
  it('offers examples that find something in the world they are offered in', async () => {
    const examples = linksOf(await pageOf('/search'), '.answers a')
    assert.equal(examples.includes('/search?q=XAA'), true)
    assert.equal(examples.includes('/search?q=MNG'), false)
  })
  it('escapes what was typed and what is found', async () => {
    const { text } = await read(
      register,
      `/search?q=${encodeURIComponent('<script>alert(1)</script> alert Sons')}`,
    )
    assert.equal(text.includes('<script'), false)
    const document = await pageOf(`/search?q=${encodeURIComponent(hostileName)}`)
    assert.equal(textOf(document.querySelector('.hit a')), hostileName)
    assert.equal(document.querySelectorAll('script').length, 0)
  })
  it('takes no sign that means something inside this program', async () => {
    for (const world of [register, bothWorlds()]) {
      const { text } = await read(
        world,
        `${world === register ? '' : '/ar'}/search?q=${encodeURIComponent('aver\uE000land\uE001\u0000')}`,
      )
      assert.deepEqual(parseErrors(text), [])
      assert.equal(/[\uE000\uE001\0]/.test(text), false)
    }
  })
  it('refuses in words what it cannot be asked', async () => {
    for (const asked of [
      `q=${'a'.repeat(201)}`,
      'q=aver&page=2',
      'q=aver&kind=wish',
      'q=aver&kind=state&page=0',
    ])
      assert.equal((await read(register, `/search?${asked}`)).status, 400, asked)
    assert.equal((await read(register, '/search?q=aver&kind=state&page=99')).status, 404)
  })
})

describe('the data twins of a search', () => {
  it('have the described shape, asked or not', async () => {
    for (const asked of ['', '?q=aver', '?q=percentage&kind=indicator', '?q=qqqqqqqq']) {
      const { status, text } = await read(register, `/search.json${asked}`)
      assert.equal(status, 200)
      const data = JSON.parse(text)
      assert.deepEqual(searchSchema.strict().parse(data), data)
    }
  })
  it('say the same as the page, and which world it is', async () => {
    const { text } = await read(exerciseApp(), '/search.csv?q=aver')
    const rows: Record<string, string>[] = parse(text, { columns: true })
    assert.ok(rows.every((row) => row.world === 'exercise' && row.query === 'aver'))
    assert.deepEqual([rows[0]!.kind, rows[0]!.id, rows[0]!.path], ['state', 'XAA', '/states/XAA'])
  })
})
