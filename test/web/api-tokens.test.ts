// Programs with tokens, over HTTP: the example of the documentation is run as it stands there, and a token reaches as far
// as it was made for, and as its person.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { type Access, createAccess } from '../../src/accounts/access.ts'
import { endRole } from '../../src/accounts/give-role.ts'
import { listGrants } from '../../src/accounts/grant-store.ts'
import type { TokenScope } from '../../src/accounts/person.ts'
import type { NewRole } from '../../src/accounts/role-rules.ts'
import type { Db, Store } from '../../src/db/store.ts'
import { uuidv7 } from '../../src/db/store.ts'
import { listDatums } from '../../src/facts/store.ts'
import { readActors } from '../../src/parties/actor.ts'
import { saveActors } from '../../src/parties/actor-store.ts'
import { listReportVersions } from '../../src/reports/store.ts'
import { createSites } from '../../src/web/app.ts'
import { heldFor } from '../../src/web/held.ts'
import { joinSites } from '../../src/web/serve.ts'
import { exerciseRole, makeHolder } from '../accounts/held-people.ts'
import { inTestStore } from '../world.ts'
import { host, send } from './entering.ts'

const today = '2027-12-31'

type World = {
  app: ReturnType<typeof joinSites>
  db: Db
  store: Store
  access: Access
  /** A token of somebody new with these roles. */
  tokenOf: (name: string, scopes: TokenScope[], ...held: NewRole[]) => Promise<{ token: string; id: string }>
}

const addStates = async (db: Db) => {
  await sql`insert into setting (key, value) values ('today', ${today})`.execute(db)
  await sql`
    insert into actor (actor_id, kind, iso3, names)
    values ('XAA', 'state', 'XAA', '{"en": {"short": "Averland"}}'), ('XAB', 'state', 'XAB', '{"en": {"short": "Belmora"}}')`.execute(
    db,
  )
}

const inWorldOfPeople = (work: (world: World) => Promise<void>): Promise<void> =>
  inTestStore(async (store) => {
    const db = store.world('exercise')
    await addStates(db)
    const { people } = store
    const access = createAccess({
      people,
      origin: () => `http://${host}`,
      secret: 'a secret for tests alone, of forty signs',
      onTrouble: () => {},
    })
    const { ofPublic, dataFor } = heldFor(store, 'exercise')
    const app = joinSites(
      createSites({
        world: 'exercise',
        banner: 'Exercise: all of this is fictional.',
        data: ofPublic,
        dataFor,
        access,
        today: () => today,
      }),
    )
    await makeHolder(people, 'The administrator', exerciseRole('administrator', null))
    const tokenOf: World['tokenOf'] = async (name, scopes, ...held) => {
      const personId = await makeHolder(people, name, ...held)
      const grants = await listGrants(people, personId)
      const person = { as: 'person', personId, name, language: 'en', grants, scopes: null } as const
      const made = await access.tokens.make(person, { tokenId: uuidv7(), name: 'test', scopes, days: 1 })
      assert.equal(made.outcome, 'made')
      return { token: 'secret' in made ? made.secret : '', id: personId }
    }
    await work({ app, db, store, access, tokenOf })
  })

const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` })

const asked = { actor: 'XAA', obligation: 'article-7', coversYear: 2026 }

describe('the example of the documentation', () => {
  it('brings a whole report, and a fact, from beginning to the end, about a State of the exercise that ships', () =>
    inWorldOfPeople(async ({ app, db, tokenOf }) => {
      await sql`delete from actor`.execute(db)
      await saveActors(db, readActors('exercise/data/actors.csv'))
      const tokens: Record<string, string> = {
        FOCAL: (await tokenOf('Focal Point', ['enter', 'publish'], exerciseRole('focal-point', 'XQO'))).token,
        APPROVER: (await tokenOf('Approver', ['approve'], exerciseRole('approver', 'XQO'))).token,
      }
      const text = readFileSync('docs/reference/api-tokens.md', 'utf8')
      const calls = [
        ...text.matchAll(
          /curl -X POST http:\/\/localhost:3000(\S+) -H "Authorization: Bearer \$(\w+)" \\\n {2}-H 'Content-Type: application\/json' \\\n {2}-d '([^']+)'/g,
        ),
      ]
      assert.equal(calls.length, [...text.matchAll(/```sh/g)].length)
      let [draft, fact] = ['', '']
      const statuses: number[] = []
      let last: Record<string, unknown> = {}
      for (const [, address = '', who = '', body = ''] of calls) {
        const at = address.replace('$DRAFT', draft).replace('$FACT', fact)
        const { status, json } = await send(app, at, body, bearer(tokens[who]!))
        statuses.push(status)
        if (address.endsWith('/check')) last = json
        const made = json.location?.split('/').at(-1) ?? ''
        if (address.endsWith('/reports/new')) draft = made
        if (address.endsWith('/facts/new')) fact = made
        assert.ok(status < 300, `${address}: ${JSON.stringify(json)}`)
      }
      assert.deepEqual(statuses, [201, 200, 200, 200, 200, 201, 201, 200, 201])
      assert.equal(last.version, 1)
      assert.match(String(last.report), /^\/exercise\/reports\//)
      const [version, ...more] = await listReportVersions(db)
      assert.deepEqual([version?.receivedOn, version?.entered, more.length], [today, false, 0])
      const [published] = await listDatums(db, { externalId: 'entered-stores-2026' })
      assert.deepEqual([published?.actor, published?.body.mines, published?.entered], ['XQO', 1100, false])
    }))
})

