// What the pages about people, their roles, invitations and departments read and write; each for whoever asks.
import type { Department, SectionAssignment } from '../../accounts/department.ts'
import type { DepartmentChanged } from '../../accounts/departments.ts'
import type { InvitationState } from '../../accounts/invitation.ts'
import type { InvitationIssue } from '../../accounts/invite.ts'
import type { LetterHead } from '../../accounts/letter-store.ts'
import type { Owner, Role } from '../../accounts/person.ts'
import type { PersonExport } from '../../accounts/personal-data.ts'
import type { WayBack } from '../../accounts/reset-ways-in.ts'
import type { NewRole, RoleIssue } from '../../accounts/role-rules.ts'
import type { World } from '../../db/store.ts'

/** Who did it: a person by name, one who has left (no name), or a command. */
export type AgentShown = { agent: string; name: string | null }

/** An owner with its name: an actor in English, or the treaty whose keeper it is. */
export type OwnerShown = {
  of: Owner
  /** The actor it is; null: the keeper of a treaty. */
  actor: string | null
  name: string
  /** Whether it is a State, which has a page of its own. */
  isState: boolean
}

export type RoleShown = {
  world: World | null
  role: Role
  /** Null: of everyone, or of nobody. */
  of: OwnerShown | null
  department: { id: string; names: Readonly<Record<string, string>> } | null
}

export type GrantShown = RoleShown & {
  grantId: string
  since: string
  by: AgentShown
  until: string | null
  endedBy: AgentShown | null
  /** Whether whoever asks may end it. */
  mayEnd: boolean
}

export type PersonListed = {
  personId: string
  name: string
  address: string
  since: string
  grants: RoleShown[]
}

/** People whoever asks may see; `count` of all there are with an account, for those who see all. */
export type PeopleListed = { people: PersonListed[]; owners: OwnerShown[] }

export type PersonShown = {
  personId: string
  name: string
  address: string
  language: string
  since: string
  hasSecondFactor: boolean
  /** Roles held and ended, as far as whoever asks may see them. */
  grants: GrantShown[]
  mayGive: boolean
  mayForget: boolean
  /** Whether whoever asks may give them a way back in. */
  mayGiveWayBack: boolean
  /** Another address they asked for, where whoever asks may confirm it. */
  addressAsked: { address: string; until: string } | null
}

export type InvitationShown = {
  invitationId: string
  address: string | null
  name: string | null
  language: string
  roles: RoleShown[]
  state: InvitationState
  by: AgentShown
  madeAt: string
  expiresAt: string
}

/** Where whoever asks may give roles. `all`: everywhere, any. */
export type GivingShown = 'all' | { world: World; of: OwnerShown; roles: readonly Role[] }[]

export type OwnersShown = {
  actors: { id: string; name: string }[]
  treaties: { id: string; title: string }[]
}

/** A questionnaire's sections, each with the departments that work on it. */
export type SectionsShown = {
  obligation: string
  title: string
  sections: { id: string; title: string | null; part: number; parts: number; departments: string[] }[]
  /** What a form of it is filled from. */
  version: string
}

export type DepartmentsShown = {
  world: World
  actor: string
  actorName: string
  departments: (Department & { contributors: number })[]
  questionnaires: SectionsShown[]
}

/** A person as an invitation makes them. Without a password they sign in with the provider. */
export type NewAccount = { name: string; password: string | null; language: string }

export type InvitationOpened = {
  invitation: InvitationShown
  /** Somebody has an account with this address: they take it up signed in. */
  hasAccount: boolean
}

/** A letter that has not gone. `name`: of the person it is to; null where they have left, or it is to an address alone. */
export type UnsentLetter = LetterHead & { name: string | null }

export type PeopleData = {
  listPeople: () => Promise<PeopleListed>
  findPerson: (id: string) => Promise<PersonShown | undefined>
  showGiving: () => Promise<GivingShown>
  listOwners: (world: World) => Promise<OwnersShown>
  /** Departments of an actor that have not ended. */
  listDepartments: (world: World, actor: string) => Promise<Department[]>
  checkRole: (asked: NewRole) => Promise<RoleIssue[]>
  roleShown: (asked: NewRole) => Promise<RoleShown>
  /** False where they hold it already. */
  giveRole: (personId: string, asked: NewRole) => Promise<boolean>
  endRole: (grantId: string) => Promise<'ended' | 'ended already'>
  checkInvited: (asked: { name: string; address: string }) => InvitationIssue[]
  /** The path of the link, shown once. */
  invite: (asked: {
    name: string
    address: string
    language: string
    role: NewRole
  }) => Promise<{ path: string; until: string }>
  listInvitations: () => Promise<InvitationShown[]>
  /** Throws `not-found`. */
  getInvitation: (id: string) => Promise<InvitationShown>
  /** False where it was used or withdrawn before. */
  withdrawInvitation: (id: string) => Promise<boolean>
  inviteAgain: (id: string) => Promise<{ path: string; until: string } | undefined>
  showDepartments: (world: World, actor: string) => Promise<DepartmentsShown>
  makeDepartment: (of: { world: World; actor: string; names: Department['names'] }) => Promise<void>
  renameDepartment: (asked: {
    id: string
    names: Department['names']
    revision: number
  }) => Promise<DepartmentChanged>
  endDepartment: (id: string) => Promise<void>
  assignSections: (asked: {
    world: World
    actor: string
    obligation: string
    sections: readonly Omit<SectionAssignment, 'obligation'>[]
    version: string
  }) => Promise<'assigned' | 'changed meanwhile'>
  /** What a link opens. Throws `not-found`. */
  openInvitation: (token: string) => Promise<InvitationOpened>
  /** Makes the account with what was typed and gives it the roles. Throws where the invitation is over. */
  takeInvitationAnew: (token: string, account: NewAccount) => Promise<void>
  /** Gives the roles to whoever asks. */
  takeInvitationSignedIn: (token: string) => Promise<void>
  /** The address of whoever asks, in small letters; undefined where they are not signed in. */
  findOwnAddress: () => Promise<string | undefined>
  /** Closes what was open, and makes a link for a new password: for an administrator, of somebody else. */
  giveWayBack: (personId: string, asked: { secondFactor: boolean }) => Promise<WayBack>
  /** Gives somebody the address they asked for; false where that is over, or another has it. */
  confirmAddress: (personId: string, address: string) => Promise<boolean>
  /** Letters that have not gone, the oldest first: for administrators. */
  listUnsentLetters: () => Promise<UnsentLetter[]>
  /** All that is kept of whoever asks. */
  exportOwn: () => Promise<PersonExport>
  /** Forgets a person: whoever asks themselves, or, for an administrator, anyone. */
  forgetPerson: (personId: string) => Promise<void>
}
