// What somebody would try with accounts: markup in names, one link used twice at once, a session half made, words that
// end up in a log. See docs/explanation/threats.md.
import assert from 'node:assert/strict'
import { describe, it, mock } from 'node:test'
import { codeOf } from '../accounts/signing-in.ts'
import { inTestPeople } from '../world.ts'
import { browse, createJar, firstPath, oyun, secretOn, sitesWithPeople } from './accounts.ts'
import { inPeopleSite } from './people-site.ts'
import { documentOf } from './site.ts'

const markup = `O"'><x-evil onmouseover=1><script>1</script>`

const isClean = (html: string, address: string): void => {
  const document = documentOf(html)
  assert.equal(document.querySelector('x-evil, script, [onmouseover]'), null, address)
  assert.equal(document.querySelector('[href^="javascript:"]'), null, address)
}

const linkIn = (text: string): string => /\/(?:mn\/)?invitation\/[\w-]{43}/.exec(text)?.[0] ?? ''
const invited = {
  name: markup,
  address: 'ben@example.org',
  language: 'en',
  role: 'approver',
  world: 'exercise',
  actor: 'Averland (XAA)',
  step: 'check',
}

describe('names of people and departments', () => {
  it('stay words, whatever they hold, on every page that says them', () =>
    inPeopleSite(async ({ as, known, store }) => {
      const focal = as(known.focal)
      const departments = '/people/departments/exercise/XAA'
      assert.equal((await focal.post(departments, { en: markup, mn: markup })).status, 303)
      const sent = await focal.post('/people/invite', invited)
      assert.equal(sent.status, 201, sent.text)
      const link = linkIn(sent.text)
      const taken = await as('public').post(link, {
        name: markup,
        language: 'en',
        password: 'a long enough sentence',
      })
      assert.equal(taken.status, 303, taken.text)
      const ben = await store.people
        .selectFrom('person')
        .selectAll()
        .where('email', '=', 'ben@example.org')
        .executeTakeFirstOrThrow()
      assert.equal(ben.name, markup)
      let said = 0
      for (const address of [
        '/people',
        `/people/${ben.id}`,
        '/people/invitations',
        departments,
        `${departments}/sections/article-7`,
        '/people?q=%22%3E%3Cx-evil%3E',
      ])
        for (const base of ['', '/mn']) {
          const { status, text } = await focal.get(`${base}${address}`)
          assert.equal(status, 200, address)
          isClean(text, address)
          if (text.includes('x-evil')) said += 1
        }
      assert.ok(said >= 8, String(said))
      isClean((await as(ben.id).get('/account/data')).text, 'own data')
      isClean((await as('public').get(link)).text, 'a link that was used')
      const { text } = await focal.get('/people.csv')
      assert.doesNotMatch(text, /(^|[,\n])[=@+]/)
    }))

  it('that begin as a formula are none in a table', () =>
    inPeopleSite(async ({ as, known }) => {
      await as(known.focal).post('/people/invite', { ...invited, name: '=HYPERLINK("https://evil.example")' })
      const { text } = await as(known.focal).get('/people/invitations.csv')
      assert.match(text, /HYPERLINK/)
      assert.doesNotMatch(text, /(^|[,\n])"?=/)
    }))
})

describe('an invitation', () => {
  it('used twice at once makes one account', () =>
    inPeopleSite(async ({ as, known, store }) => {
      const sent = await as(known.focal).post('/people/invite', { ...invited, name: 'Ben Fictional' })
      const link = linkIn(sent.text)
      const take = (name: string) =>
        as('public').post(link, { name, language: 'en', password: 'a long enough sentence' })
      const answers = await Promise.all([take('Ben One'), take('Ben Two'), take('Ben Three')])
      assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 409, 409])
      const accounts = await store.people
        .selectFrom('person')
        .select('id')
        .where('email', '=', 'ben@example.org')
        .execute()
      assert.equal(accounts.length, 1)
    }))

  it('brings no role that was not in it, whatever is sent along', () =>
    inPeopleSite(async ({ as, known, store }) => {
      const sent = await as(known.focal).post('/people/invite', { ...invited, name: 'Ben Fictional' })
      await as('public').post(linkIn(sent.text), {
        name: 'Ben Fictional',
        language: 'en',
        password: 'a long enough sentence',
        role: 'administrator',
        grants: '[{"role":"administrator"}]',
        'grants.0.role': 'administrator',
        address: 'ada@example.org',
        email: 'ada@example.org',
        id: known.admin,
        hasSecondFactor: 'yes',
      })
      const held = await store.people
        .selectFrom('person')
        .select(['id', 'hasSecondFactor'])
        .where('email', '=', 'ben@example.org')
        .executeTakeFirstOrThrow()
      assert.deepEqual([held.hasSecondFactor, held.id === known.admin], [false, false])
      assert.equal((await as(held.id).get('/people/departments/exercise/XAA')).status, 403)
    }))
})

