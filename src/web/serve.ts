// The web server of both worlds in every language: the register at /, the exercise at /exercise, other languages below
// their codes (/mn, /mn/exercise), on this machine only.
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { noticeInstruments } from '../instrument-folders.ts'
import { problem } from '../problem.ts'

/** An app and where it is mounted. */
export type Mounted = { base: string; fetch: (request: Request) => Response | Promise<Response> }
export type Served = { address: string; close: () => Promise<void> }

// Until sign-in exists nothing is reachable from other machines. A page elsewhere could still point a name of its own
// at 127.0.0.1, so only our own names are answered.
const ourNames = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** The sites of all worlds and languages as one app. */
export const joinSites = (sites: readonly Mounted[]): Hono => {
  const root = new Hono()
  root.use(async (c, next) => {
    const host = c.req.header('host')
    if (host !== undefined && !ourNames.test(host)) {
      return c.text('This address is served to this machine only.', 421)
    }
    // A plan that is added while the server runs shows with the next page.
    noticeInstruments()
    await next()
  })
  // The longest first: /mn/exercise is not a page of /mn.
  for (const site of sites.toSorted((a, b) => b.base.length - a.base.length))
    root.mount(site.base === '' ? '/' : site.base, site.fetch)
  return root
}

/** Starts listening on 127.0.0.1. Throws `usage` where the port is taken. */
export const startServer = (app: Pick<Mounted, 'fetch'>, port: number): Promise<Served> =>
  new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (info) =>
      resolve({
        address: `http://127.0.0.1:${info.port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }),
    )
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? problem(
              'usage',
              `Port ${port} is in use by another program. Choose another with --port or PACTA_PORT.`,
            )
          : error,
      ),
    )
  })
