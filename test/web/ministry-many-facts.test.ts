// An actor of which there are hundreds of engagements of one kind: the page of the ministry shows the newest, leads to all, and
// whatever names one of the others leads to where it is shown.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { publicSight } from '../../src/accounts/sight.ts'
import { createApp } from '../../src/web/app.ts'
import type { EngagementShown, MinistryShown } from '../../src/web/data/engagements.ts'
import { stalenessHeld } from '../../src/web/held/staleness.ts'
import { nameStates } from '../../src/web/names.ts'
import { ministryPage } from '../../src/web/pages/ministry.ts'
import type { Site } from '../../src/web/site.ts'
import { pathOfFact } from '../search/fact-path.ts'
import { addStates } from '../search/states.ts'
import { inTestStore } from '../world.ts'
import { fictionalData } from './fictional/world.ts'
import { documentOf, textOf } from './site.ts'

const manyOf = (like: EngagementShown, count: number, own: Partial<EngagementShown>): EngagementShown[] =>
  Array.from({ length: count }, (_, i) => ({
    ...like,
    ...{
      id: `${own.kind}-${i}`,
      title: `Number ${i}`,
      held: `${1960 + i}`,
      fields: [],
      partOf: null,
      alsoCalled: [],
      concerns: [],
    },
    ...own,
  }))

const ministry = async (): Promise<MinistryShown> => {
  const held = (await fictionalData().showMinistry('XAA'))!
  const like = held.engagements.find(({ relation }) => relation === 'own')!
  const lights = { kind: 'lighthouse', kindTitle: 'Lighthouse kept', topic: 'contributions' }
  return {
    ...held,
    engagements: [
      ...held.engagements,
      ...manyOf(like, 60, lights),
      // One of them names an old and a new one.
      {
        ...like,
        id: 'naming',
        title: 'Both',
        fields: [{ name: 'concerns', value: ['lighthouse-1', 'lighthouse-59'], unit: null }],
        concerns: ['lighthouse-1', 'lighthouse-59'],
      },
      // Forty of another kind are not many.
      ...manyOf(like, 40, { ...lights, kind: 'buoy', kindTitle: 'Buoy laid' }),
    ],
    answers: { ...held.answers, chairs: ['lighthouse-2', 'lighthouse-58'], hosts: [] },
  }
}

const appOf = async () => {
  const shown = await ministry()
  return createApp({
    world: 'register',
    banner: null,
    data: { ...fictionalData(), showMinistry: async () => shown },
    today: () => '2027-12-31',
  })
}
const pageAt = async (address: string) => documentOf(await (await (await appOf()).request(address)).text())

describe('a ministry with many facts of a kind', () => {
  it('shows the newest of them, says of how many, and leads to all', async () => {
    const document = await pageAt('/ministries/XAA')
    const shown = (kind: string) => document.querySelectorAll(`.engagements > [id^="fact-${kind}-"]`).length
    assert.deepEqual([shown('lighthouse'), shown('buoy')], [40, 40])
    assert.ok(document.querySelector('#fact-lighthouse-20') !== null)
    assert.equal(document.querySelector('#fact-lighthouse-19'), null)
    const part = document.querySelector('section[aria-labelledby="contributions"]')!
    assert.match(textOf(part), /Lighthouse kept: The newest 40 of 60 are shown\. Show all 60/)
    assert.doesNotMatch(textOf(part), /Buoy laid: The newest/)
    // How many there are is said of all.
    assert.match(textOf(part.querySelector('h2')), /\d{3}$/)
    const link = part.querySelector('a[href^="?facts="]')!.getAttribute('href')!
    assert.equal(link, '?facts=lighthouse#contributions')
    const whole = await pageAt(`/ministries/XAA${link.replace(/#.*/, '')}`)
    assert.equal(whole.querySelectorAll('.engagements > [id^="fact-lighthouse-"]').length, 60)
    assert.equal(whole.querySelector('a[href^="?facts="]'), null)
  })

  it('leads from everything that names a fact to where it is shown', async () => {
    for (const address of ['/ministries/XAA', '/ministries/XAA?facts=lighthouse']) {
      const document = await pageAt(address)
      const hrefs = [...document.querySelectorAll('main a')].map((a) => a.getAttribute('href') ?? '')
      const own = hrefs.filter((href) => href.startsWith('#fact-'))
      for (const href of own) assert.ok(document.querySelector(`[id="${href.slice(1)}"]`) !== null, href)
      const isWhole = address.includes('?')
      for (const i of [1, 2])
        assert.equal(hrefs.includes(`?facts=lighthouse#fact-lighthouse-${i}`), !isWhole, String(i))
      assert.ok(own.includes('#fact-lighthouse-59') && own.includes('#fact-lighthouse-58'))
    }
  })

  it('has all of them in its data, whatever the page shows', async () => {
    const app = await appOf()
    for (const address of ['/ministries/XAA.json', '/ministries/XAA.json?facts=lighthouse']) {
      const json = (await (await app.request(address)).json()) as { engagements: { kind: string }[] }
      assert.equal(json.engagements.filter(({ kind }) => kind === 'lighthouse').length, 60)
      assert.ok(!('whole' in json))
    }
    const csv = await (await app.request('/ministries/XAA.csv')).text()
    assert.equal(csv.match(/lighthouse-\d+/g)!.filter((id, i, all) => all.indexOf(id) === i).length, 60)
  })

  it('calls no State by a name that a language has in what is passed on as it is', async () => {
    const shown = await ministry()
    const states = [
      { ...shown.state, names: [{ language: 'mn', short: 'Аверланд', formal: null }] },
      ...(await fictionalData().listStates()),
    ]
    const site = { language: 'mn', data: { listStates: async () => states } } as unknown as Site
    const { state: renamed } = await nameStates(site, { ...shown, state: states[0]! })
    assert.equal(renamed.name, 'Аверланд')
    assert.deepEqual(await nameStates(site, shown, ministryPage.unnamed), await nameStates(site, shown))
  })

  it('is found by its age where it is shown', () =>
    inTestStore(async (store) => {
      const db = store.world('exercise')
      await addStates(db)
      const add = (count: number) =>
        sql`
        insert into datum (actor_id, datum_id, kind, external_id, known_from, held_edtf, body)
        select 'XAA', gen_random_uuid(), 'contribution', 'c-' || i || '-' || ${count}::integer, '2015-01-01', '2015',
               jsonb_build_object('title', 'Engineers ' || i, 'quantity', i, 'unit', 'persons', 'asOf', '2015')
          from generate_series(1, ${count}::integer) i`.execute(db)
      const paths = async () =>
        (await stalenessHeld(store.seen('exercise', publicSight)).showStaleness('XAA')).figures.map(
          ({ path }) => path,
        )
      await add(40)
      assert.ok((await paths()).includes('/ministries/XAA#fact-c-7-40'))
      await add(1)
      assert.ok((await paths()).includes('/ministries/XAA?facts=contribution#fact-c-7-40'))
    }))

  it('is found by search where it is shown', () => {
    const kinds = {
      contribution: {
        title: 'Contribution',
        time: 'state',
        topic: 'contributions',
        fields: {},
      },
    } as const
    const pathWith = (hasMany: boolean) =>
      pathOfFact({ kind: 'contribution', externalId: 'c-1' }, kinds, hasMany)
    assert.equal(pathWith(true), '/ministries/XAA?facts=contribution#fact-c-1')
    assert.equal(pathWith(false), '/ministries/XAA#fact-c-1')
  })
})
