import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findPasswordFault, hashPassword, isPassword } from '../../src/accounts/password.ts'
import { oyun } from './signing-in.ts'

describe('a password', () => {
  it('is long enough, and neither the name nor the address', () => {
    const cases: [string, ReturnType<typeof findPasswordFault>][] = [
      ['elevensigns', 'too-short'],
      ['twelve signs', undefined],
      ['урт удаан нууц', undefined],
      // Twelve characters of which each takes two units of JavaScript's.
      ['🌲'.repeat(11), 'too-short'],
      ['🌲'.repeat(12), undefined],
      ['x'.repeat(257), 'too-long'],
      ['oyun FICTIONAL', 'like-the-name'],
      ['OyunFictional', 'like-the-name'],
      ['oyun@example.org', 'like-the-address'],
      ['my oyun@example.org', undefined],
    ]
    for (const [password, fault] of cases) assert.equal(findPasswordFault(password, oyun), fault, password)
    assert.equal(
      findPasswordFault('a.long.local.part', { name: 'Bat', address: 'a.long.local.part@example.org' }),
      'like-the-address',
    )
  })

  it('is kept as scrypt with a salt of its own, and found right only as it was', async () => {
    const [one, other] = await Promise.all([hashPassword(oyun.password), hashPassword(oyun.password)])
    assert.notEqual(one, other)
    assert.ok(!one.includes(oyun.password))
    assert.equal(await isPassword(oyun.password, one), true)
    assert.equal(await isPassword(`${oyun.password} `, one), false)
    assert.equal(await isPassword(oyun.password, null), false)
  })
})
