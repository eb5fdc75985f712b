// The kinds of fact to choose from, in the order in which somebody works: what was promised, how it is carried out, what is
// stated under treaties, figures, and the rest.
import type { KindSpec } from '../../../facts/kind.ts'
import type { Option } from '../../forms/field.ts'
import type { Site } from '../../site.ts'

type Kinds = Readonly<Record<string, KindSpec>>

const groups = [
  'promises',
  'implementation',
  'treaty',
  'figures',
  'events',
  'law',
  'positions',
  'money',
  'page',
] as const
type Group = (typeof groups)[number]

const byTopic: Readonly<Record<string, Group>> = {
  ...{ promises: 'promises', implementation: 'implementation', page: 'page' },
  ...{ events: 'events', memberships: 'events', agreements: 'law' },
  ...{ resolutions: 'positions', positions: 'positions', votes: 'positions', contributions: 'money' },
}

/** Where a kind is looked for: by its topic; of those of the State sheet, what others say or count stands apart. */
const groupOf = ({ topic, fields }: KindSpec): Group =>
  topic !== undefined
    ? (byTopic[topic] ?? 'treaty')
    : fields.figure !== undefined || fields.statement !== undefined
      ? 'figures'
      : fields.currency !== undefined
        ? 'money'
        : 'treaty'

/** Kinds that are worked with one after the other stay in the order of their file; all others are looked up by name. */
const inOrder: ReadonlySet<Group> = new Set<Group>(['promises', 'implementation'])

/** The groups with their kinds; `isCarryingOut`: whoever chooses has a promise to carry out, which then comes first. */
export const kindGroups = (
  site: Site,
  kinds: Kinds,
  isCarryingOut: boolean,
): { label: string; options: Option[] }[] => {
  const order: readonly Group[] = isCarryingOut ? ['implementation', ...groups] : groups
  return [...new Set(order)].flatMap((group) => {
    const options = Object.entries(kinds)
      .filter(([, kind]) => groupOf(kind) === group)
      .map(([value]) => ({ value, label: site.voice.names.kind(value) }))
    if (options.length === 0) return []
    const sorted = inOrder.has(group)
      ? options
      : options.toSorted((a, b) => site.format.compare(a.label, b.label))
    return [{ label: site.text(`newFact.group.${group}`), options: sorted }]
  })
}
