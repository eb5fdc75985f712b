// The provider of the tests: its process, and somebody's way through its pages.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { callbackPath } from '../../src/accounts/callback-path.ts'
import type { Provider } from '../../src/accounts/oidc.ts'
import { createJar, origin } from './signing-in.ts'

export type ProviderProcess = { settings: Provider; stop: () => void }

/** Starts it on a port of its own. */
export const startProvider = (): Promise<ProviderProcess> =>
  new Promise((resolve, reject) => {
    const file = fileURLToPath(new URL('./provider-process.ts', import.meta.url))
    const child: ChildProcess = fork(file, [`${origin}${callbackPath}`], { stdio: 'ignore' })
    child.once('exit', (code) => reject(new Error(`The provider ended with ${code}`)))
    child.once('message', (message) => {
      const { port } = message as { port: number }
      resolve({
        settings: {
          issuer: `http://127.0.0.1:${port}`,
          clientId: 'pacta',
          clientSecret: 'a secret of the client, for tests alone',
          name: 'The ministry of the exercise',
        },
        stop: () => void child.kill(),
      })
    })
  })

const formOn = (page: string): { action: string; hidden: [string, string][] } => ({
  action: /<form[^>]*action="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '',
  hidden: [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value],
  ),
})

/** Goes from the provider's first address through its login and consent; the address it leads back to. */
export const walkThrough = async (address: string, login: string): Promise<string> => {
  const jar = createJar()
  let next = address
  let form: URLSearchParams | undefined
  for (let step = 0; step < 20; step++) {
    const response: Response = await fetch(next, {
      redirect: 'manual',
      headers: jar.headers(),
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    })
    jar.take(response.headers.getSetCookie())
    form = undefined
    const location = response.headers.get('location')
    if (location !== null) {
      next = new URL(location, next).href
      if (next.startsWith(origin)) return next
    } else {
      const { action, hidden } = formOn(await response.text())
      form = new URLSearchParams([...hidden, ['login', login], ['password', 'any']])
      next = new URL(action, next).href
    }
  }
  throw new Error(`No way back from ${next}`)
}
