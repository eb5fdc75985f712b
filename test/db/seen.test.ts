import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { enterRoom, readRoom, seenRoom } from '../../src/db/room.ts'
import type { SeenTiers, Store } from '../../src/db/store.ts'
import { uuidv7 } from '../../src/db/store.ts'
import { inTestStore } from '../world.ts'

const fill = async (store: Store) => {
  const db = store.world('exercise')
  await sql`insert into actor (actor_id, kind, names)
    values ('XAA', 'state', '{}'), ('XAB', 'state', '{}')`.execute(db)
  for (const actor of ['XAA', 'XAB'])
    for (const tier of ['public', 'partner', 'restricted'])
      await sql`insert into datum (actor_id, datum_id, kind, known_from, tier, body)
        values (${actor}, ${uuidv7()}::uuid, 'stock', '2027-01-01', ${tier}, '{}')`.execute(db)
}

const seenBy = async (store: Store, tiers: SeenTiers): Promise<string[]> => {
  const { rows } = await sql<{ said: string }>`
    select concat_ws(' ', actor_id, tier) as said from datum order by actor_id, tier`.execute(
    store.seen('exercise', tiers),
  )
  return rows.map(({ said }) => said)
}

const none = { partner: [], restricted: [] } as const

describe('a world as somebody sees it', () => {
  it('holds what is public, and beyond it what the sight reaches, whatever the query', () =>
    inTestStore(async (store) => {
      await fill(store)
      assert.deepEqual(await seenBy(store, none), ['XAA public', 'XAB public'])
      assert.deepEqual(await seenBy(store, { partner: ['XAB'], restricted: [] }), [
        'XAA public',
        'XAB partner',
        'XAB public',
      ])
      assert.deepEqual(await seenBy(store, { partner: ['XAA'], restricted: ['XAA'] }), [
        'XAA partner',
        'XAA public',
        'XAA restricted',
        'XAB public',
      ])
      assert.equal((await seenBy(store, { partner: 'all', restricted: [] })).length, 4)
      assert.equal((await seenBy(store, { partner: 'all', restricted: 'all' })).length, 6)
      const counted = await sql<{ n: number }>`select count(*)::integer as n from datum`.execute(
        store.seen('exercise', none),
      )
      assert.equal(counted.rows[0]?.n, 2)
      const whole = await sql`select datum_id from datum`.execute(store.world('exercise'))
      assert.equal(whole.rows.length, 6)
    }))

  it('no longer holds what was withdrawn from the public, for those who do not see what took its place', () =>
    inTestStore(async (store) => {
      await fill(store)
      const db = store.world('exercise')
      const [fact] = (
        await sql<{ datumId: string }>`
          select datum_id from datum where actor_id = 'XAA' and tier = 'public'`.execute(db)
      ).rows
      await sql`insert into datum (actor_id, datum_id, kind, known_from, tier, supersedes, body)
        values ('XAA', ${uuidv7()}::uuid, 'stock', '2027-02-01', 'restricted', ${fact!.datumId}::uuid, '{}')`.execute(
        db,
      )
      assert.deepEqual(await seenBy(store, none), ['XAB public'])
      assert.deepEqual(await seenBy(store, { partner: ['XAA'], restricted: ['XAB'] }), [
        'XAA partner',
        'XAB public',
        'XAB restricted',
      ])
      assert.deepEqual(await seenBy(store, { partner: [], restricted: ['XAA'] }), [
        'XAA public',
        'XAA restricted',
        'XAA restricted',
        'XAB public',
      ])
    }))

  it('is for reading alone', () =>
    inTestStore(async (store) => {
      await fill(store)
      await assert.rejects(
        sql`update datum set locator = 'p. 1'`.execute(
          store.seen('exercise', { partner: 'all', restricted: 'all' }),
        ),
        /read-only/,
      )
      await sql`insert into setting (key, value) values ('written', 'after')`.execute(store.world('exercise'))
    }))

  it('tells of rows that not everyone may see', () =>
    inTestStore(async (store) => {
      await fill(store)
      const told: unknown[] = []
      const onSealed = (rows: readonly Record<string, unknown>[]) => void told.push(...rows)
      const db = store.seen('exercise', { partner: ['XAA'], restricted: [] }, { onSealed })
      await sql`select actor_id, tier from datum`.execute(db)
      assert.deepEqual(told, [{ actor_id: 'XAA', tier: 'partner' }])
    }))

  it('has a name that another process can ask for, and nothing but a name', () => {
    const ids = fc.array(fc.stringMatching(/^[A-Za-z0-9_.:-]{1,12}$/), { maxLength: 4 })
    const whose = fc.oneof(fc.constant('all' as const), ids)
    fc.assert(
      fc.property(whose, whose, (partner, restricted) => {
        const room = seenRoom('register', { partner, restricted })
        assert.equal(readRoom(room), room)
      }),
    )
    for (const id of ["X'; drop table datum; --", 'A,B', '*', ''])
      assert.throws(() => seenRoom('register', { partner: [id], restricted: [] }), { type: 'usage' })
    for (const text of ['', 'public', "register'", 'register as seen partner= restricted=*; reset all'])
      assert.equal(readRoom(text), undefined)
    assert.match(enterRoom('people'), /^select set_config\('search_path', 'people', false\)/)
  })
})
