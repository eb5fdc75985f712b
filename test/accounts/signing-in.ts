// People who sign in, for tests: fictional ones, with a jar for their cookies and an authenticator app.
import { TOTP } from 'otpauth'
import { type Access, type AccessSettings, createAccess } from '../../src/accounts/access.ts'
import { createAccount } from '../../src/accounts/account-store.ts'
import { offerFirst } from '../../src/accounts/first-administrator.ts'
import { hashPassword } from '../../src/accounts/password.ts'
import type { PeopleDb } from '../../src/db/store.ts'

export const origin = 'http://127.0.0.1:3000'
export const testSecret = 'a secret for tests alone, of forty signs'

export const oyun = {
  name: 'Oyun Fictional',
  address: 'oyun@example.org',
  password: 'a long walk in autumn',
  language: 'en',
}

export const accessTo = (people: PeopleDb, settings: Partial<AccessSettings> = {}): Access =>
  createAccess({
    people,
    origin: () => origin,
    secret: testSecret,
    onTrouble: () => {},
    ...settings,
  })

/** A browser's cookies. */
export const createJar = () => {
  const kept = new Map<string, string>()
  return {
    headers: () => new Headers({ cookie: [...kept].map(([name, value]) => `${name}=${value}`).join('; ') }),
    take: (setCookies: readonly string[]) => {
      for (const cookie of setCookies) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        if (/max-age=0/i.test(cookie)) kept.delete(name)
        else kept.set(name, value)
      }
    },
    names: () => [...kept.keys()],
  }
}
export type Jar = ReturnType<typeof createJar>

/** The code an authenticator app shows for a secret; `steps` of half a minute from now. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 })

let passwordHash: Promise<string> | undefined

/** An account with Oyun's password, or another address with the same. */
export const createOyun = async (people: PeopleDb, address = oyun.address): Promise<string> => {
  passwordHash ??= hashPassword(oyun.password)
  return createAccount(people, { ...oyun, address, passwordHash: await passwordHash })
}

/** Makes the first administrator, so that the desk is closed; their id. */
export const closeDesk = async (people: PeopleDb, access: Access): Promise<string> => {
  const path = (await offerFirst(people))!
  return (await access.links.createFirst({ ...oyun, token: path.slice('/first/'.length) }))!
}

/** Signs in with the password and sets up the second factor; its secret and recovery codes. */
export const setUp = async (
  access: Access,
  jar: Jar,
  { address, password }: { address: string; password: string } = oyun,
): Promise<{ secret: string; recoveryCodes: string[] }> => {
  const entered = await access.steps.enterPassword({ address, password })
  if (entered.outcome !== 'in') throw new Error(entered.outcome)
  jar.take(entered.setCookies)
  const step = await access.steps.findStep(jar.headers())
  if (step.step !== 'set-up') throw new Error(step.step)
  const done = await access.steps.setUpSecondFactor(jar.headers(), codeOf(step.secret))
  if (done.outcome !== 'in') throw new Error(done.outcome)
  jar.take(done.setCookies)
  return { secret: step.secret, recoveryCodes: done.recoveryCodes }
}
