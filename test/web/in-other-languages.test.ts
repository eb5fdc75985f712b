import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nameStates } from '../../src/web/names.ts'
import type { Site } from '../../src/web/site.ts'
import { plan } from './fictional/plan.ts'
import { states } from './fictional/states.ts'
import { bothWorlds, documentOf, read, textOf } from './site.ts'

const siteIn = (language: string) =>
  ({ language, data: { listStates: async () => states } }) as unknown as Site

describe('the States on a page', () => {
  it('have the names of its language, where they are held', async () => {
    const given = {
      members: [
        { actor: 'XAA', name: 'Averland', reason: 'Averland has reported' },
        { actor: 'XAB', name: 'Belmora', reason: '' },
      ],
      report: { actor: 'XAA', actorName: 'Averland', name: 'XAA:article-7:2025:1' },
      event: { names: ['Averland', 'An observer'] },
    }
    assert.deepEqual(await nameStates(siteIn('mn'), given), {
      members: [
        { actor: 'XAA', name: 'Авөрланд', reason: 'Averland has reported' },
        { actor: 'XAB', name: 'Belmora', reason: '' },
      ],
      report: { actor: 'XAA', actorName: 'Авөрланд', name: 'XAA:article-7:2025:1' },
      event: { names: ['Авөрланд', 'An observer'] },
    })
    assert.equal(await nameStates(siteIn('en'), given), given)
  })

  it('keep what is no name, and what is not written down as data', async () => {
    const places = new Map([['a', 1]])
    const given = { year: 2025, none: null, places, list: ['XAA'], actor: 'XZZ', name: 'Nobody' }
    assert.deepEqual(await nameStates(siteIn('mn'), given), given)
  })

  it('are called so on its pages, and stand in the order of those names', async () => {
    const world = bothWorlds()
    const heading = async (address: string) =>
      textOf(documentOf((await read(world, address)).text).querySelector('h1'))
    assert.equal(await heading('/mn/states/XAA'), 'Авөрланд')
    assert.equal(await heading('/ar/states/XAA'), 'أفرلاند')
    assert.equal(await heading('/mn/states/XAB'), 'Belmora')
    const { text } = await read(world, `/mn/plans/${plan.id}/1.2?year=2027`)
    assert.match(text, /title="Авөрланд: /)
    assert.doesNotMatch(text, />Averland</)
  })

  it('keep one name in data, whatever the language of the page', async () => {
    const world = bothWorlds()
    for (const address of ['/states/XAA.json', `/plans/${plan.id}/1.2.csv?year=2027`])
      assert.equal((await read(world, `/mn${address}`)).text, (await read(world, address)).text, address)
  })
})

describe('an answer that a page has no words for in its language', () => {
  const inOneRun = (place: Element | null) =>
    [...(place?.childNodes ?? [])].filter((node) => textOf(node as Element) !== '').length === 1 &&
    place?.firstElementChild?.matches('span[lang=en][dir=ltr]') === true

  it('is one English run from right to left too: the lead of the desk, the answers of a ministry', async () => {
    const world = bothWorlds()
    const desk = documentOf((await read(world, '/ar/desk/XAA')).text).querySelector('.lead')
    assert.match(textOf(desk), / due in the next 30 days, \d+ within twelve months, /)
    assert.ok(inOneRun(desk), String(desk?.innerHTML))
    const page = documentOf((await read(world, '/ar/ministries/XAA')).text)
    const answers = [...page.querySelectorAll('.register-answers dd')]
    assert.match(textOf(answers[3]!), /; others made 1 towards it$/)
    for (const at of [0, 2, 3, 4, 5]) assert.ok(inOneRun(answers[at]!), answers[at]!.innerHTML)
    const figures = [...answers[6]!.querySelectorAll('li')]
    assert.ok(figures.length > 0)
    for (const figure of figures) assert.ok(inOneRun(figure), figure.innerHTML)
    for (const searched of page.querySelectorAll('details.searched')) {
      const entries = [...searched.querySelectorAll('li')]
      assert.ok(entries.length > 0, searched.innerHTML)
      for (const entry of entries) assert.ok(inOneRun(entry), searched.innerHTML)
    }
  })
})

describe('the exercise', () => {
  it('says in the language of the page that everything is fictional, and in data as the world says it', async () => {
    const world = bothWorlds()
    const banner = async (address: string) =>
      textOf(documentOf((await read(world, address)).text).querySelector('.banner'))
    assert.equal(
      await banner('/mn/exercise'),
      'Дадлага: энэ хуудсан дахь улс, тайлан, тоон үзүүлэлт бүгд зохиомол.',
    )
    assert.equal(
      await banner('/exercise'),
      'Exercise: every State, report and figure on this page is fictional.',
    )
  })
})

describe('a refusal on a page', () => {
  it('has its title in the language of the page; what is said of the case in English says so', async () => {
    const { text } = await read(bothWorlds(), '/mn/states/NOPE')
    const document = documentOf(text)
    assert.equal(textOf(document.querySelector('h1')), 'Ийм нэртэй зүйл энд алга')
    assert.equal(document.querySelector('.lead bdi')?.getAttribute('lang'), 'en')
  })

  it('is in one language where the page itself refuses', async () => {
    const document = documentOf((await read(bothWorlds(), '/mn/states?who=me')).text)
    assert.equal(textOf(document.querySelector('.lead')), 'Хаягт ойлгогдохгүй зүйл асуусан байна.')
    assert.equal(document.querySelector('.lead bdi'), null)
  })
})
