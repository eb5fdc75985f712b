// The id of an imported plan.
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { problem } from '../problem.ts'
import type { Plan } from './plan.ts'

/** A name in lower case from any text, of `most` signs; of a text in another script only its digits are left. */
export const slugOf = (text: string, most = 80): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, most)
    .replace(/-+$/, '')

/** An id from the plan's title, from the file's name where the title has no Latin letters, or from its hash. */
export const planIdFor = (plan: Pick<Plan, 'title' | 'sha256'>, fileName: string): string => {
  const fromTitle = slugOf(plan.title)
  // A title in another script leaves a year at most.
  if (/[a-z]{3}/.test(fromTitle)) return fromTitle
  const fromFile = slugOf(basename(fileName).replace(/\.[A-Za-z]{1,8}$/, ''))
  return /[a-z0-9]{3}/.test(fromFile) ? fromFile : `plan-${plan.sha256.slice(0, 12)}`
}

/** `id`, where it has the form of one: small letters, digits and hyphens. Throws `usage`. */
export const checkPlanId = (id: string): string => {
  if (/^[a-z0-9][a-z0-9-]{0,99}$/.test(id)) return id
  throw problem(
    'usage',
    `"${id}" is no id: use small letters, digits and hyphens, such as harbour-plan-2031.`,
  )
}

/** SHA-256 of a file's bytes, as 64 hexadecimal digits. */
export const sha256OfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
