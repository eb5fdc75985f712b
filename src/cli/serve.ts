// pacta serve: the register at /, the exercise at /exercise; on this machine only, until people can sign in.
import { hasAdministrator } from '../accounts/grant-store.ts'
import { readConfig } from '../config.ts'
import { heldPlans } from '../indicators/plans.ts'
import { readMailServer } from '../mail/smtp.ts'
import { problem } from '../problem.ts'
import { type Command, textOption } from './command.ts'
import { dataDirOf, secretOf } from './installation.ts'

/** Loaded while the store opens: other commands do without them, and this one need not wait for them. */
const loadWeb = async () => ({
  ...(await import('../web/world-sites.ts')),
  ...(await import('../web/serve.ts')),
  ...(await import('../web/served-at.ts')),
  ...(await import('../web/front.ts')),
  ...(await import('../web/limits.ts')),
  ...(await import('../accounts/access.ts')),
  ...(await import('../accounts/first-administrator.ts')),
  ...(await import('../mail/runner.ts')),
  ...(await import('../mail/jobs.ts')),
})

const portOf = (text: string | undefined): number => {
  if (text === undefined) return readConfig().port
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw problem('usage', `--port should be a number from 0 to 65535; it is "${text}".`)
  return port
}

export const serveCommand: Command = {
  name: 'serve',
  summary:
    'Serves the register at / and the exercise at /exercise: to this machine, or, with PACTA_ORIGIN and an administrator, through a proxy to others.',
  usage: '[--port PORT] [--host ADDRESS]',
  example: 'pacta serve --port 3000',
  options: {
    port: { type: 'string', describe: 'port to listen on (default: 3000, or PACTA_PORT; 0: any free one)' },
    host: {
      type: 'string',
      describe:
        'address to listen on (default: 127.0.0.1), or the path of a socket for a proxy on this machine',
    },
  },
  run: async (context) => {
    const port = portOf(textOption(context, 'port'))
    const config = readConfig()
    const server = readMailServer(config)
    const secret = secretOf(context)
    // The database starts on a thread of its own; meanwhile this one loads the web and reads the plans.
    const opening = context.open()
    opening.catch(() => {}) // awaited below
    const web = await loadWeb()
    heldPlans()
    const store = await opening
    const host = textOption(context, 'host') ?? '127.0.0.1'
    const front = {
      origin: config.origin,
      proxies: config.proxies,
      hasAdministrator: () => hasAdministrator(store.people),
    }
    await web.checkListening(host, front)
    let reachedAs = config.origin ?? `http://127.0.0.1:${port}`
    const access = web.createAccess({
      people: store.people,
      origin: () => reachedAs,
      secret,
      limits: config.session,
      provider: config.provider,
    })
    const shared = { limits: web.createLimits(), access, accounts: access, secret, isAhead: true }
    const sites = [
      ...(await web.createWorldSites(store, 'register', shared)),
      ...(await web.createWorldSites(store, 'exercise', shared)),
    ]
    const served = await web.startServer(web.joinSites(sites, front), port, { host })
    const origin = config.origin ?? served.address
    if (URL.canParse(origin)) reachedAs = origin
    const forgetServedAt = web.noteServedAt(dataDirOf(context), served.address)
    const runner = web.startRunner(
      web.mailJobs(store, { server, origin, secret, report: context.progress }),
      context.progress,
    )
    context.out(`Pacta is at ${served.address}, the exercise at ${served.address}/exercise. Ctrl-C ends it.`)
    if (config.origin !== undefined)
      context.out(
        (await front.hasAdministrator())
          ? `Other machines reach it as ${config.origin}.`
          : `Other machines reach it as ${config.origin} once an administrator exists.`,
      )
    const first = await web.offerFirst(store.people)
    if (first !== undefined)
      context.out(
        `Nobody administrates this installation yet. Open this link on this machine to make the first administrator; it works once, for ${web.firstLinkHours} hours: ${URL.canParse(served.address) ? served.address : ''}${first}`,
      )
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    context.progress('Closing.')
    forgetServedAt()
    await Promise.all([served.close(), runner.stop()])
    return 0
  },
}
