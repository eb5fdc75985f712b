// pacta serve: the register at /, the exercise at /exercise, on this machine only.
import { readConfig } from '../config.ts'
import type { Store, World } from '../db/store.ts'
import { todayIn } from '../facts/today.ts'
import { problem } from '../problem.ts'
import { createSites } from '../web/app.ts'
import { bannerOf, heldData } from '../web/held.ts'
import { joinSites, startServer } from '../web/serve.ts'
import { type Command, textOption } from './command.ts'

/** The world's site, in every language. Its day is read again now and then: a server may run over midnight. */
const sitesOf = async (store: Store, world: World) => {
  const db = store.world(world)
  let today = await todayIn(db)
  const timer = setInterval(async () => {
    today = await todayIn(db).catch(() => today)
  }, 60_000)
  timer.unref()
  return createSites({
    world,
    banner: await bannerOf(db),
    data: heldData(db),
    today: () => today,
  })
}

const portOf = (text: string | undefined): number => {
  if (text === undefined) return readConfig().port
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw problem('usage', `--port should be a number from 0 to 65535; it is "${text}".`)
  return port
}

export const serveCommand: Command = {
  name: 'serve',
  summary: 'Serves the register at / and the exercise at /exercise, on this machine only.',
  usage: '[--port PORT]',
  example: 'pacta serve --port 3000',
  options: {
    port: { type: 'string', describe: 'port to listen on (default: 3000, or PACTA_PORT; 0: any free one)' },
  },
  run: async (context) => {
    const port = portOf(textOption(context, 'port'))
    const store = await context.open()
    const app = joinSites([...(await sitesOf(store, 'register')), ...(await sitesOf(store, 'exercise'))])
    const served = await startServer(app, port)
    context.out(`Pacta is at ${served.address}, the exercise at ${served.address}/exercise. Ctrl-C ends it.`)
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    context.progress('Closing.')
    await served.close()
    return 0
  },
}
