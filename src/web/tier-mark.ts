// Who sees a fact that not everyone does: said in words wherever it stands.
import type { Tier } from '../facts/datum.ts'
import { type Html, html, nothing } from './html.ts'
import type { Site } from './site.ts'

/** The mark of a fact that is not public; nothing for one that is. */
export const tierMark = (site: Site, { tier }: { tier: Tier }): Html =>
  tier === 'public' ? nothing : html` <span class="sealed">${site.text(`tier.${tier}`)}</span>`
