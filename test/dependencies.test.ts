// What Pacta is built on: pinned, without scripts that run unseen, under licences it can be passed on with.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkFolder } from '../scripts/audit-dependencies.ts'
import {
  checkInstalled,
  checkLock,
  checkManifest,
  isAllowed,
  type Locked,
  type LockFile,
  readAdvice,
} from '../scripts/dependency-rules.ts'

const none = { installScripts: {}, licences: {} }
const digest = `sha512-${'A'.repeat(86)}==`
const sound: Locked = { version: '1.2.3', integrity: digest, license: 'MIT' }
const lockOf = (locked: Locked, path = 'node_modules/@made/up'): LockFile => ({
  lockfileVersion: 3,
  packages: { '': { license: 'proprietary' }, [path]: locked },
})

describe('the packages Pacta is built on', () => {
  it('hold what is asked of them', () => assert.deepEqual(checkFolder('.'), []))
})

describe('a lock file', () => {
  it('is good where each package is pinned, quiet and under a good licence', () =>
    assert.deepEqual(checkLock(lockOf(sound), none), []))

  const cases: [string, Locked, RegExp][] = [
    ['a package without a digest', { ...sound, integrity: undefined as never }, /up is not pinned/],
    [
      'a digest that can be forged',
      { ...sound, integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' },
      /not pinned/,
    ],
    [
      'a package from a repository',
      { ...sound, resolved: 'git+ssh://git@host/up.git#abc' },
      /comes from git/,
    ],
    ['a package over a plain line', { ...sound, resolved: 'http://registry.example/up.tgz' }, /HTTPS/],
    ['a link to a folder', { link: true, license: 'MIT' }, /is a link/],
    ['a script that runs unseen', { ...sound, hasInstallScript: true }, /runs a script/],
    ['a licence that binds the whole', { ...sound, license: 'AGPL-3.0-only' }, /AGPL-3.0-only/],
    ['no licence', { version: '1.2.3', integrity: digest }, /none named/],
    ['a licence in words', { ...sound, license: 'SEE LICENSE IN file' }, /SEE LICENSE/],
  ]
  for (const [said, locked, expected] of cases)
    it(`is refused for ${said}`, () => {
      const wrong = checkLock(lockOf(locked, 'node_modules/a/node_modules/up'), none)
      assert.equal(wrong.length, 1, wrong.join('; '))
      assert.match(wrong[0]!, expected)
    })

  it('of another version is not judged by rules made for this one', () =>
    assert.match(checkLock({ lockfileVersion: 1, packages: {} }, none)[0]!, /version 1/))

  it('may have exceptions with a reason, as long as something needs them', () => {
    const exceptions = {
      installScripts: { '@made/up': 'builds nothing' },
      licences: { '@made/up': { is: 'MIT', reason: 'read' } },
    }
    const lock = lockOf({ ...sound, hasInstallScript: true, license: 'Custom' })
    assert.deepEqual(checkLock(lock, exceptions), [])
    assert.equal(checkLock(lockOf(sound, 'node_modules/other'), exceptions).length, 2)
  })
})

describe('a licence', () => {
  const cases: [string, boolean][] = [
    ['MIT', true],
    ['MIT OR GPL-3.0-or-later', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['MIT AND GPL-3.0-or-later', false],
    ['GPL-3.0-only OR MIT AND Zlib', true],
    ['(GPL-3.0-only OR MIT) AND AGPL-3.0-only', false],
    ['(MIT', false],
    ['MIT)', false],
    ['MIT ISC', false],
    ['AND', false],
    ['MIT OR', false],
    ['', false],
    ['mit', false],
  ]
  for (const [expression, expected] of cases)
    it(`"${expression}" is ${expected ? '' : 'not '}allowed`, () =>
      assert.equal(isAllowed(expression), expected))
})

describe('a package.json', () => {
  it('names exact versions', () => {
    assert.deepEqual(checkManifest({ dependencies: { a: '1.2.3', b: '1.2.3-rc.1' } }), [])
    for (const version of ['^1.2.3', '~1.2.3', '1.x', '*', '', 'latest', '>=1.2.3', 'github:a/b', '1.2'])
      assert.equal(checkManifest({ devDependencies: { a: version } }).length, 1, version)
  })
})

describe('what is installed', () => {
  const lock = lockOf(sound)
  it('is what is locked, and passed over where it is not for this system', () => {
    assert.deepEqual(
      checkInstalled(lock, none, () => ({ version: '1.2.3', scripts: { build: 'x' } })),
      [],
    )
    assert.deepEqual(
      checkInstalled(lock, none, () => undefined),
      [],
    )
  })
  it('is refused where it is another version, or has a script the lock file is silent on', () => {
    assert.match(checkInstalled(lock, none, () => ({ version: '1.2.4' }))[0]!, /1\.2\.4.*1\.2\.3/)
    for (const step of ['preinstall', 'install', 'postinstall'])
      assert.match(
        checkInstalled(lock, none, () => ({ version: '1.2.3', scripts: { [step]: 'node x' } }))[0]!,
        new RegExp(step),
      )
  })
})

describe('what a registry says of known weaknesses', () => {
  it('is none, or which', () => {
    assert.deepEqual(readAdvice('{"vulnerabilities": {}, "metadata": {}}'), { is: 'none' })
    const printed = {
      metadata: {},
      vulnerabilities: {
        a: { severity: 'high', range: '<2.0.0' },
        b: { severity: 'moderate', range: '*' },
        c: { severity: 'critical', range: '1.x' },
      },
    }
    assert.deepEqual(readAdvice(JSON.stringify(printed)), {
      is: 'found',
      packages: ['a <2.0.0 (high)', 'c 1.x (critical)'],
    })
  })
  it('is said to be not checked where it answers nothing of the kind', () => {
    for (const printed of [
      '',
      'Bad Gateway',
      '{"message": "405 Method Not Allowed - POST https://registry.example/x"}',
    ])
      assert.equal(readAdvice(printed).is, 'not checked')
    const advice = readAdvice('{"message": "405 - POST https://registry.example/x"}')
    assert.equal(advice.is === 'not checked' && advice.why, '405 - POST the registry')
  })
})
