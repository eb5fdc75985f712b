// pacta person list, show, invite, grant, end: who works here and with which roles, for whoever holds the data folder.
import { nameOfDepartment } from '../accounts/department.ts'
import { listAllDepartments, listDepartments } from '../accounts/department-store.ts'
import { endRole, giveRole } from '../accounts/give-role.ts'
import { type HeldGrant, listHeldGrants } from '../accounts/grant-store.ts'
import { checkInvited, invite } from '../accounts/invite.ts'
import { type Role, roles } from '../accounts/person.ts'
import { listPersons } from '../accounts/person-store.ts'
import { checkRole, type NewRole, roleFaults } from '../accounts/role-rules.ts'
import type { Store } from '../db/store.ts'
import { listActors } from '../parties/actor-store.ts'
import { shippedTreaties } from '../parties/treaty.ts'
import { type Issue, problem } from '../problem.ts'
import { findLanguage, languages } from '../words/languages.ts'
import { type Command, type CommandContext, neededOption, textOption } from './command.ts'
import { printedLink, secretOf } from './installation.ts'
import { getPersonNamed } from './person-named.ts'
import { asWorld, worldOption } from './world.ts'

const roleOptions = {
  role: { type: 'string', describe: `one of ${roles.join(', ')}` },
  of: {
    type: 'string',
    describe: 'the id of an actor (XAU), or treaty:ID for those who keep its reports; left out: of all',
  },
  department: { type: 'string', describe: "a contributor's department, by its id or its name" },
  ...worldOption,
} as const

const roleLine = ({ role, world, of, department }: Omit<NewRole, 'role'> & { role: string }): string =>
  [
    role,
    of === null ? '' : ` of ${of}`,
    world === null || world === 'register' ? '' : ` (${world})`,
    department === null ? '' : `, department ${department}`,
  ].join('')

/** The department named by its id or by one of its names. */
const departmentNamed = async (
  store: Store,
  name: string | undefined,
  { world, of }: NewRole,
): Promise<string | null> => {
  if (name === undefined) return null
  if (world === null || of === null)
    throw problem('usage', '--department needs --of, the actor whose department it is.')
  const open = (await listDepartments(store.people, { world, actor: of })).filter(
    (one) => one.endedAt === null,
  )
  const found = open.find((one) => one.departmentId === name || Object.values(one.names).includes(name))
  if (found === undefined) {
    const names = open.map((one) => nameOfDepartment(one, 'en').name).join(', ')
    throw problem('usage', `"${of}" has no department "${name}"; it has: ${names || 'none'}.`)
  }
  return found.departmentId
}

/** The role the options name. Throws `usage` for a name that is none, `input-rejected` for what cannot be held. */
const readRole = async (context: CommandContext, store: Store): Promise<NewRole> => {
  const name = neededOption(context, 'role')
  if (!roles.some((role) => role === name))
    throw problem('usage', `--role is one of ${roles.join(', ')}; it is "${name}".`)
  const role = name as Role
  const world = role === 'administrator' ? null : asWorld(context)
  const asked: NewRole = { role, world, of: textOption(context, 'of') ?? null, department: null }
  const department = await departmentNamed(store, textOption(context, 'department'), asked)
  const actors = world === null ? [] : await listActors(store.world(world))
  const held = {
    hasActor: (id: string) => actors.some((actor) => actor.id === id),
    hasTreaty: (id: string) => shippedTreaties().some((treaty) => treaty.id === id),
    hasDepartment: () => true,
  }
  const issues = checkRole({ ...asked, department }, held).map(
    ({ field, fault }): Issue => ({ path: `--${field}`, message: roleFaults[fault] }),
  )
  if (issues.length > 0) throw problem('input-rejected', 'This role cannot be given.', issues)
  return { ...asked, department }
}