/** The first administrator with a second factor; its secret. */
const beFirst = async (
  people: Parameters<Parameters<typeof inTestPeople>[0]>[0],
  app: Parameters<typeof browse>[0],
) => {
  const visit = browse(app, createJar())
  const { name, address, password } = oyun
  await visit(await firstPath(people), { name, address, password, language: 'en' })
  const secret = secretOn((await visit('/sign-in/second-factor')).text)
  await visit('/sign-in/second-factor', { code: codeOf(secret, -1) })
  return secret
}

describe('a session half made', () => {
  it('opens nothing, is not the one that comes of it, and a planted one is never taken up', () =>
    inTestPeople(async (people) => {
      const { app } = sitesWithPeople(people)
      const secret = await beFirst(people, app)
      const jar = createJar()
      const visit = browse(app, jar)
      jar.take(['pacta.session_token=planted.by-somebody; Path=/'])
      await visit('/sign-in', { address: oyun.address, password: oyun.password })
      const half = jar.headers().get('cookie')
      for (const address of ['/account', '/account/data', '/people', '/account/tokens']) {
        const { status } = await visit(address)
        assert.ok([303, 401, 404].includes(status), `${address} ${status}`)
      }
      assert.equal((await visit('/sign-in/second-factor', { code: codeOf(secret) })).status, 303)
      const whole = jar.headers().get('cookie') ?? ''
      assert.equal((await visit('/account')).status, 200)
      assert.equal(whole.includes('planted'), false)
      assert.notEqual(half, whole)
      const thief = createJar()
      thief.take((half ?? '').split('; '))
      assert.equal((await browse(app, thief)('/account')).status, 303)
    }))
})

describe('what is printed while people sign in', () => {
  it('is nothing: no address, no password, no code, no link', () =>
    inTestPeople(async (people) => {
      const said: string[] = []
      const keep = (...words: unknown[]) => {
        said.push(words.map(String).join(' '))
        return true
      }
      const mocks = [
        mock.method(process.stderr, 'write', keep),
        ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
          mock.method(console, name, keep),
        ),
      ]
      process.env.PACTA_SMTP_URL = 'smtp://127.0.0.1:1'
      try {
        const { app } = sitesWithPeople(people, { onTrouble: (words) => said.push(words) })
        await beFirst(people, app)
        const visit = browse(app, createJar())
        await visit('/sign-in', { address: oyun.address, password: 'a wrong sentence' })
        await visit('/sign-in', { address: 'nobody@example.org', password: oyun.password })
        await visit('/sign-in', { address: oyun.address, password: oyun.password })
        await visit('/sign-in/second-factor', { code: '000000' })
        await visit('/sign-in/second-factor/recovery', { code: 'aaaa-bbbb' })
        await visit('/sign-in/forgotten', { address: oyun.address })
        await visit(`/first/${'a'.repeat(43)}`)
        await visit(`/invitation/${'b'.repeat(43)}`)
        await visit(`/sign-in/password/${'c'.repeat(43)}`, { password: oyun.password })
      } finally {
        delete process.env.PACTA_SMTP_URL
        for (const one of mocks) one.mock.restore()
      }
      const printed = said.join('\n')
      for (const secret of [oyun.address, oyun.password, 'a wrong sentence', 'aaaa-bbbb', 'a'.repeat(43)])
        assert.equal(printed.includes(secret), false, printed)
    }))
})
