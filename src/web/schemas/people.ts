// The shapes of what the pages about people give as data.
import { z } from '@hono/zod-openapi'
import { letterKinds, letterStates } from '../../accounts/letter.ts'
import { roles } from '../../accounts/person.ts'
import type {
  DepartmentsShown,
  GrantShown,
  InvitationShown,
  PersonListed,
  PersonShown,
  RoleShown,
} from '../data/people.ts'
import { inWorld, maybeText, text } from './parts.ts'

const words = (description: string) => z.string().openapi({ description })
const instant = words('ISO 8601, UTC')
const worldOf = z.enum(['register', 'exercise'])
const names = z.record(z.string(), z.string()).openapi({ description: 'By language (BCP 47)' })

const agent = z.object({
  agent: words('person:… or the command that did it'),
  name: maybeText.openapi({ description: 'Null: somebody who has left, or no person' }),
})

const owner = z.object({
  of: words('The id of an actor, or treaty:… for those who keep the reports of a treaty'),
  actor: maybeText.openapi({ description: 'Null: the keeper of a treaty' }),
  name: text,
  isState: z.boolean().openapi({ description: 'Whether it is a State' }),
})

const roleParts = {
  world: worldOf.nullable().openapi({ description: 'Null: the whole installation' }),
  role: z.enum(roles),
  of: owner.nullable().openapi({ description: 'Null: of everyone, or of nobody' }),
  department: z.object({ id: text, names }).nullable(),
}
const role = z.object(roleParts).openapi('Role') satisfies z.ZodType<RoleShown>

const grant = z
  .object({
    ...roleParts,
    grantId: text,
    since: instant,
    by: agent,
    until: maybeText,
    endedBy: agent.nullable(),
    mayEnd: z.boolean(),
  })
  .openapi('Grant') satisfies z.ZodType<GrantShown>

const listed = z.object({
  personId: text,
  name: text,
  address: text,
  since: instant,
  grants: z.array(role),
}) satisfies z.ZodType<PersonListed>

export const peopleSchema = z
  .object({ ...inWorld, count: z.number().int(), people: z.array(listed) })
  .openapi('People')

export const personSchema = z
  .object({
    ...inWorld,
    personId: text,
    name: text,
    address: text,
    language: text,
    since: instant,
    hasSecondFactor: z.boolean(),
    grants: z.array(grant),
    mayGive: z.boolean(),
    mayForget: z.boolean(),
    mayGiveWayBack: z.boolean(),
    addressAsked: z.object({ address: text, until: instant }).nullable(),
  })
  .openapi('Person') satisfies z.ZodType<PersonShown>

const invitation = z.object({
  invitationId: text,
  address: maybeText,
  name: maybeText,
  language: text,
  roles: z.array(role),
  state: z.enum(['open', 'used', 'withdrawn', 'expired']),
  by: agent,
  madeAt: instant,
  expiresAt: instant,
}) satisfies z.ZodType<InvitationShown>

export const unsentLettersSchema = z
  .object({
    ...inWorld,
    letters: z.array(
      z.object({
        letterId: text,
        kind: z.enum(letterKinds),
        personId: maybeText.openapi({ description: 'Null: to an address alone' }),
        address: maybeText.openapi({ description: 'Null: to the address of the person' }),
        name: maybeText,
        state: z.enum(letterStates),
        tries: z.number().int(),
        madeAt: instant,
        nextTryAt: instant,
        sentAt: z.null(),
        trouble: maybeText.openapi({
          description: 'What stood in the way last, in English or as the mail server said it',
        }),
      }),
    ),
  })
  .openapi('UnsentLetters')

export const invitationsSchema = z
  .object({ ...inWorld, invitations: z.array(invitation) })
  .openapi('Invitations')

export const departmentsSchema = z
  .object({
    actor: text,
    actorName: text,
    world: worldOf,
    departments: z.array(
      z.object({
        departmentId: text,
        world: worldOf,
        actor: text,
        names,
        revision: z.number().int(),
        madeAt: instant,
        endedAt: maybeText,
        contributors: z.number().int(),
      }),
    ),
    questionnaires: z.array(
      z.object({
        obligation: text,
        title: text,
        version: words('What a form of it is filled from'),
        sections: z.array(
          z.object({
            id: text,
            title: maybeText,
            part: z.number().int(),
            parts: z.number().int(),
            departments: z.array(text).openapi({ description: 'Ids; none: every contributor’s' }),
          }),
        ),
      }),
    ),
  })
  .openapi('Departments') satisfies z.ZodType<DepartmentsShown>
