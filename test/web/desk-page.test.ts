// The page of a focal point: its answer, its parts, its twins; over the fictional world and over what is really held.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inTestWorld } from '../world.ts'
import { deskData } from './desk.ts'
import { addStates, post } from './entering.ts'
import { inSignedInWorld, someone } from './signing.ts'
import { bothWorlds, documentOf, read, registerApp, textOf } from './site.ts'

const app = bothWorlds()
const pageOf = async (address: string) => documentOf((await read(app, address)).text)
const countOf = (document: Document, part: string): number =>
  Number(textOf(document.querySelector(`#${part} .num`)))

describe('the page of a focal point', () => {
  it('answers first, in a sentence, with the counts that its parts have', async () => {
    const document = await pageOf('/desk/XAA')
    const said = textOf(document.querySelector('.lead'))
    const data = JSON.parse((await read(app, '/desk/XAA.json')).text)
    const { next, ahead, overdue, stale } = data.counted
    assert.match(
      said,
      new RegExp(`^${next} things? (is|are) due in the next 30 days, ${ahead} within twelve`),
    )
    assert.match(
      said,
      new RegExp(
        `${overdue} (is|are) overdue, ${stale} figures? (or|and) statements? of the present (is|are) past`,
      ),
    )
    assert.deepEqual(
      ['overdue', 'due', 'stale', 'gaps', 'news'].map((part) => countOf(document, part)),
      [overdue, ahead, stale, data.counted.gaps, data.counted.news],
    )
  })

  it('has a row in its table for each thing in its data', async () => {
    const data = JSON.parse((await read(app, '/desk/XAA.json')).text)
    const rows = (await read(app, '/desk/XAA.csv')).text.trim().split('\n').slice(1)
    const { counted } = data
    const { overdue, ahead, stale, gaps, waiting, news } = counted
    assert.equal(rows.length, overdue + ahead + counted.beside + stale + gaps + waiting + news)
  })

  it('leads from a day of the sheet to what is due on it, and names each place once', async () => {
    const document = await pageOf('/desk/XAA?month=2028-01')
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
    for (const link of document.querySelectorAll('.month-sheet td a')) {
      const place = link.getAttribute('href')!.slice(1)
      assert.ok(ids.includes(place), place)
    }
  })

  it('says on each day of the sheet in words how much is due on it, and below a sheet what the numbers of a narrow one count', async () => {
    const document = await pageOf('/desk/XAA?month=2028-04')
    const [april] = [...document.querySelectorAll('.sheet')]
    const day = april?.querySelector('td a[href="#day-2028-04-30"]')
    assert.equal(textOf(day?.querySelector('.sheet-words') ?? null), '1 due')
    assert.equal(textOf(day?.querySelector('.sheet-number') ?? null), '1')
    assert.match(textOf(april?.querySelector('.sheet-legend') ?? null), /^The number under a day: how many/)
    const [, may] = [...document.querySelectorAll('.sheet')]
    assert.equal(may?.querySelector('td a, .sheet-legend'), null)
  })

  it('counts in its months what is done or missed there too, and what lies further ahead, and lists it', async () => {
    const data = JSON.parse((await read(app, '/desk/XAA.json?month=2027-03')).text)
    const dues = data.beside.map(({ due }: { due: string }) => due)
    assert.ok(dues.length > 0)
    for (const due of dues) assert.match(due, /^2027(-0[345](-..)?)?$/)
    const document = await pageOf('/desk/XAA?month=2027-03')
    assert.equal(countOf(document, 'beside'), dues.length)
    const listed = [...data.overdue, ...data.ahead].map(({ key }: { key: string }) => key)
    for (const { key } of data.beside) assert.ok(!listed.includes(key), key)
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    for (const link of document.querySelectorAll('.month-row a[href^="#"]'))
      assert.ok(ids.includes(link.getAttribute('href')!.slice(1)), link.outerHTML)
  })

  it('asks for nothing more where what was due is done', async () => {
    const document = await pageOf('/desk/XAA?month=2027-03')
    const done = [...document.querySelectorAll('.desk-due tbody tr')].filter((row) =>
      /\bmet\b/.test(textOf(row.querySelector('.state'))),
    )
    assert.ok(done.length > 0)
    for (const row of done) assert.equal(row.querySelector('a.write'), null)
  })

  it('says of each part that is empty what would stand there', async () => {
    const document = await pageOf('/desk/XBI')
    const words = textOf(document.querySelector('main'))
    assert.match(words, /Nothing is\. What is past its day stands here only where/)
    assert.match(words, /No figure that says “as of” a date is held/)
  })

  it('of an actor named behind the question mark leads on to the page of that actor', async () => {
    const document = await pageOf('/desk?actor=XAA')
    const links = [...document.querySelectorAll('a[href], link[href]')].map(
      (one) => one.getAttribute('href')!,
    )
    const own = links.filter((link) => /^\/(exercise\/)?desk([/.?]|$)/.test(link))
    assert.ok(own.some((link) => /\/desk\/XAA\.ics$/.test(link)))
    assert.ok(own.some((link) => /\/desk\/XAA\?month=/.test(link)))
    assert.deepEqual(
      own.filter((link) => /desk\.ics|desk\?month/.test(link)),
      [],
    )
  })

  it('is refused for an actor nobody holds, and a month that is none', async () => {
    assert.equal((await read(app, '/desk/NOPE')).status, 404)
    assert.equal((await read(app, '/desk/XAA?month=2028-13')).status, 400)
  })

  it('leads from what is due to the form that fulfils it, with what it serves', async () => {
    const links = [...(await pageOf('/desk/XAA')).querySelectorAll('#due ~ table a.write, section a.write')]
    const addresses = links.map((one) => one.getAttribute('href') ?? '')
    assert.ok(
      addresses.some((link) => /\/enter\/facts\/new\?actor=XAA&kind=\w[\w-]*&body\.\w+=/.test(link)),
      addresses.join('\n'),
    )
    assert.ok(addresses.some((link) => link.startsWith('/enter/reports/new?actor=XAA&obligation=')))
  })

  it('remembers whom the single desk chose, without a script', () =>
    inTestWorld(async (db) => {
      await addStates(db)
      const own = registerApp({ world: 'exercise', data: deskData(db, 'exercise') })
      const choose = documentOf((await read(own, '/desk')).text).querySelector('form.ask')!
      assert.equal(choose.getAttribute('method'), 'post')
      assert.equal((await post(own, '/desk', { actor: 'NOPE' })).status, 404)
      const sent = await post(own, '/desk', { actor: 'XAB' })
      assert.deepEqual([sent.status, sent.location], [303, '/exercise/desk'])
      const document = documentOf((await read(own, '/desk')).text)
      assert.equal(textOf(document.querySelector('h1')), 'Belmora')
      assert.match(
        textOf(document.querySelector('main')),
        /Nothing with a date lies ahead\. A duty of a treaty/,
      )
    }, 'exercise'))
})

