// pacta release publish
import { problem } from '../problem.ts'
import { publishRelease } from '../releases/publish.ts'
import type { Command } from './command.ts'
import { asWorld, worldOption } from './world.ts'

export const releasePublish: Command = {
  name: 'release publish',
  summary: 'Publishes a release that was frozen as a draft: from then on everyone sees it.',
  usage: 'ID [--world NAME]',
  example: 'pacta release publish 0123456789ab --world exercise',
  options: worldOption,
  run: async (context) => {
    const [id, ...more] = context.args
    if (id === undefined || more.length > 0)
      throw problem('usage', 'Name one release; "pacta release list" names them.')
    const db = (await context.open()).world(asWorld(context))
    // Whoever may write the data folder may publish; in the browser each owner's approval is needed first.
    const outcome = await publishRelease(db, id, {
      agent: 'pacta release publish',
      publishedAs: 'command',
      needsApproval: false,
    })
    context.out(context.json ? JSON.stringify({ id, outcome }, null, 2) : `Release ${id}: ${outcome}`)
    return 0
  },
}
