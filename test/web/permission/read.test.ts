// Every address of the site as every role: no answer holds what is not for whoever asked.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inTestStore } from '../../world.ts'
import { addressesOf } from './addresses.ts'
import { readAs } from './read-as.ts'
import { type Asker, addPublic, addSealed, askers, secrets, siteOf } from './world.ts'

/** Where what was typed is said again, a word proves nothing. */
const echoes = (address: string, word: string): boolean => address.includes(word)

const inAllForms: readonly Asker[] = ['public', 'focalPoint', 'focalPointOfOther']

describe('an address of the site', () => {
  it('gives nobody what is not for them, in any form, and what is for them somewhere', () =>
    inTestStore(async (store) => {
      const db = store.world('exercise')
      await addPublic(db)
      const sealed = await addSealed(db)
      const app = siteOf(store)
      const addresses = addressesOf(app, sealed)
      assert.ok(addresses.length > 150, `${addresses.length}`)
      // Data are made of what their page reads: in every form they are asked for as those who see least and most.
      const pages = addressesOf(app, sealed, ['', '.ics'])
      for (const asker of Object.keys(askers) as Asker[]) {
        const found = new Set<string>()
        for (const address of inAllForms.includes(asker) ? addresses : pages) {
          const { status, text } = await readAs(app, asker, address)
          assert.ok(status < 500, `${asker} ${address}: ${status}`)
          for (const [word, readers] of Object.entries(secrets)) {
            if (!text.includes(word)) continue
            assert.ok(
              readers.includes(asker) || echoes(address, word),
              `${asker} is shown ${word} by ${address}`,
            )
            if (!echoes(address, word)) found.add(word)
          }
        }
        const expected = Object.entries(secrets).flatMap(([word, readers]) =>
          readers.includes(asker) ? [word] : [],
        )
        assert.deepEqual([...found].sort(), expected.sort(), asker)
      }
    }))
})
