// The page of permissions: who may do what to what, in which state; every cell is what may() says.
import { may, roleMay, scopeFor } from '../src/accounts/may.ts'
import {
  agentOf,
  keeperOf,
  type Person,
  type Role,
  roles,
  type SignedIn,
  thePublic,
  tokenScopes,
} from '../src/accounts/person.ts'
import { sightOf } from '../src/accounts/sight-of.ts'
import { type Act, acts, type Thing, thingStates } from '../src/accounts/thing.ts'

const actor = 'an actor'
const keeper = keeperOf('a treaty')

const roleWords: Record<Role, [name: string, heldWith: string, does: string]> = {
  administrator: ['administrator', 'nobody: the whole installation', 'gives roles and reads the audit trail'],
  'focal-point': [
    'focal point',
    'a State or another actor',
    'writes, returns, publishes and withdraws what the actor says',
  ],
  approver: [
    'approver',
    'a State or another actor',
    'approves what is to be published of the actor, or returns it',
  ],
  contributor: [
    'contributor',
    'a State or another actor, and a department of it if it has several',
    'writes drafts',
  ],
  coder: [
    'coder',
    'the keeper of a treaty (its secretariat)',
    'enters reports of any State that came on paper',
  ],
  reviewer: ['reviewer', 'the keeper of a treaty', 'approves and publishes what coders entered, and figures'],
  'committee-member': ['committee member', 'the keeper of a treaty', 'comments on figures'],
  partner: ['partner', 'a State, a treaty, or all', 'reads what is shared with partners'],
}

const held = (role: Role, department: string | null = null): SignedIn => {
  const [, heldWith] = roleWords[role]
  const of = heldWith.startsWith('nobody') ? null : heldWith.startsWith('the keeper') ? keeper : actor
  const world = role === 'administrator' ? null : ('exercise' as const)
  const grants = [{ grantId: role, world, role, of, department }]
  return { as: 'person', personId: role, name: role, language: 'en', grants, scopes: null }
}

type About = { title: string; lead: string; thing: Omit<Thing, 'state'> }

const plain = { world: 'exercise', tier: 'public', departments: [], writtenBy: null } as const
const abouts: About[] = [
  {
    title: 'What an actor says: facts, commitments, its own reports',
    lead: 'Of their own actor. A commitment of several actors needs the approval of each.',
    thing: { ...plain, kind: 'report', owners: [actor], keeper: null },
  },
  {
    title: 'Reports that a treaty’s secretariat codes',
    lead: 'A State’s report as the secretariat enters it; it never changes what the State itself is writing.',
    thing: { ...plain, kind: 'report', owners: [keeper], keeper },
  },
  {
    title: 'Figures of a treaty’s plan, frozen as a release',
    lead: 'To freeze them is to begin a draft.',
    thing: { ...plain, kind: 'figures', owners: [keeper], keeper },
  },
  {
    title: 'Figures of a plan without a treaty',
    lead: 'Of the parties of the plan, such as those of a pledge: each approves.',
    thing: { ...plain, kind: 'figures', owners: [actor], keeper: null },
  },
  {
    title: 'People: accounts, roles, invitations, departments',
    lead: 'Focal points give roles with their own actor, reviewers those with their treaty’s keeper.',
    thing: { ...plain, kind: 'people', owners: [actor, keeper], keeper: null },
  },
  {
    title: 'The audit trail',
    lead: 'Of the whole installation.',
    thing: { ...plain, kind: 'audit', owners: [], keeper: null },
  },
]

const actWords: Record<Act, string> = {
  read: 'read it',
  'read-history': 'read its history',
  enter: 'begin it',
  edit: 'change it',
  approve: 'approve it, or withdraw the approval',
  ask: 'ask for its approval',
  return: 'return it with a note',
  publish: 'publish it (submit a report)',
  discard: 'discard it',
  restore: 'bring an earlier state back',
  'declare-complete': 'declare the records of a period complete',
  comment: 'comment on it',
  manage: 'invite people, give and end roles',
}

const letters = { draft: 'D', approved: 'A', published: 'P' } as const

