// What roles are called.
import type { Role } from '../accounts/person.ts'
import type { Site } from './site.ts'

/** What a role is called. */
export const roleName = (site: Site, role: Role): string => {
  const { text } = site
  const words: Record<Role, string> = {
    administrator: text('account.role.administrator'),
    'focal-point': text('account.role.focalPoint'),
    approver: text('account.role.approver'),
    contributor: text('account.role.contributor'),
    coder: text('account.role.coder'),
    reviewer: text('account.role.reviewer'),
    'committee-member': text('account.role.committeeMember'),
    partner: text('account.role.partner'),
  }
  return words[role]
}
