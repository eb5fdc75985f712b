// What should be held of roles, tokens, invitations, departments, decisions, publications, settings and words about registers if everything stands
// as the trail says: its events, one after the other, replayed. Pure; memory holds each such row once, and no names of people.
import type { TouchedThing } from '../chain.ts'
import { readThingKey } from '../thing-key.ts'
import type { EventRow } from './finding.ts'

/** The rows that are compared, by what they are. */
export const heldKinds = [
  'role',
  'token',
  'invitation',
  'department',
  'section',
  'decision',
  'publication',
  'setting',
  'coverage',
] as const
export type HeldKind = (typeof heldKinds)[number]

/** What there is to say of a row; a field left out is not known, and not compared. Instants: ISO 8601, UTC. */
export type Said = {
  fields: Readonly<Record<string, unknown>>
  madeAt?: string
  madeBy?: string | null
  endedAt?: string | null
  endedBy?: string | null
  until?: string | null
}

/** A row as it should be held, with the event that says so last. */
export type Expected = Said & { of: EventRow }

export type Replayed = {
  rows: Record<HeldKind, Map<string, Expected>>
  /** Releases of which no event says whether they were published. */
  untoldReleases: Set<string>
  /** The trail says of every setting what it is. */
  knowsSettings: boolean
  /** There are events of before the trail was a chain: what they touched is not known. */
  hasOlder: boolean
}

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The key of a decision: of one owner there is one at a time. */
export const decisionKey = (thing: string, owner: string, at: string): string => `${thing} ${owner} ${at}`

const deciding = ['approval-asked', 'approved', 'approval-withdrawn', 'returned']

/** Takes events in their order; `replayed` is what should be held after those that were taken. */
export const replayTrail = () => {
  const byKind = () => new Map<string, Expected>()
  const replayed: Replayed = {
    rows: {
      role: byKind(),
      token: byKind(),
      invitation: byKind(),
      department: byKind(),
      section: byKind(),
      decision: byKind(),
      publication: byKind(),
      setting: byKind(),
      coverage: byKind(),
    },
    untoldReleases: new Set(),
    knowsSettings: false,
    hasOlder: false,
  }
  const { rows } = replayed
  const change = (kind: HeldKind, key: string, of: EventRow, said: Partial<Said>) => {
    const held = rows[kind].get(key)
    if (held !== undefined) rows[kind].set(key, { ...held, ...said, of })
  }

  const role = (of: EventRow, id: string, after: unknown) => {
    const { agent, action, happenedAt, subject } = of
    if (!isFields(after)) return change('role', id, of, { endedAt: happenedAt, endedBy: agent })
    // By an invitation a role is given by whoever invited.
    const inviter = rows.invitation.get(readThingKey(subject)?.id ?? '')?.madeBy
    const madeBy = action === 'invitation-used' ? inviter : agent
    const fields = { world: null, of: null, department: null, ...after }
    rows.role.set(id, {
      ...{ of, fields, madeAt: happenedAt, endedAt: null, endedBy: null },
      ...(madeBy === undefined ? {} : { madeBy }),
    })
  }

  const invitation = (of: EventRow, id: string, after: unknown) => {
    const { agent, happenedAt } = of
    const held = rows.invitation.get(id)
    const over = (isUsed: boolean, endedBy: string) =>
      change('invitation', id, of, {
        ...{ fields: { ...held?.fields, isUsed }, endedAt: happenedAt, endedBy },
      })
    if (!isFields(after)) return over(false, agent)
    if (typeof after.usedBy === 'string') return over(true, after.usedBy)
    const { expiresAt, ...fields } = after
    rows.invitation.set(id, {
      ...{ of, fields: { ...fields, isUsed: false }, madeAt: happenedAt, madeBy: agent },
      ...{ endedAt: null, endedBy: null, until: String(expiresAt) },
    })
  }

  const token = (of: EventRow, id: string, after: unknown) => {
    if (!isFields(after)) return
    const { withdrawn, ...fields } = after
    if (withdrawn === true) return change('token', id, of, { endedAt: of.happenedAt })
    rows.token.set(id, { of, fields, madeAt: of.happenedAt, endedAt: null })
  }

  const department = (of: EventRow, id: string, after: unknown) => {
    if (of.action === 'sections-assigned') {
      for (const key of rows.section.keys()) if (key.startsWith(`${id}/`)) rows.section.delete(key)
      if (Array.isArray(after))
        for (const one of after as { section: string; department: string }[])
          rows.section.set(`${id}/${one.section}/${one.department}`, { of, fields: {} })
    } else if (!isFields(after)) {
      change('department', id, of, { endedAt: of.happenedAt })
      for (const key of rows.section.keys()) if (key.endsWith(`/${id}`)) rows.section.delete(key)
    } else if (of.action === 'department-made')
      rows.department.set(id, { of, fields: after, madeAt: of.happenedAt, endedAt: null })
    else change('department', id, of, { fields: after })
  }

  const decisions = (of: EventRow, thing: string, after: unknown) => {
    if (!Array.isArray(after)) return
    const { agent: madeBy, happenedAt: madeAt } = of
    for (const { owner, ...fields } of after as ({ owner: string } & Fields)[])
      rows.decision.set(decisionKey(thing, owner, madeAt), { of, fields, madeAt, madeBy })
  }

  const publication = (of: EventRow, thing: string, after: Fields) => {
    const { publishedAs, owners } = after
    if (publishedAs === undefined) {
      if (of.action !== 'published' && readThingKey(thing)?.kind === 'release')
        replayed.untoldReleases.add(thing)
    } else if (publishedAs !== null)
      rows.publication.set(thing, {
        ...{ of, fields: { publishedAs, owners }, madeAt: of.happenedAt, madeBy: of.agent },
      })
  }

  const setting = (of: EventRow, key: string, value: unknown) => {
    if (value === null || value === undefined) rows.setting.delete(key)
    else rows.setting.set(key, { of, fields: { value } })
  }

  return {
    replayed,
    /** An event that touched nothing is told too. */
    event: ({ action }: EventRow): void => {
      if (action === 'settings-loaded') replayed.knowsSettings = true
      if (action === 'older-events-chained') replayed.hasOlder = true
    },
    /** The next thing that an event touched. */
    next: (of: EventRow, { thing, after }: TouchedThing): void => {
      const { kind = '', id = '' } = readThingKey(thing) ?? {}
      if (deciding.includes(of.action)) decisions(of, thing, after)
      else if (['published', 'release-frozen', 'older-events-chained'].includes(of.action)) {
        if (isFields(after)) publication(of, thing, after)
      } else if (kind === 'grant') role(of, id, after)
      else if (kind === 'invitation') invitation(of, id, after)
      else if (kind === 'token') token(of, id, after)
      else if (kind === 'department') department(of, id, after)
      else if (kind === 'coverage' && isFields(after))
        // What is said of everyone's records, and received, says neither.
        rows.coverage.set(id, { of, fields: { actor_id: null, entered: false, ...after } })
      else if (kind === 'setting') setting(of, id, after)
      else if (kind === 'plan-folder') setting(of, `plan-folder:${id}`, isFields(after) ? after.sha256 : null)
      else if (of.action === 'person-forgotten' && kind === 'person')
        // What hangs on the account goes with it.
        for (const [key, one] of rows.token) if (one.fields.person === id) rows.token.delete(key)
    },
  }
}