/** In which states somebody may, with a mark where it is not theirs alone to decide. */
const cell = (person: Person, act: Act, { thing }: About): string => {
  const states = thingStates.filter((state) => may(person, act, { ...thing, state }))
  if (states.length === 0) return '–'
  // Neither is ever a draft.
  if (thing.kind === 'people' || thing.kind === 'audit') return 'yes'
  const at = { ...thing, state: states[0]! }
  const isByDepartment =
    person.as === 'person' &&
    person.grants[0]?.role === 'contributor' &&
    !may(held('contributor', 'one'), act, { ...at, departments: ['another'] })
  const isNotOwn = !may(person, act, { ...at, writtenBy: agentOf(person) })
  return `${states.map((state) => letters[state]).join(' ')}${isByDepartment ? ' ¹' : ''}${isNotOwn ? ' ²' : ''}`
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const tableOf = (about: About): string[] => {
  const people: [string, Person][] = [
    ['public', thePublic],
    ...roles.map((role): [string, Person] => [roleWords[role][0], held(role)]),
  ]
  const own = acts.filter((act) => people.some(([, person]) => cell(person, act, about) !== '–'))
  const columns = people.filter(([, person]) => own.some((act) => cell(person, act, about) !== '–'))
  return [
    row(['', ...columns.map(([name]) => name)]),
    row(['---', ...columns.map(() => '---')]),
    ...own.map((act) => row([actWords[act], ...columns.map(([, person]) => cell(person, act, about))])),
  ]
}

const whose = (seen: 'all' | readonly string[]): string =>
  seen === 'all' ? 'of everyone' : seen.length === 0 ? '–' : 'of their actor'

const scopeRows = (): string[] =>
  tokenScopes.map((scope) =>
    row([
      `\`${scope}\``,
      acts
        .filter((act) => scopeFor[act] === 'any' || scopeFor[act] === scope)
        .map((act) => actWords[act])
        .join('; '),
    ]),
  )

/** The page, in Markdown. */
export const permissionsPage = (made: string): string =>
  [
    '# Who may do what',
    '',
    made,
    '',
    'A role is held with somebody: an actor (a State, a ministry, a National Society) or those who keep a treaty’s reports and',
    'figures. It holds in one world, the register or the exercise, and says nothing about anyone else. Whoever has several roles',
    'may what any of them may. Whoever runs commands on the data folder may everything, and so may whoever sits at the machine',
    'as long as no administrator exists.',
    '',
    '## Roles',
    '',
    row(['Role', 'Held with', 'What it is for']),
    row(['---', '---', '---']),
    ...roles.map((role) => row(roleWords[role])),
    '',
    '## What may be done, and when',
    '',
    'D: while it is a draft. A: once each of its owners has approved it as it stands; any change makes it a draft again. P: when it is',
    'published. –: not at all. What is not in a table nobody may, but the desk and commands.',
    ...abouts.flatMap((about) => ['', `### ${about.title}`, '', about.lead, '', ...tableOf(about)]),
    '',
    '¹ A contributor held to a department may this where no department is named, or theirs. ² Not what they wrote themselves.',
    '',
    '## Facts that are not public',
    '',
    'A fact has a tier. What is public everyone sees. Beyond it somebody sees the facts for partners, and the restricted ones, of',
    'those named here; for everyone else such a fact is not there, on no page, in no file, no search and no count. A fact that one',
    'for partners or a restricted one replaced or withdrew is gone with it for whoever does not see that one. Figures, duties and',
    'calendars rest on public facts alone. Each reading of what is not public leaves a row in the audit trail.',
    '',
    row(['Role', 'For partners', 'Restricted']),
    row(['---', '---', '---']),
    ...roles.map((role) => {
      const sight = sightOf(held(role), 'exercise')
      return row([roleWords[role][0], whose(sight.partner), whose(sight.restricted)])
    }),
    '',
    'A partner of one actor sees what that one shares; a partner of a treaty or of all what everyone shares.',
    '',
    '## Tokens',
    '',
    'A program with a personal token may what its person may, as far as the token was made for it. Every scope reads; people are',
    'managed in a session alone.',
    '',
    row(['Scope', 'What it is for']),
    row(['---', '---']),
    ...scopeRows(),
    '',
    `The table in code: \`src/accounts/may.ts\`, ${Object.values(roleMay).flat().length} rows; \`test/accounts/may.test.ts\` and \`test/web/permission\` hold it.`,
    '',
  ].join('\n')
