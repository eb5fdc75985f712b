import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { listGrants } from '../../src/accounts/grant-store.ts'
import type { Command } from '../../src/cli/command.ts'
import { personEnd, personGrant, personInvite, personList } from '../../src/cli/person.ts'
import { personExport, personForget, personReset, personTidy } from '../../src/cli/person-account.ts'
import type { Store } from '../../src/db/store.ts'
import { addStates } from '../web/entering.ts'
import { inTestStore } from '../world.ts'
import { makePerson } from './held-people.ts'

const folder = mkdtempSync(join(tmpdir(), 'pacta-person-'))
after(() => rmSync(folder, { recursive: true }))

/** Runs a command on the store; what it prints. */
const run = async (
  store: Store,
  command: Command,
  args: string[],
  options: Record<string, string | boolean> = {},
): Promise<string> => {
  const printed: string[] = []
  const code = await command.run({
    ...{ args, json: options.json === true, progress: () => {} },
    options: { data: folder, ...options },
    out: (text: string) => void printed.push(text),
    open: async () => store,
  })
  assert.equal(code, 0)
  return printed.join('\n')
}

const inExercise = <T>(work: (store: Store) => Promise<T>): Promise<T> =>
  inTestStore(async (store) => {
    await addStates(store.world('exercise'))
    return work(store)
  })

const focal = { role: 'focal-point', of: 'XAA', world: 'exercise' }
const address = 'ada.fictional@example.org'

describe('pacta person', () => {
  it('invites with a link that works once, and lists who came', () =>
    inExercise(async (store) => {
      const said = await run(store, personInvite, ['ben@example.org'], { name: 'Ben Fictional', ...focal })
      assert.match(
        said,
        /focal-point of XAA \(exercise\)[\s\S]*http:\/\/127\.0\.0\.1:3000\/invitation\/[\w-]{43}\n[\s\S]*this machine only/,
      )
      const json = JSON.parse(
        await run(store, personInvite, ['cem@example.org'], { name: 'Cem', ...focal, json: true }),
      )
      assert.match(json.path, /^\/invitation\//)
      await makePerson(store.people, { name: 'Ada Fictional' })
      assert.match(
        await run(store, personList, []),
        /^Ada Fictional <ada\.fictional@example\.org>[\s\S]*no role$/,
      )
    }))

  it('gives a role and ends it', () =>
    inExercise(async (store) => {
      const id = await makePerson(store.people, { name: 'Ada Fictional' })
      assert.match(await run(store, personGrant, [address], focal), /is now focal-point of XAA/)
      await assert.rejects(run(store, personGrant, [address], focal), /already/)
      const [grant] = await listGrants(store.people, id)
      assert.match(await run(store, personList, [], { of: 'XAA' }), /Ada Fictional/)
      assert.equal(await run(store, personList, [], { of: 'XAB' }), '')
      assert.match(await run(store, personEnd, [grant!.grantId]), /^ended/)
      assert.deepEqual(await listGrants(store.people, id), [])
    }))

  it('refuses what cannot be held, and says why', () =>
    inExercise(async (store) => {
      await makePerson(store.people, { name: 'Ada Fictional' })
      const grant = (options: Record<string, string>) => run(store, personGrant, [address], options)
      await assert.rejects(grant({ role: 'king' }), /--role is one of/)
      await assert.rejects(grant({ ...focal, of: 'XZZ' }), (error: { issues: { message: string }[] }) =>
        /No such actor/.test(error.issues[0]?.message ?? ''),
      )
      await assert.rejects(grant({ ...focal, role: 'contributor', department: 'x' }), /has no department "x"/)
      await assert.rejects(run(store, personGrant, ['nobody@example.org'], focal), /Nobody has an account/)
      await assert.rejects(run(store, personInvite, ['x'], { name: 'X', ...focal }), /Nobody was invited/)
    }))

  it('gives a way back in, all that is kept, and forgets only when told to', () =>
    inExercise(async (store) => {
      const id = await makePerson(store.people, { name: 'Ada Fictional' })
      assert.match(
        await run(store, personReset, [address]),
        /^Sessions ended: 0; tokens withdrawn: 0\.[\s\S]*http:\/\/127\.0\.0\.1:3000\/sign-in\/password\/[\w-]{43}\n[\s\S]*this machine only/,
      )
      assert.equal(JSON.parse(await run(store, personExport, [id])).account.address, address)
      await assert.rejects(run(store, personForget, [id]), /--yes/)
      assert.match(await run(store, personForget, [id], { yes: true }), /^Removed/)
      await assert.rejects(run(store, personExport, [id]), /Nobody has an account/)
      assert.match(await run(store, personTidy, []), /^Forgotten: who 0 invitations/)
    }))
})
