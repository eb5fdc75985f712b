// The ways on from the pages of how a promise is carried out: for each of those who promised, filled in with what is known.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saveSetting } from '../../src/db/setting-store.ts'
import { recordFact } from '../../src/facts/enter-fact.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { words } from './approval-cast.ts'
import { inSignedInWorld, type SignedInSite, someone } from './signing.ts'

const pledge = 'ihl-pledge-mongolia'
const focal = someone('focal', 'focal-point', 'XAA')
const society = someone('society', 'focal-point', 'xaa-society')
const base = someone('both', 'focal-point', 'XAA')
const both = {
  ...base,
  grants: [...base.grants, { ...society.grants[0]!, grantId: 'grant-second' }],
}
const stranger = someone('stranger', 'focal-point', 'XAB')
const written = { actor: 'XAA', known_from: '2027-03-10', 'source.title': 'Letter' }

const inPledge = (work: (site: SignedInSite) => Promise<void>) =>
  inSignedInWorld([focal, society, both, stranger], async (site) => {
    await saveSetting(site.db, `parties:${pledge}`, 'XAA xaa-society')
    const facts: Record<string, string>[] = [
      {
        ...{ id: 'group', kind: 'working-body', 'body.title': 'Working group', 'body.form': 'working-group' },
        ...{ 'body.instrument': pledge, 'body.carriesOut': `${pledge}/2; ${pledge}/3` },
      },
      {
        ...{ id: 'met', kind: 'working-group-meeting', 'body.body': 'group', 'body.heldOn': '2027-03-10' },
        'body.topic': 'The manual and who prints it',
      },
      {
        id: 'dec',
        kind: 'meeting-decision',
        date: '2027-03-10',
        'body.meeting': 'met',
        'body.text': 'Print it.',
      },
      {
        ...{ id: 't1', kind: 'task', 'body.title': 'Printing', 'body.decision': 'dec', 'body.owner': 'XAA' },
        'body.due': '2027-06-01',
      },
    ]
    for (const fact of facts)
      assert.deepEqual(
        await recordFact(
          site.db,
          { ...written, ...fact },
          { kinds: readShippedKinds(), entered: false, agent: 'test' },
        ),
        [],
        JSON.stringify(fact),
      )
    await work(site)
  })

/** The links to forms of a kind on a page: whose, and what they fill in. */
const linksTo = (document: Document, kind: string) =>
  [...document.querySelectorAll('main a.write')].flatMap((link) => {
    const asked = new URL(link.getAttribute('href')!, 'http://here').searchParams
    if (asked.get('kind') !== kind) return []
    const { actor, kind: _, ...fields } = Object.fromEntries(asked)
    return [{ words: link.textContent, actor, fields }]
  })

describe('the ways on from how a promise is carried out', () => {
  const overview = `/plans/${pledge}/implementation`

  it('are for each of those who promised, by name where one writes for several', () =>
    inPledge(async ({ as }) => {
      const event = async (who: typeof focal) =>
        linksTo((await as(who).open(overview)).document, 'dissemination-event')
      assert.deepEqual(
        (await event(both)).map((link) => [link.words, link.actor]),
        [
          ['Write down an event: Averland', 'XAA'],
          ['Write down an event: Averland National Society', 'xaa-society'],
        ],
      )
      assert.deepEqual(
        (await event(society)).map((link) => [link.words, link.actor]),
        [['Write down an event', 'xaa-society']],
      )
      assert.deepEqual(await event(stranger), [])
    }))

  it('lead from a body to its meeting with the body and what it serves, on both pages', () =>
    inPledge(async ({ as }) => {
      const fields = { 'body.body': 'group', 'body.serves': `${pledge}/2; ${pledge}/3` }
      for (const address of [overview, '/implementation/group']) {
        const { document } = await as(society).open(address)
        const found = linksTo(document, 'working-group-meeting')
        assert.deepEqual(
          found.map((link) => [link.actor, link.fields]),
          [['xaa-society', fields]],
          address,
        )
        const href = [...document.querySelectorAll('a.write')]
          .map((link) => link.getAttribute('href')!)
          .find((one) => one.includes('working-group-meeting'))!
        const form = await as(society).open(href)
        assert.equal(form.fields['body.body'], 'group')
        assert.equal(form.fields['body.serves.0'], `${pledge}/2`)
      }
    }))

  it('lead from a meeting to its decision and from that to a task, for either party', () =>
    inPledge(async ({ as }) => {
      const { document } = await as(society).open('/implementation/met')
      assert.match(words(document), /The manual and who prints it/)
      assert.deepEqual(
        linksTo(document, 'meeting-decision').map((one) => one.fields),
        [{ 'body.meeting': 'met' }],
      )
      assert.deepEqual(
        linksTo(document, 'task').map((one) => [one.actor, one.fields]),
        [['xaa-society', { 'body.decision': 'dec' }]],
      )
    }))

  it('say of a task past its day that it is, on its own page and in its data', () =>
    inPledge(async ({ as }) => {
      const { document } = await as(focal).open('/implementation/t1')
      assert.match(words(document), /past its day.*by 1 Jun 2027/)
      const twin = JSON.parse((await as(focal).open('/implementation/t1.json')).text)
      assert.equal(twin.stands.standing, 'past-its-day')
      assert.deepEqual(twin.parties, ['XAA', 'xaa-society'])
    }))
})
