// Who takes part in approvals: the people of two owners, of another State, and of a treaty's secretariat.
import { someone } from './signing.ts'

export const focal = someone('focal', 'focal-point', 'XAA')
export const approver = someone('approver', 'approver', 'XAA')
export const society = someone('society', 'approver', 'xaa-society')
export const societyFocal = someone('society-focal', 'focal-point', 'xaa-society')
export const stranger = someone('stranger', 'focal-point', 'XAB')
export const coder = someone('coder', 'coder', 'treaty:mine-ban')
export const reviewer = someone('reviewer', 'reviewer', 'treaty:mine-ban')
export const second = someone('second', 'reviewer', 'treaty:mine-ban')

/** What a page says, without its markup. */
export const words = (document: Document): string =>
  (document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ')
