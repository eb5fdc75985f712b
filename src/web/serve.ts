// The web server of both worlds in every language: the register at /, the exercise at /exercise, other languages below
// their codes (/mn, /mn/exercise).
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { reportFault } from '../fault.ts'
import { noticeInstruments } from '../instrument-folders.ts'
import { problem } from '../problem.ts'
import { type Front, type FrontWord, frontDoor, underOrigin } from './front.ts'

/** An app and where it is mounted. */
export type Mounted = {
  base: string
  fetch: (request: Request, word?: FrontWord) => Response | Promise<Response>
}
export type Served = { address: string; close: () => Promise<void> }

/** The sites of all worlds and languages as one app, behind the front door. */
export const joinSites = (sites: readonly Mounted[], front: Front = {}): Hono => {
  const root = new Hono()
  root.use(frontDoor(front), async (_, next) => {
    // A plan that is added while the server runs shows with the next page.
    noticeInstruments()
    await next()
  })
  // What is no address at all: a path that climbs out of where it is mounted.
  root.onError((error, c) => {
    if (error instanceof HTTPException) return c.text('This is no address of Pacta.', error.status)
    reportFault(error, c.req.path)
    return c.text('Something went wrong here.', 500)
  })
  // The longest first: /mn/exercise is not a page of /mn.
  for (const site of sites.toSorted((a, b) => b.base.length - a.base.length))
    root.mount(
      site.base === '' ? '/' : site.base,
      (request: Request, word: FrontWord) => site.fetch(underOrigin(request, front.origin), word),
      (c) => [c.get('front')],
    )
  return root
}

/** How long a line may take; milliseconds. A slow line is no attack, so a body has minutes; what asks is a few hundred bytes. */
export type LineTimes = { headersMs: number; requestMs: number; idleMs: number; checkMs: number }
const lineTimes: LineTimes = { headersMs: 20_000, requestMs: 300_000, idleMs: 180_000, checkMs: 5_000 }

/** Lines open at once; more are closed at once, so that the others are served. */
const mostLines = 2_000

/** Where it listens: on a name or address, by default 127.0.0.1; or, with a `/` in it, on a socket at that path. */
export type Listening = { host?: string; times?: LineTimes }

const addressAt = ({ address, port }: AddressInfo): string =>
  `http://${address.includes(':') ? `[${address}]` : address}:${port}`

/** Why nothing can be listened on there, in words; anything else stays the fault it is. */
const refusalOf = (error: NodeJS.ErrnoException, host: string, port: number): Error => {
  const isSocket = host.includes('/')
  if (error.code === 'EADDRINUSE')
    return problem(
      'usage',
      isSocket
        ? `${host} is in use by another program, or one left it behind: remove it if none is running.`
        : `Port ${port} is in use by another program. Choose another with --port or PACTA_PORT.`,
    )
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EACCES', 'ENOENT', 'EINVAL'].includes(error.code ?? ''))
    return problem(
      'usage',
      `Nothing can listen on ${isSocket ? host : `${host}, port ${port}`} (${error.code}). Give an address of this machine with --host.`,
    )
  return error
}

/** Starts listening. Throws `usage` where the port is taken or the host is none of this machine. */
export const startServer = (
  app: { fetch: (request: Request, line: object) => Response | Promise<Response> },
  port: number,
  { host = '127.0.0.1', times = lineTimes }: Listening = {},
): Promise<Served> =>
  new Promise((resolve, reject) => {
    const isSocket = host.includes('/')
    const server = createAdaptorServer({
      fetch: app.fetch,
      hostname: isSocket ? 'localhost' : host,
      serverOptions: {
        headersTimeout: times.headersMs,
        requestTimeout: times.requestMs,
        connectionsCheckingInterval: times.checkMs,
        // Longer than proxies keep a line, so that none is closed under a request.
        keepAliveTimeout: 75_000,
        maxHeaderSize: 16 * 1024,
      },
    }) as Server
    server.maxConnections = mostLines
    // Nothing said on a line for so long: the other end has gone, or waits on purpose.
    server.setTimeout(times.idleMs)
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalOf(error, host, port)))
    server.listen(isSocket ? { path: host } : { host, port }, () => {
      const at = server.address()
      resolve({
        address: at === null || typeof at === 'string' ? host : addressAt(at),
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      })
    })
  })