describe('an actor that is not held', () => {
  it('is named in the words of the refusal, of a report and of a fact', () =>
    inWorldOfPeople(async ({ app, tokenOf }) => {
      const { token } = await tokenOf('Focal Point', ['enter'], exerciseRole('focal-point', 'XAA'))
      for (const [address, more] of [
        ['/exercise/enter/reports/new', { obligation: 'article-7', coversYear: 2026 }],
        ['/exercise/enter/facts/new', { kind: 'retained-mines', body: { mines: 3 } }],
      ] as const) {
        const { status, json } = await send(app, address, { actor: 'XQQ', ...more }, bearer(token))
        assert.equal(status, 422, address)
        const issues = json.issues as { path: string; message: string }[]
        assert.deepEqual(
          issues.map(({ path, message }) => [path, message]),
          [['actor', 'No actor “XQQ” is held in this world. Choose who it is about.']],
        )
      }
    }))
})

describe('a token', () => {
  it('reaches as far as it was made for', () =>
    inWorldOfPeople(async ({ app, db, tokenOf }) => {
      const focal = exerciseRole('focal-point', 'XAA')
      const tokens = {
        read: (await tokenOf('Reader', ['read'], focal)).token,
        enter: (await tokenOf('Enterer', ['enter'], focal)).token,
        approve: (await tokenOf('Approver', ['approve'], focal, exerciseRole('approver', 'XAA'))).token,
        publish: (await tokenOf('Publisher', ['publish'], focal)).token,
      }
      const begun = await Promise.all(
        Object.entries(tokens).map(async ([scope, token]) => {
          const { status, json } = await send(app, '/exercise/enter/reports/new', asked, bearer(token))
          return [scope, status, json.type ?? null]
        }),
      )
      const no = '/exercise/problems/not-permitted'
      assert.deepEqual(begun, [
        ['read', 403, no],
        ['enter', 201, null],
        ['approve', 403, no],
        ['publish', 403, no],
      ])
      const { rows } = await sql<{ id: string }>`select draft_id as id from report_draft`.execute(db)
      const draft = `/exercise/enter/reports/${rows[0]?.id}`
      const step = (name: string, token: string) =>
        send(app, `${draft}/approval`, { step: name, revision: 0 }, bearer(token))
      assert.equal((await step('approve', tokens.enter)).status, 403)
      assert.equal((await step('approve', tokens.read)).status, 403)
      assert.equal((await send(app, `${draft}/check`, { revision: 0 }, bearer(tokens.enter))).status, 403)
      const reading = await app.request(`http://${host}${draft}.json`, {
        headers: { host, ...bearer(tokens.read) },
      })
      assert.equal(reading.status, 200)
    }))

  it('never reaches further than its person, nor longer', () =>
    inWorldOfPeople(async ({ app, store, tokenOf }) => {
      const all: TokenScope[] = ['read', 'enter', 'approve', 'publish']
      const other = await tokenOf('Of another State', all, exerciseRole('focal-point', 'XAB'))
      const begin = (token: string) => send(app, '/exercise/enter/reports/new', asked, bearer(token))
      assert.equal((await begin(other.token)).status, 403)
      const own = await tokenOf('Of the State', all, exerciseRole('focal-point', 'XAA'))
      assert.equal((await begin(own.token)).status, 201)
      const [grant] = await listGrants(store.people, own.id)
      await endRole(store.people, { grantId: grant!.grantId, agent: 'test' })
      assert.equal((await begin(own.token)).status, 403)
    }))

  it('is refused where it is none, for reading too; nobody is the public without knowing it', () =>
    inWorldOfPeople(async ({ app, access, store, tokenOf }) => {
      const { token, id } = await tokenOf('Reader', ['read'], exerciseRole('partner', null))
      const read = async (headers: Record<string, string>) => {
        const response = await app.request(`http://${host}/exercise/states.json`, {
          headers: { host, ...headers },
        })
        return [response.status, response.headers.get('content-type')?.split(';')[0]]
      }
      assert.deepEqual(await read(bearer(token)), [200, 'application/json'])
      assert.deepEqual(await read({}), [200, 'application/json'])
      assert.deepEqual(await read(bearer('pacta_nothing')), [401, 'application/problem+json'])
      const grants = await listGrants(store.people, id)
      const person = {
        as: 'person',
        personId: id,
        name: 'Reader',
        language: 'en',
        grants,
        scopes: null,
      } as const
      const [held] = await access.tokens.list(id)
      await access.tokens.withdraw(person, held!.tokenId)
      assert.deepEqual(await read(bearer(token)), [401, 'application/problem+json'])
    }))

  it('does not open this site to another one: with a cookie it is asked like a browser', () =>
    inWorldOfPeople(async ({ app, tokenOf }) => {
      const { token } = await tokenOf('Focal Point', ['enter'], exerciseRole('focal-point', 'XAA'))
      const begin = (headers: Record<string, string>) =>
        send(app, '/exercise/enter/reports/new', asked, headers)
      const strange: Record<string, string>[] = [
        { cookie: 'a=b' },
        { cookie: 'a=b', origin: 'https://elsewhere.example' },
        { cookie: 'a=b', 'sec-fetch-site': 'cross-site' },
      ]
      for (const headers of strange)
        assert.equal((await begin({ ...bearer(token), ...headers })).status, 403, JSON.stringify(headers))
      const without = await begin({ origin: `http://${host}` })
      assert.deepEqual([without.status, without.json.type], [401, '/exercise/problems/sign-in-needed'])
    }))
})
