// The kinds of fact to choose from: in groups, in the order in which whoever chooses works.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saveSetting } from '../../src/db/setting-store.ts'
import { inEnteringWorld, open } from './entering.ts'
import { inSignedInWorld, someone } from './signing.ts'

const groupsOf = (document: Document): [string, string[]][] =>
  [...document.querySelectorAll('select[name=kind] optgroup')].map((group) => [
    group.getAttribute('label')!,
    [...group.querySelectorAll('option')].map((option) => option.getAttribute('value')!),
  ])

describe('the kinds of fact to choose from', () => {
  it('stand in groups, each once; what is worked with one after the other stands in that order', () =>
    inEnteringWorld(async ({ app, data }) => {
      const groups = groupsOf((await open(app, '/enter/facts/new')).document)
      assert.match(groups[0]![0], /^What was promised/)
      const [, carrying] = groups.find(([label]) => label.startsWith('How it is carried out'))!
      assert.deepEqual(carrying.slice(0, 3), ['national-plan', 'plan-action', 'step'])
      const all = groups.flatMap(([, kinds]) => kinds)
      assert.deepEqual(all.toSorted(), Object.keys(await data.enter.listFactKinds()).toSorted())
    }))

  it('begin with how it is carried out for a focal point whose State has made a pledge', () => {
    const focal = someone('focal', 'focal-point', 'XAA')
    const other = someone('other', 'focal-point', 'XAB')
    return inSignedInWorld([focal, other], async ({ as, db }) => {
      await saveSetting(db, 'parties:ihl-pledge-mongolia', 'XAA xaa-society')
      const first = async (who: typeof focal) =>
        groupsOf((await as(who).open('/enter/facts/new')).document)[0]![0]
      assert.match(await first(focal), /^How it is carried out/)
      assert.match(await first(other), /^What was promised/)
    })
  })

  it('ask for the days of what lasts first, and for one date of what happens', () =>
    inEnteringWorld(async ({ app }) => {
      const folded = async (kind: string) =>
        [
          ...(await open(app, `/enter/facts/new?actor=XAA&kind=${kind}`)).document.querySelectorAll(
            'details input[type=text]',
          ),
        ].map((input) => input.getAttribute('name'))
      assert.deepEqual(await folded('working-body'), ['date'])
      assert.deepEqual(await folded('retained-mines'), ['from', 'until'])
      assert.deepEqual(await folded('meeting-decision'), [])
    }))
})
