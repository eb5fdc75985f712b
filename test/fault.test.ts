// No log lets anybody in: whatever a fault holds, what is written of it holds no password, token, cookie or one-time link.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { describe, it, mock } from 'node:test'
import { addressWithoutSecrets, describeFault, withoutSecrets } from '../src/fault.ts'
import { fictionalData } from './web/fictional/world.ts'
import { registerApp } from './web/site.ts'

const token = randomBytes(32).toString('base64url')
const hex = randomBytes(32).toString('hex')
const typed = 'correct horse battery staple 9'

const leaks: [string, string, string][] = [
  ['a password in an address', 'connect postgres://pacta:hunter42@db/pacta failed', 'hunter42'],
  ['a password with signs in an address', 'smtp://a%40b:p%40ss:w0rd@mail', 'ss:w0rd'],
  ['a bearer token', `authorization: Bearer ${token}`, token],
  ['a bearer token within words', `refused Bearer ${hex} twice`, hex],
  ['a cookie', `Cookie: __Host-pacta=${token}; other=1`, token],
  ['a short cookie', 'cookie: pacta=abc123', 'abc123'],
  ['a cookie that is set', `{"set-cookie": "pacta=${token}"}`, token],
  ['a one-time link', `GET /first/${token}`, token],
  ['a one-time link in hexadecimal', `/invitation/${hex}`, hex],
  ['a token in a query', 'GET /reset?token=k7Gh2', 'k7Gh2'],
  ['a code in a query', '/callback?state=abc&code=491 ', '491'],
  ['a password in fields', '{"password":"swordfish"}', 'swordfish'],
  ['a code in fields', "{ code: '123456' }", '123456'],
]

describe('words without secrets', () => {
  for (const [said, text, secret] of leaks)
    it(`hold no ${said.replace(/^an? /, '')}`, () => {
      assert.ok(text.includes(secret))
      assert.equal(withoutSecrets(text, {}).includes(secret), false)
    })

  it('hold no secret setting, wherever it stands', () => {
    const environment = {
      PACTA_OIDC_CLIENT_SECRET: 'oidc-s3cret',
      DATABASE_URL: 'postgres://u:db-s3cret@h/d',
      PACTA_SMTP_URL: 'smtps://u:mail%2Fs3cret@h',
      PACTA_PORT: '3000',
    }
    const said = withoutSecrets('oidc-s3cret db-s3cret mail%2Fs3cret mail/s3cret 3000', environment)
    assert.equal(said, '… … … … 3000')
  })

  it('keep what a fault is found by', () => {
    const id = randomUUID()
    for (const kept of [
      `/enter/reports/${id}/victim-assistance-4`,
      'relation "report_version" does not exist',
      '/plans/siem-reap-angkor-draft-2024-08/7.1',
      'listMembershipsOfEachParty is not a function',
    ])
      assert.equal(withoutSecrets(kept, {}), kept)
  })

  it('name an address without what was asked of it', () => {
    assert.equal(addressWithoutSecrets(`/sign-in?to=/x&token=1`), '/sign-in')
  })
})

/** A fault as databases throw them: with the row, and with what was typed. */
const fullOfSecrets = () =>
  Object.assign(
    new Error(`invalid input syntax for type uuid: "${typed}" while Bearer ${token}`, {
      cause: Object.assign(new Error(`for person ${hex}`), { detail: `Failing row contains (${typed})` }),
    }),
    {
      name: 'SqlError',
      code: '22P02',
      constraint: 'session_token_key',
      detail: `Key (token)=(${token}) already exists.`,
      where: typed,
      parameters: [typed, token],
      request: { headers: { cookie: token } },
    },
  )

describe('a fault in words', () => {
  it('says what, where in the code and what led to it, without rows and values', () => {
    const words = describeFault(fullOfSecrets())
    assert.match(words, /^SqlError \(22P02, session_token_key\): invalid input syntax for type uuid: "…"/)
    assert.match(words, /\n\s+at .*fault\.test\.ts/)
    assert.match(words, /\ncaused by\nError: for person [0-9a-f]{4}…/)
    for (const secret of [token, hex, typed]) assert.equal(words.includes(secret), false)
  })

  it('can be said of anything that is thrown', () => {
    assert.equal(describeFault('plain words'), 'plain words')
    assert.equal(describeFault(undefined), 'undefined')
    assert.equal(describeFault(null), 'null')
    const endless: { cause?: unknown; message: string } = { message: 'round' }
    endless.cause = endless
    assert.equal(describeFault(endless).match(/round/g)?.length, 4)
  })
})

/** All that is printed meanwhile; the runner of the tests prints its own to standard output. */
const printed = async (work: () => Promise<void>): Promise<string> => {
  const said: string[] = []
  const keep = (chunk: unknown) => {
    said.push(String(chunk))
    return true
  }
  const mocks = [
    mock.method(process.stderr, 'write', keep),
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => mock.method(console, name, keep)),
  ]
  try {
    await work()
  } finally {
    for (const one of mocks) one.mock.restore()
  }
  return said.join('')
}

describe('what the server prints', () => {
  it('of a fault names the path, and nothing that came with the request', async () => {
    const app = registerApp({
      data: {
        ...fictionalData(),
        listStates: () => Promise.reject(fullOfSecrets()),
      },
    })
    const words = await printed(async () => {
      const response = await app.request('/states', {
        headers: { cookie: `pacta=${token}`, authorization: `Bearer ${hex}` },
      })
      assert.equal(response.status, 500)
      const text = await response.text()
      for (const secret of [token, hex, typed]) assert.equal(text.includes(secret), false)
    })
    assert.match(words, /fault at \/states\n/)
    for (const secret of [token, hex, typed]) assert.equal(words.includes(secret), false)
  })

  it('of a refusal and of a page is nothing at all', async () => {
    const words = await printed(async () => {
      for (const address of ['/', `/nowhere/${token}`, `/states?year=${token}`])
        await (await registerApp().request(address)).text()
      await registerApp().request('/releases', { method: 'POST', body: `password=${typed}` })
    })
    assert.equal(words, '')
  })
})

describe('what a command prints', () => {
  const run = (environment: Record<string, string>) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['src/main.ts', 'plan', 'list'], {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    })
    return { words: stdout + stderr, status }
  }

  it('of a database that cannot be reached is not its password', () => {
    for (const url of [
      'postgres://pacta:s3cretword@127.0.0.1:1/pacta',
      'postgres://pacta:s3cretword@127.0.0.1:notaport/pacta',
      'postgres://pacta:s3cretword@no-such-host.invalid/pacta',
    ]) {
      const { words, status } = run({ DATABASE_URL: url })
      assert.equal(status, 1)
      assert.match(words, /could not be/)
      assert.equal(words.includes('s3cretword'), false, words)
    }
  })

  it('of a setting that is refused is not the password in it', () => {
    const { words, status } = run({ PACTA_ORIGIN: 'https://someone:s3cretword@pacta.example.org' })
    assert.equal(status, 2)
    assert.match(words, /PACTA_ORIGIN/)
    assert.equal(words.includes('s3cretword'), false)
  })
})
