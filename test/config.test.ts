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
      origin: undefined,
      proxies: [],
      secret: undefined,
      session: { idleMs: 8 * 3_600_000, wholeMs: 7 * 86_400_000 },
      provider: undefined,
      smtpUrl: undefined,
      mailFrom: undefined,
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
      PACTA_ORIGIN: 'https://Pacta.example.org:443/',
      PACTA_PROXY: '10.0.0.5, 10.1.0.0/16,2001:db8::/32',
      PACTA_SECRET: 'a secret of more than thirty-two characters',
      PACTA_SESSION_IDLE_HOURS: '1',
      PACTA_SESSION_DAYS: '2',
      PACTA_OIDC_ISSUER: 'https://id.example.org/realm',
      PACTA_OIDC_CLIENT_ID: 'pacta',
      PACTA_OIDC_CLIENT_SECRET: 'secret',
      PACTA_SMTP_URL: 'smtps://mail.example.org',
      PACTA_MAIL_FROM: 'pacta@example.org',
      PACTA_TODAY: '2026-04-30',
    })
    assert.deepEqual(config, {
      dataDir: '/d',
      databaseUrl: 'postgres://h/d',
      instrumentsDir: '/i',
      port: 80,
      origin: 'https://pacta.example.org',
      proxies: ['10.0.0.5', '10.1.0.0/16', '2001:db8::/32'],
      secret: 'a secret of more than thirty-two characters',
      session: { idleMs: 3_600_000, wholeMs: 2 * 86_400_000 },
      provider: {
        issuer: 'https://id.example.org/realm',
        clientId: 'pacta',
        clientSecret: 'secret',
        name: 'id.example.org',
      },
      smtpUrl: 'smtps://mail.example.org',
      mailFrom: 'pacta@example.org',
      today: '2026-04-30',
      statementMs: 60_000,
    })
  })

  for (const wrong of [
    { PACTA_PORT: 'http' },
    { PACTA_PORT: '70000' },
    { PACTA_ORIGIN: 'pacta.example.org' },
    { PACTA_ORIGIN: 'http://pacta.example.org' },
    { PACTA_ORIGIN: 'https://pacta.example.org/register' },
    { PACTA_ORIGIN: 'https://pacta.example.org/?' },
    { PACTA_ORIGIN: 'https://someone@pacta.example.org' },
    { PACTA_SESSION_IDLE_HOURS: '0' },
    { PACTA_SESSION_DAYS: '91' },
    { PACTA_OIDC_ISSUER: '', PACTA_OIDC_CLIENT_ID: 'pacta', PACTA_OIDC_CLIENT_SECRET: 'secret' },
    {
      PACTA_OIDC_ISSUER: 'http://id.example.org',
      PACTA_OIDC_CLIENT_ID: 'pacta',
      PACTA_OIDC_CLIENT_SECRET: 'secret',
    },
    { PACTA_PROXY: 'yes' },
    { PACTA_PROXY: '10.0.0.5,' },
    { PACTA_PROXY: '10.0.0.0/33' },
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
