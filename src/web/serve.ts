// The web server of both worlds: the register at /, the exercise at /exercise, on this machine only.
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { problem } from '../problem.ts'

export type Site = { fetch: (request: Request) => Response | Promise<Response> }
export type Served = { address: string; close: () => Promise<void> }

// Until sign-in exists nothing is reachable from other machines. A page elsewhere could still point a name of its own
// at 127.0.0.1, so only our own names are answered.
const ourNames = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** Both worlds as one app. */
export const joinWorlds = (register: Site, exercise: Site): Hono => {
  const root = new Hono()
  root.use(async (c, next) => {
    const host = c.req.header('host')
    if (host !== undefined && !ourNames.test(host)) {
      return c.text('This address is served to this machine only.', 421)
    }
    await next()
  })
  root.mount('/exercise', exercise.fetch)
  root.mount('/', register.fetch)
  return root
}

/** Starts listening on 127.0.0.1. Throws `usage` where the port is taken. */
export const startServer = (app: Site, port: number): Promise<Served> =>
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
