// Who sees a fact that not everyone does: said in words wherever it stands.
import type { Tier } from '../facts/datum.ts'
import { type Html, html, nothing } from './html.ts'
import type { Site } from './site.ts'

const words = { partner: 'tier.partner', restricted: 'tier.restricted' } as const

/** The mark of a fact that is not public; nothing for one that is. */
export const tierMark = (site: Site, { tier }: { tier: Tier }): Html =>
  tier === 'public' ? nothing : html` <span class="sealed">${site.text(words[tier])}</span>`
