// Invitations: what they bring, where they stand, and the one-time link that opens them.
import { randomBytes } from 'node:crypto'
import type { NewRole } from './role-rules.ts'

/** Days for which the link works. */
export const invitationDays = 7

/** Days after which the name and the address of an invitation that is over are forgotten. */
export const daysKeptWhenOver = 30

export type Invitation = {
  invitationId: string
  /** Null once it was forgotten. */
  address: string | null
  name: string | null
  /** Language they are written to in (BCP 47). */
  language: string
  grants: NewRole[]
  /** The agent; see `agentOf`. */
  madeBy: string
  madeAt: string
  expiresAt: string
  usedAt: string | null
  /** The person it became. */
  usedBy: string | null
  withdrawnAt: string | null
  withdrawnBy: string | null
}

export const invitationStates = ['open', 'used', 'withdrawn', 'expired'] as const
export type InvitationState = (typeof invitationStates)[number]

/** Where an invitation stands at an instant (ISO 8601, UTC). */
export const stateOfInvitation = (
  { usedAt, withdrawnAt, expiresAt }: Pick<Invitation, 'usedAt' | 'withdrawnAt' | 'expiresAt'>,
  now: string,
): InvitationState =>
  usedAt !== null ? 'used' : withdrawnAt !== null ? 'withdrawn' : expiresAt <= now ? 'expired' : 'open'

/** A secret for one link: 256 random bits in the letters of addresses. */
export const newLinkToken = (): string => randomBytes(32).toString('base64url')

/** Whether it can be the secret of a link at all. */
export const isLinkToken = (text: string): boolean => /^[\w-]{43}$/.test(text)

/** The path of an invitation's page, without the language. */
export const invitationPath = (token: string): string => `/invitation/${token}`
