// An act with the depositary of a treaty, as a fact: who, what, when notified, when effective.

export const statusKinds = [
  'signature',
  'ratification',
  'acceptance',
  'approval',
  'accession',
  'succession',
  'provisional-application',
  'withdrawal',
] as const
export type StatusKind = (typeof statusKinds)[number]

/** The acts by which a State consents to be bound. Signature and provisional application make no party. */
export const bindingKinds: readonly StatusKind[] = [
  'ratification',
  'acceptance',
  'approval',
  'accession',
  'succession',
]

export type StatusEvent = {
  /** ISO 3166-1 alpha-3; null for whoever is no State of today (the European Union, former States). */
  actor: string | null
  /** As the page writes it, without footnote marks. */
  name: string
  kind: StatusKind
  /** `YYYY-MM-DD`: signature, or receipt by the depositary. Null where the page does not say. */
  notifiedOn: string | null
  /** `YYYY-MM-DD`: in force for, or withdrawn by, the actor. Null where neither page nor rule gives it. */
  effectiveOn: string | null
  /** The effective date of a withdrawal; the date of signature or deposit of anything else. */
  date: string | null
  /** Footnotes attached to the entry, and what the reader of the page has to say about it. */
  note: string | null
  /** Line of the page, counted from 1. */
  line: number
}

/** The act that a datum of kind `status-event` keeps, as memberships are derived from it. */
export const actOf = (
  actor: string,
  body: Readonly<Record<string, unknown>>,
): Pick<StatusEvent, 'actor' | 'name' | 'kind' | 'notifiedOn' | 'effectiveOn'> => ({
  actor,
  name: actor,
  kind: body.act as StatusKind,
  notifiedOn: typeof body.notifiedOn === 'string' ? body.notifiedOn : null,
  effectiveOn: typeof body.effectiveOn === 'string' ? body.effectiveOn : null,
})
