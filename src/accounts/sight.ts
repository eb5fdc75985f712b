// What of a world's facts somebody may see beyond what is public.
/** Actors whose facts of a tier are seen, by id; `all`: everyone's. */
export type Seen = 'all' | readonly string[]

/** Beyond the public tier: whose facts for partners, and whose restricted ones. */
export type Sight = { partner: Seen; restricted: Seen }

/** What the public sees: nothing beyond the public tier. */
export const publicSight: Sight = { partner: [], restricted: [] }

/** Whether a fact is seen. */
export const isSeen = (sight: Sight, { tier, actor }: { tier: string; actor: string }): boolean => {
  if (tier === 'public') return true
  const seen = tier === 'partner' ? sight.partner : tier === 'restricted' ? sight.restricted : []
  return seen === 'all' || seen.includes(actor)
}

/** Whether it is what the public sees. */
export const isPublicSight = ({ partner, restricted }: Sight): boolean =>
  partner.length === 0 && restricted.length === 0
