// pacta person reset, forget, export, tidy: ways back in, and what is kept of somebody.
import { linkMinutes } from '../accounts/password-link.ts'
import { exportPerson, forgetPerson, forgetWhatIsOver } from '../accounts/personal-data.ts'
import { resetWaysIn } from '../accounts/reset-ways-in.ts'
import { problem } from '../problem.ts'
import type { Command } from './command.ts'
import { printedLink } from './installation.ts'
import { getPersonNamed } from './person-named.ts'

export const personReset: Command = {
  name: 'person reset',
  summary:
    'Ends a person’s sessions, withdraws their tokens and prints a link for a new password; the second factor stays, or is set up anew.',
  usage: 'PERSON [--second-factor]',
  example: 'pacta person reset ada@example.org',
  options: {
    'second-factor': {
      type: 'boolean',
      describe:
        'the telephone and the recovery codes are lost too: another one is set up with the next sign-in',
    },
  },
  run: async (context) => {
    const { people } = await context.open()
    const { personId, name } = await getPersonNamed(people, context.args)
    const { path, ...closed } = await resetWaysIn(people, {
      personId,
      agent: 'pacta person reset',
      secondFactor: context.options['second-factor'] === true,
    })
    const { words, ...link } = printedLink(context, path)
    context.out(
      context.json
        ? JSON.stringify({ personId, ...closed, minutes: linkMinutes, ...link }, null, 2)
        : `Sessions ended: ${closed.sessionsEnded}; tokens withdrawn: ${closed.tokensWithdrawn}.\nA new password for ${name}, once, within ${linkMinutes} minutes:\n${words}`,
    )
    return 0
  },
}

export const personExport: Command = {
  name: 'person export',
  summary: 'Prints everything kept of a person, as JSON, without secrets.',
  usage: 'PERSON',
  example: 'pacta person export ada@example.org',
  run: async (context) => {
    const store = await context.open()
    const { personId } = await getPersonNamed(store.people, context.args)
    const worlds = { register: store.world('register'), exercise: store.world('exercise') }
    context.out(JSON.stringify(await exportPerson(store.people, { personId, worlds }), null, 2))
    return 0
  },
}

export const personForget: Command = {
  name: 'person forget',
  summary: 'Removes a person: name, address and account go, roles end; what they did stays under an id.',
  usage: 'PERSON --yes',
  example: 'pacta person forget ada@example.org --yes',
  options: { yes: { type: 'boolean', describe: 'do it: it cannot be undone' } },
  run: async (context) => {
    const { people } = await context.open()
    const { personId, name } = await getPersonNamed(people, context.args)
    if (context.options.yes !== true)
      throw problem('usage', `This removes ${name} for good. Add --yes to do it.`)
    await forgetPerson(people, { personId, agent: 'pacta person forget' })
    context.out(context.json ? JSON.stringify({ personId }, null, 2) : `Removed: ${personId}.`)
    return 0
  },
}

export const personTidy: Command = {
  name: 'person tidy',
  summary: 'Forgets what was kept of people as long as it is needed, as a running server does each hour.',
  usage: '',
  example: 'pacta person tidy',
  run: async (context) => {
    const { people } = await context.open()
    const forgotten = await forgetWhatIsOver(people)
    context.out(
      context.json
        ? JSON.stringify(forgotten, null, 2)
        : `Forgotten: who ${forgotten.invitations} invitations went to; ${forgotten.signIns} sessions, links and failed tries past their time.`,
    )
    return 0
  },
}
