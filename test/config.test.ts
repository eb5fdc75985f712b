import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readConfig } from '../src/config.ts'

describe('settings', () => {
  it('have defaults', () => {
    assert.deepEqual(readConfig({}), {
      dataDir: 'data',
      databaseUrl: undefined,
      instrumentsDir: undefined,
      port: 3000,
      today: undefined,
      statementMs: 60_000,
    })
  })

  it('come from the environment', () => {
    const config = readConfig({
      PACTA_DATA: '/d',
      DATABASE_URL: 'postgres://h/d',
      PACTA_INSTRUMENTS: '/i',
      PACTA_PORT: '80',
      PACTA_TODAY: '2026-04-30',
    })
    assert.deepEqual(config, {
      dataDir: '/d',
      databaseUrl: 'postgres://h/d',
      instrumentsDir: '/i',
      port: 80,
      today: '2026-04-30',
      statementMs: 60_000,
    })
  })

  for (const wrong of [
    { PACTA_PORT: 'http' },
    { PACTA_PORT: '70000' },
    { PACTA_TODAY: '30.4.2026' },
    { PACTA_TODAY: '2026-02-30' },
    { PACTA_TODAY: '0000-12-31' },
    { PACTA_TODAY: '9999-12-31' },
  ]) {
    it(`are refused by name: ${JSON.stringify(wrong)}`, () => {
      assert.throws(() => readConfig(wrong), { type: 'usage', message: new RegExp(Object.keys(wrong)[0]!) })
    })
  }
})
