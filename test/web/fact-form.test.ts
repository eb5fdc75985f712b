// The form of a fact keeps what it was given, and Enter in a field asks for it to be checked.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importFacts } from '../../src/facts/import.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { host, inEnteringWorld } from './entering.ts'
import { documentOf } from './site.ts'

const row = (
  kind: string,
  id: string,
  body: Record<string, unknown>,
  more: Record<string, unknown> = {},
) => ({
  ...{ id, kind, actor: 'XAA', known_from: '2027-01-01', source: { title: 'Minutes' }, body },
  ...more,
})
const group = { title: 'Group', form: 'group', instrument: 'ihl-pledge-mongolia' }

describe('the form of a correction', () => {
  it('keeps a name given by a later version of what is named', () =>
    inEnteringWorld(async ({ app, db }) => {
      const rows = [
        row('working-body', 'gr', group),
        row('working-body', 'gr2', { ...group, note: 'A slip.' }, { supersedes: 'gr' }),
        row('working-group-meeting', 'entered-m', { body: 'gr2', heldOn: '2026-12-01' }),
      ]
      await importFacts(
        db,
        { name: 'facts.json', bytes: new TextEncoder().encode(JSON.stringify(rows)) },
        { kinds: readShippedKinds() },
      )
      const asked = new URLSearchParams({
        ...{ actor: 'XAA', kind: 'working-group-meeting', supersedes: 'entered-m' },
      })
      const response = await app.request(`http://${host}/enter/facts/new?${asked}`, { headers: { host } })
      const document = documentOf(await response.text())
      const chosen = document.querySelector('[name="body.body"] option[selected]')
      assert.equal(chosen?.getAttribute('value'), 'gr2')
      const first = document.querySelector('form.entry [type="submit"]')
      assert.deepEqual([first?.getAttribute('name'), first?.getAttribute('value')], ['step', 'check'])
    }))
})
