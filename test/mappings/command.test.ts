// The commands, on small tables of the form of those the shipped mappings read. What they say of missions is made up.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { dataImport, dataMappings, dataPreview } from '../../src/cli/data.ts'
import type { Store } from '../../src/db/store.ts'
import { listDatums } from '../../src/facts/store.ts'
import { placeOf } from '../../src/mappings/locator.ts'
import { shippedMappings } from '../../src/mappings/mappings.ts'
import { readActors } from '../../src/parties/actor.ts'
import { saveActors } from '../../src/parties/actor-store.ts'
import { runCommand } from '../run-command.ts'
import { inTestStore } from '../world.ts'

const folder = mkdtempSync(join(tmpdir(), 'pacta-data-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const run = async (...given: Parameters<typeof runCommand>): Promise<string> =>
  (await runCommand(...given)).out

const written = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const addFictional = (store: Store) =>
  saveActors(
    store.world('exercise'),
    readActors(join(import.meta.dirname, '..', '..', 'exercise', 'data', 'actors.csv')),
  )

describe('pacta data', () => {
  it('lists the mappings that ship, with the files they need beside the one named', async () => {
    const listed = JSON.parse(await run(dataMappings, [], { json: true })) as {
      id: string
      beside: { name: string }[]
    }[]
    assert.deepEqual(
      listed.map(({ id }) => id),
      shippedMappings(),
    )
    assert.deepEqual(
      listed.find(({ id }) => id === 'un-roll-calls')?.beside.map(({ name }) => name),
      ['votes'],
    )
  })

  it('counts the rows of a table so that they add up, writes what became of each, and stores nothing in a preview', () =>
    inTestStore(async (store) => {
      await addFictional(store)
      const db = store.world('exercise')
      const [state] = readActors(
        join(import.meta.dirname, '..', '..', 'exercise', 'data', 'actors.csv'),
      ).filter(({ kind }) => kind === 'state')
      const name = state!.names.en!.short
      const table = written(
        'missions.csv',
        `"","Year","Country","Mission","Female","Male","Total"\n"1",2024,"${name}","MAFIC",0,0,0\n"2",2024,"${name}","MAFID",1,2,4\n"3",2024,"Nowhere at all","MAFIC",1,1,2\n`,
      )
      const report = join(folder, 'fates.csv')
      const options = { mapping: 'un-peacekeeping', world: 'exercise', received: '2025-01-31' }
      const said = await run(dataPreview, [table], { ...options, report }, store)
      assert.match(
        said,
        /3 rows = 1 new \+ 0 held already \+ 0 corrected \+ 0 where what is held stays \+ 2 left out/,
      )
      assert.match(said, /No personnel.*\(row 2\)/)
      assert.match(said, /Nowhere at all: 1 row/)
      assert.match(said, /licence: MIT/)
      assert.match(said, /Nothing was stored/)
      assert.equal(readFileSync(report, 'utf8').trim().split('\r\n').length, 4)
      assert.deepEqual(await listDatums(db, { kind: 'mission-personnel' }), [])

      // The report is there already: refused before anything is stored.
      await assert.rejects(run(dataImport, [table], { ...options, report }, store), /is there already/)
      assert.deepEqual(await listDatums(db, { kind: 'mission-personnel' }), [])
      const unused = join(folder, 'unused.csv')
      const wrong = written('wrong.csv', 'Year,Country\n')
      await assert.rejects(run(dataImport, [wrong], { ...options, report: unused }, store))
      assert.equal(existsSync(unused), false)

      await run(dataImport, [table], options, store)
      const [fact] = await listDatums(db, { kind: 'mission-personnel' })
      // Women and men need not add up: each was rounded for itself, and all three are kept.
      const { persons, women, men, measure } = fact!.body
      assert.deepEqual([persons, women, men, measure], [4, 1, 2, 'mean of the monthly figures of the year'])
      assert.deepEqual(
        [fact!.heldEdtf, placeOf(fact!.locator!), fact!.knownFrom],
        ['2024', 'row 3', '2025-01-31'],
      )
      const again = JSON.parse(await run(dataImport, [table], { ...options, json: true }, store))
      assert.deepEqual([again.rows.new, again.rows.held, again.facts.new], [0, 1, 0])
    }))

  it('reads recommendations in the encoding of their table, each with who made it as far as that is known', () =>
    inTestStore(async (store) => {
      await addFictional(store)
      const db = store.world('exercise')
      const [first, second] = readActors(
        join(import.meta.dirname, '..', '..', 'exercise', 'data', 'actors.csv'),
      ).filter(({ kind }) => kind === 'state')
      const [to, from] = [first!.names.en!.short, second!.names.en!.short]
      const head = 'To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session'
      const text = [
        head,
        `${to},,,Keep the caf# open,${from},,,Accepted,5,"Harbours,Cafes",9`,
        `${to},,,Close nothing,&#40;Unknown&#41;,,,Noted,1,Harbours,9`,
      ].join('\r')
      // In this encoding é is one byte, 8E.
      const bytes = Uint8Array.from(Buffer.from(text), (byte, i) =>
        byte === 0x23 && text[i - 1] === 'f' ? 0x8e : byte,
      )
      const table = written('recommendations.csv', bytes)
      await run(dataImport, [table], { mapping: 'upr-6-9', world: 'exercise', received: '2025-01-31' }, store)
      const facts = await listDatums(db, { kind: 'review-recommendation' })
      const of = (text: string) => facts.find(({ body }) => body.text === text)
      assert.deepEqual(of('Keep the café open')?.body, {
        text: 'Keep the café open',
        madeBy: second!.id,
        response: 'accepted',
        session: 9,
        actionCategory: 5,
        issues: ['Harbours', 'Cafes'],
      })
      assert.equal(of('Keep the café open')?.heldEdtf, '2010-11-01/2010-11-12')
      assert.equal(of('Close nothing')?.body.madeBy, undefined)
      // Of an actor that no row is about: that is said, and where it may be; and no sign of a page of the web in a name.
      const elsewhere = { mapping: 'upr-6-9', world: 'exercise', actor: second!.id }
      const said = await run(dataPreview, [table], elsewhere, store)
      assert.match(said, new RegExp(`No row is about ${second!.id}: those of this table are about others`))
      assert.match(said, /\(Unknown\)/)
      assert.doesNotMatch(said, /&#/)
      const own = await run(dataPreview, [table], { ...elsewhere, actor: first!.id }, store)
      assert.doesNotMatch(own, /No row is about/)
    }))

  it('needs a mapping, and a day that is one', async () => {
    const table = written('any.csv', 'a\n1\n')
    await assert.rejects(run(dataPreview, [table], {}), /--mapping/)
    await assert.rejects(run(dataPreview, [table], { mapping: 'atlantis' }), /no mapping "atlantis"/)
    await assert.rejects(
      run(dataPreview, [table], { mapping: 'un-peacekeeping', received: 'soon' }),
      /--received is a day/,
    )
    await assert.rejects(
      run(dataPreview, [table], { mapping: 'un-peacekeeping', with: 'other.csv' }),
      /one file alone/,
    )
  })
})
