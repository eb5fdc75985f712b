// By whom a fact or a report was submitted, in words: where otherwise "entered here, not received" would stand.
import type { Submitted } from '../accounts/submitted.ts'
import { type Html, html, nothing } from './html.ts'
import type { Site } from './site.ts'
import { enteredMark } from './twin.ts'

type Marked = { entered: boolean; submitted?: Submitted | null | undefined }

/** The words for pages; nothing where nobody with a right of their own submitted it. */
export const submittedMark = (site: Site, { submitted }: Marked): Html =>
  !submitted
    ? nothing
    : html` <span class="status s-known">${submitted.as === 'keeper' ? site.text('submitted.keeper') : site.text(site.world === 'exercise' ? 'submitted.ownerReal' : 'submitted.owner', { date: site.format.date(submitted.on) })}</span>`

/** The same for the column `mark` of tables, in English: what is entered here says so; null for everything else. */
export const markOf = ({ entered, submitted }: Marked): string | null => {
  if (entered) return enteredMark
  if (!submitted) return null
  return submitted.as === 'keeper'
    ? 'coded by the secretariat, confirmed by a reviewer'
    : `submitted by its focal point on ${submitted.on}`
}

/** Who coded or confirmed an answer: a name as the report gives it, or, of people who have signed in, their role. */
export const whoCoded = (site: Site, who: string, role: 'coder' | 'reviewer'): string =>
  who.startsWith('person:') ? site.text(role === 'coder' ? 'submitted.coder' : 'submitted.reviewer') : who