export const personList: Command = {
  name: 'person list',
  summary: 'Lists the people with an account and the roles they hold.',
  usage: '[--role ROLE] [--of OWNER]',
  example: 'pacta person list --role focal-point',
  options: { role: roleOptions.role, of: roleOptions.of },
  run: async (context) => {
    const { people } = await context.open()
    const role = textOption(context, 'role')
    const of = textOption(context, 'of')
    const grants = Map.groupBy(await listHeldGrants(people, { isHeld: true }), (one) => one.personId)
    const departments = new Map(
      (await listAllDepartments(people)).map((one) => [one.departmentId, nameOfDepartment(one, 'en').name]),
    )
    const named = (grant: HeldGrant) => ({
      ...grant,
      department: grant.department === null ? null : (departments.get(grant.department) ?? grant.department),
    })
    const shown = (await listPersons(people))
      .map((person) => ({ ...person, roles: (grants.get(person.personId) ?? []).map(named) }))
      .filter(
        (person) =>
          (role === undefined && of === undefined) ||
          person.roles.some((one) => (role ?? one.role) === one.role && (of ?? one.of) === one.of),
      )
    if (context.json) context.out(JSON.stringify(shown, null, 2))
    else
      for (const { personId, name, address, roles: held } of shown) {
        context.out(`${name} <${address}>  ${personId}`)
        for (const one of held) context.out(`  ${roleLine(one)}  ${one.grantId}`)
        if (held.length === 0) context.out('  no role')
      }
    return 0
  },
}

export const personInvite: Command = {
  name: 'person invite',
  summary:
    'Invites somebody to a role: puts the letter into the outbox and prints the link, which works once.',
  usage: 'ADDRESS --name NAME --role ROLE [--of OWNER] [--department NAME] [--language CODE] [--world NAME]',
  example:
    'pacta person invite ada@example.org --name "Ada Fictional" --role focal-point --of XAU --world exercise',
  options: {
    name: { type: 'string', describe: 'their name' },
    language: { type: 'string', describe: 'language of the letter, such as en (default) or mn' },
    ...roleOptions,
  },
  run: async (context) => {
    const [address, ...more] = context.args
    if (address === undefined || more.length > 0) throw problem('usage', 'Give one address for mail.')
    const name = neededOption(context, 'name')
    const language = textOption(context, 'language') ?? 'en'
    if (findLanguage(language) === undefined)
      throw problem(
        'usage',
        `--language is one of ${languages.map(({ code }) => code).join(', ')}; it is "${language}".`,
      )
    const wrong = checkInvited({ name, address }).map(
      ({ field }): Issue =>
        field === 'name'
          ? { path: '--name', message: 'Missing', expected: 'at most 200 signs' }
          : {
              path: 'ADDRESS',
              message: 'Not an address for mail',
              expected: 'name@example.org',
              found: address,
            },
    )
    if (wrong.length > 0) throw problem('input-rejected', 'Nobody was invited.', wrong)
    const store = await context.open()
    const role = await readRole(context, store)
    const invited = await invite(store.people, {
      ...{ address, name, language, grants: [role] },
      agent: 'pacta person invite',
      byName: 'Pacta',
      secret: secretOf(context),
    })
    const { invitationId, expiresAt } = invited.invitation
    const { words, ...link } = printedLink(context, invited.path)
    if (context.json) context.out(JSON.stringify({ invitationId, expiresAt, ...link }, null, 2))
    else
      context.out(
        `Invited ${name} as ${roleLine(role)}. The link works once, until ${expiresAt.slice(0, 10)}:\n${words}`,
      )
    return 0
  },
}

export const personGrant: Command = {
  name: 'person grant',
  summary: 'Gives a role to a person who has an account.',
  usage: 'PERSON --role ROLE [--of OWNER] [--department NAME] [--world NAME]',
  example: 'pacta person grant ada@example.org --role approver --of XAU --world exercise',
  options: roleOptions,
  run: async (context) => {
    const store = await context.open()
    const { personId, name } = await getPersonNamed(store.people, context.args)
    const role = await readRole(context, store)
    const grant = await giveRole(store.people, { personId, role, agent: 'pacta person grant' })
    if (grant === undefined) throw problem('already-recorded', `${name} holds this role already.`)
    context.out(
      context.json ? JSON.stringify(grant, null, 2) : `${name} is now ${roleLine(role)}  ${grant.grantId}`,
    )
    return 0
  },
}

export const personEnd: Command = {
  name: 'person end',
  summary: 'Ends a role; "pacta person list" has its id. The last administrator stays.',
  usage: 'GRANT',
  example: 'pacta person end 01a80f2c-0000-7000-8000-000000000000',
  run: async (context) => {
    const [grantId, ...more] = context.args
    if (grantId === undefined || more.length > 0 || !/^[0-9a-f-]{36}$/.test(grantId))
      throw problem('usage', 'Give the id of one role, as "pacta person list" prints it.')
    const { people } = await context.open()
    const { outcome, grant } = await endRole(people, { grantId, agent: 'pacta person end' })
    context.out(context.json ? JSON.stringify({ outcome, grant }, null, 2) : `${outcome}: ${roleLine(grant)}`)
    return 0
  },
}