describe('whose page it is', () => {
  const focal = someone('focal', 'focal-point', 'XAA')
  const other = someone('other', 'focal-point', 'XAB')
  const admin = someone('admin', 'administrator', null)

  it('follows from the roles of whoever has signed in, and anybody may read that of an actor', () =>
    inSignedInWorld([focal, other, admin], async ({ as }) => {
      const own = await as(focal).open('/desk')
      assert.equal(textOf(own.document.querySelector('h1')), 'Averland')
      assert.equal(textOf(own.document.querySelector('.main-nav li')), 'Your page')
      assert.equal(own.document.querySelector('a[href^="/enter/facts/new"]') === null, false)
      const theirs = await as(other).open('/desk/XAA')
      assert.equal(theirs.status, 200)
      assert.equal(theirs.document.querySelector('main a[href^="/enter/facts/new"]'), null)
      const none = await as(admin).open('/desk')
      assert.match(textOf(none.document.querySelector('.lead')), /No role here makes you answer/)
      const publicly = await as({ as: 'public' }).open('/desk/XAA')
      assert.equal(publicly.status, 200)
      assert.match(textOf(publicly.document.querySelector('main')), /seen by whoever has signed in/)
      assert.equal(textOf(publicly.document.querySelector('.main-nav li')), 'Plans')
      assert.equal((await as({ as: 'public' }).open('/desk.ics')).status, 404)
    }))

  it('is kept by the single desk alone', () =>
    inSignedInWorld([focal], async ({ as }) => {
      assert.equal((await as(focal).send('/desk', { actor: 'XAB' })).status, 403)
      assert.equal((await as({ as: 'public' }).send('/desk', { actor: 'XAB' })).status, 401)
    }))
})
