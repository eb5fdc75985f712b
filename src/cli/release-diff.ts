// pacta release diff: which figures moved between two releases, and why.
import { problem } from '../problem.ts'
import { diffReleases, type ReleaseDiff } from '../releases/diff.ts'
import type { DiffFigure, DiffValue } from '../releases/diff-value.ts'
import { figureText } from '../releases/recompute.ts'
import type { Command } from './command.ts'
import { counted } from './input.ts'
import { soundTarget, targetOf } from './release-target.ts'
import { worldOption } from './world.ts'

const figure = (given: DiffFigure | null, isShare: boolean): string => {
  if (given === null) return 'nothing'
  const share = isShare && given.value !== null ? ` (${given.value.toFixed(1)} %)` : ''
  const status = given.status === 'known' || given.n === null ? '' : `, ${given.status}`
  return `${figureText(given)}${share}${status}`
}

const by = ({ by: number, isShare }: DiffValue): string =>
  number === null || number === 0
    ? ''
    : `, ${number > 0 ? '+' : '−'}${isShare ? Math.abs(number).toFixed(1) : Math.abs(number)}${isShare ? ' points' : ''}`

const valueLines = (value: DiffValue): string[] => {
  const { before, after, definition, causes, members, isShare } = value
  const years = before?.year === after?.year ? `${after?.year}` : `${before?.year} → ${after?.year}`
  return [
    `${value.indicator}  ${years}: ${figure(before, isShare)} → ${figure(after, isShare)}${by(value)}`,
    ...(definition.changed.length === 0
      ? []
      : [
          definition.figure === null
            ? `    definition changed (${definition.changed.join(', ')})${definition.lacks.length === 0 ? '' : `; what it moves cannot be told: the earlier file lacks ${definition.lacks.join(', ')}`}`
            : `    by definition (${definition.changed.join(', ')}): ${figure(before, isShare)} → ${figure(definition.figure, isShare)}; by inputs and time: → ${figure(after, isShare)}`,
        ]),
    ...causes.map((cause) => `    ${cause.words}`),
    ...members.map(
      (member) =>
        `    ${member.actor} ${member.name}${member.member === member.actor ? '' : ` (${member.member})`}: ${member.before ?? 'not among them'} → ${member.after ?? 'not among them'}; ${member.causes.map((cause) => cause.words).join('; ')}`,
    ),
  ]
}

const inWords = (diff: ReleaseDiff): string[] => [
  `${diff.plan}: release ${diff.a.id} (${diff.a.year}, as of ${diff.a.asOf}, as known on ${diff.a.knownOn}) → ${diff.b.id} (${diff.b.year}, as of ${diff.b.asOf}, as known on ${diff.b.knownOn})`,
  ...(diff.sameYear
    ? []
    : ['The releases are of different years: the figures of these are compared by indicator.']),
  ...(diff.textChanged ? ['The text of the plan is another.'] : []),
  ...(diff.definitionsChanged.length === 0
    ? []
    : [
        `Defined otherwise: ${diff.definitionsChanged.map(({ indicator, changed }) => `${indicator} (${changed.join(', ')})`).join('; ')}`,
      ]),
  `${counted(diff.moved.length, 'figure')} moved, ${diff.same} stayed.`,
  ...diff.moved.flatMap(valueLines),
  ...(diff.work.length === 0 ? [] : [`Facts of work on the promise: ${diff.work.length} differ.`]),
  ...diff.work.map(
    ({ on, change, kind, title }) => `    ${on} ${kind} ${change}${title === null ? '' : `: ${title}`}`,
  ),
]

export const releaseDiff: Command = {
  name: 'release diff',
  summary: 'Says which figures moved between two releases of a plan, by how much and why.',
  usage: 'FILE|ID FILE|ID [--world NAME]',
  example: 'pacta release diff earlier.json later.json',
  options: worldOption,
  run: async (context) => {
    const [from, to, ...more] = context.args
    if (from === undefined || to === undefined || more.length > 0)
      throw problem(
        'usage',
        'Name two releases, the earlier one first: files, or names of releases held here.',
      )
    const read = async (name: string) =>
      soundTarget(await targetOf(context, name), 'it is not compared with another')
    const diff = diffReleases(await read(from), await read(to))
    context.out(context.json ? JSON.stringify(diff, null, 2) : inWords(diff).join('\n'))
    return 0
  },
}
