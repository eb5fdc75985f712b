// Pictures of a status document in black, white and hatching, as SVG that browsers, Typst and resvg draw alike. Drawn by
// hand and not by Plot: they carry their looks with them, since no style sheet follows them into a PDF.
import type { MemberState } from '../../indicators/show.ts'
import type { ReleaseMember, ReleaseValue } from '../../releases/release.ts'
import type { Picture, Pictures } from '../block.ts'
import { figureWords, statusWords } from './figures.ts'
import { type Indicator, isShare, measured } from './reading.ts'
import type { Speaker } from './speaker.ts'

/** In the order documents list them: what counts first, what nobody knows last. */
export const memberStates: readonly MemberState[] = [
  ...(['counted', 'partly', 'not counted', 'not reported'] as const),
  ...(['pending', 'not applicable', 'unknown'] as const),
]

type YearValue = { year: number; value: ReleaseValue | undefined }

const millimetre = 72 / 25.4
const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

// Each state has its hatching, its edge and its word: nothing hangs on a colour.
const looks: Record<
  MemberState,
  { fill: string; ink: string; hatch?: string; size?: number; dashed?: boolean }
> = {
  counted: { fill: '#2b2b2b', ink: '#fff' },
  partly: { fill: '#e4e4e4', ink: '#000', hatch: 'M-1 6L6 -1M-1 1L1 -1M4 6L6 4', size: 5 },
  'not counted': { fill: '#c4c4c4', ink: '#000', hatch: 'M2 0V4', size: 4 },
  'not reported': { fill: '#fff', ink: '#000' },
  pending: { fill: '#fff', ink: '#000', hatch: 'M1 1h1M4 4h1', size: 6, dashed: true },
  'not applicable': { fill: '#f0f0f0', ink: '#000', hatch: 'M0 2.5h5', size: 5 },
  unknown: { fill: '#fff', ink: '#000', hatch: 'M-1 6L6 -1M-1 -1L6 6', size: 5, dashed: true },
}

const slug = (words: string): string => words.replace(/[^a-z0-9]+/gi, '-')

const patterns = (id: string): string =>
  memberStates
    .flatMap((state) => {
      const { hatch, size } = looks[state]
      return hatch === undefined
        ? []
        : [
            `<pattern id="${id}-${slug(state)}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><path d="${hatch}" stroke="#555" stroke-width="0.7" fill="none"/></pattern>`,
          ]
    })
    .join('')

const stretch = (
  id: string,
  state: MemberState,
  x: number,
  y: number,
  width: number,
  height: number,
): string => {
  const { fill, hatch, dashed } = looks[state]
  const place = `x="${x.toFixed(2)}" y="${y}" width="${width.toFixed(2)}" height="${height}"`
  return (
    `<rect ${place} fill="${fill}"/>` +
    (hatch === undefined ? '' : `<rect ${place} fill="url(#${id}-${slug(state)})"/>`) +
    `<rect ${place} fill="none" stroke="#222" stroke-width="0.7"${dashed === true ? ' stroke-dasharray="2 1.4"' : ''}/>`
  )
}

const words = (
  text: string,
  x: number,
  y: number,
  { size = 7.5, anchor = 'start', ink = '#111', weight = 400 } = {},
): string =>
  `<text x="${x.toFixed(2)}" y="${y.toFixed(2)}" font-family="Noto Sans, sans-serif" font-size="${size}" font-weight="${weight}" fill="${ink}" text-anchor="${anchor}">${escaped(text)}</text>`

/** What a member stands for: one, or the persons it counts for where the rule counts persons. */
export const weightOf = (value: ReleaseValue, member: ReleaseMember): number =>
  value.members.some(({ inN, inD }) => inN > 1 || inD > 1) ? Math.max(member.inN, member.inD) : 1

/** How much is in each state, empty ones left out. */
const countStates = (value: ReleaseValue) =>
  memberStates
    .map((state) => ({
      state,
      members: value.members
        .filter((member) => member.state === state)
        .reduce((sum, member) => sum + weightOf(value, member), 0),
    }))
    .filter((group) => group.members > 0)

// In points; together they are as wide as the text of a page.
const barWidth = 236
const yearsWidth = 208
const height = 84

const bar = (
  speaker: Speaker,
  id: string,
  groups: ReturnType<typeof countStates>,
  nobody: string,
): string => {
  const total = groups.reduce((sum, group) => sum + group.members, 0)
  if (total === 0) return words(nobody, 0, 20)
  let at = 0.5
  const stretches = groups.map(({ state, members }) => {
    const long = ((barWidth - 1) * members) / total
    const number = speaker.format.number(members)
    const drawn =
      stretch(id, state, at, 8, long, 20) +
      (long < 7 + number.length * 5
        ? ''
        : `<rect x="${(at + long / 2 - number.length * 2.6 - 2).toFixed(2)}" y="12" width="${(number.length * 5.2 + 4).toFixed(2)}" height="12" fill="${looks[state].fill}"/>` +
          words(number, at + long / 2, 21.2, {
            size: 8.5,
            anchor: 'middle',
            ink: looks[state].ink,
            weight: 600,
          }))
    at += long
    return drawn
  })
  // Two columns of what the hatchings mean.
  const legend = groups.map(({ state, members }, i) => {
    const x = (i % 2) * (barWidth / 2) + 0.5
    const y = 36 + Math.floor(i / 2) * 12
    return (
      stretch(id, state, x, y, 13, 8) +
      words(`${speaker.format.number(members)} ${speaker.text(`state.${state}`)}`, x + 17, y + 7)
    )
  })
  return stretches.join('') + legend.join('')
}

const columns = (speaker: Speaker, indicator: Indicator, years: readonly YearValue[]): string => {
  const share = isShare(indicator)
  const highest = share ? 100 : Math.max(1, ...years.map(({ value }) => measured(indicator, value) ?? 0))
  const place = yearsWidth / Math.max(3, years.length)
  const ground = 70
  const room = 44
  return (
    `<path d="M0 ${ground}H${yearsWidth}" stroke="#222" stroke-width="0.8"/>` +
    years
      .map(({ year, value }, i) => {
        const middle = place * (i + 0.5)
        const label = words(String(year), middle, ground + 10, { anchor: 'middle' })
        const size = measured(indicator, value)
        if (size === null)
          return (
            label +
            `<circle cx="${middle.toFixed(2)}" cy="${ground - 4}" r="1.5" fill="none" stroke="#222" stroke-width="0.7"/>` +
            words(
              value === undefined
                ? '–'
                : statusWords(speaker, {
                    ...value,
                    status: value.status === 'no cases' ? 'no cases' : 'not known',
                  }),
              middle,
              ground - 9,
              { anchor: 'middle', size: 6 },
            )
          )
        const tall = Math.max(0.8, (size / highest) * room)
        const look = value!.status === 'known' ? 'fill="#2b2b2b"' : 'fill="#fff" stroke-dasharray="2 1.4"'
        const of =
          value!.d === null || !share
            ? ''
            : `${speaker.format.number(value!.n ?? 0)}/${speaker.format.number(value!.d)}`
        return (
          label +
          `<rect x="${(middle - 8).toFixed(2)}" y="${(ground - tall).toFixed(2)}" width="16" height="${tall.toFixed(2)}" ${look} stroke="#222" stroke-width="0.7"/>` +
          words(
            share ? speaker.format.percent(size) : speaker.format.number(size),
            middle,
            ground - tall - (of === '' ? 3 : 9.5),
            { anchor: 'middle', weight: 600 },
          ) +
          (of === '' ? '' : words(of, middle, ground - tall - 2.5, { anchor: 'middle', size: 6 }))
        )
      })
      .join('')
  )
}

const yearsInWords = (speaker: Speaker, indicator: Indicator, years: readonly YearValue[]): string =>
  years.map(({ year, value }) => `${year}: ${figureWords(speaker, indicator, value)}`).join('; ')

const picture = (content: string, width: number, tall: number, alt: string): Picture => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${tall}">${content}</svg>`,
  widthMm: width / millimetre,
  heightMm: tall / millimetre,
  alt,
})

/**
 * The members of the year's value as a bar, and the value over the years. None where nothing is known of any member or
 * year.
 */
export const indicatorPictures = (
  speaker: Speaker,
  indicator: Indicator,
  years: readonly YearValue[],
  now: ReleaseValue,
): Pictures[] => {
  const { text, format } = speaker
  const { number } = indicator
  const id = `i${slug(number)}`
  const groups = countStates(now)
  if (groups.length === 0 && years.every(({ value }) => measured(indicator, value) === null)) return []
  // A population nobody has established is not an empty one.
  const nobody = text(
    now.status === 'not known' ? 'statusDocument.picture.unknown' : 'statusDocument.picture.nobody',
  )
  const states = groups.map(({ state, members }) => `${format.number(members)} ${text(`state.${state}`)}`)
  return [
    {
      kind: 'pictures',
      pictures: [
        picture(
          `<defs>${patterns(id)}</defs>${bar(speaker, id, groups, nobody)}`,
          barWidth,
          height,
          text('statusDocument.picture.states', {
            number,
            states: states.length === 0 ? nobody : states.join(', '),
          }),
        ),
        picture(
          columns(speaker, indicator, years),
          yearsWidth,
          height,
          text('statusDocument.picture.years', { number, years: yearsInWords(speaker, indicator, years) }),
        ),
      ],
    },
  ]
}

/** The years of a value as columns a few millimetres high, for a table. */
export const smallTrend = (speaker: Speaker, indicator: Indicator, years: readonly YearValue[]): Picture => {
  const [place, tall, columnWidth] = [11, 18, 7]
  const highest = isShare(indicator)
    ? 100
    : Math.max(1, ...years.map(({ value }) => measured(indicator, value) ?? 0))
  const whole = Math.max(3, years.length) * place
  const drawn = years.map(({ value }, i) => {
    const x = i * place + (place - columnWidth) / 2
    const size = measured(indicator, value)
    if (size === null)
      return `<circle cx="${x + columnWidth / 2}" cy="${tall - 4}" r="1.3" fill="none" stroke="#222" stroke-width="0.6"/>`
    const high = Math.max(0.6, (size / highest) * (tall - 2))
    const look = value!.status === 'known' ? 'fill="#2b2b2b"' : 'fill="#fff" stroke-dasharray="1.6 1.1"'
    return `<rect x="${x}" y="${(tall - 0.5 - high).toFixed(2)}" width="${columnWidth}" height="${high.toFixed(2)}" ${look} stroke="#222" stroke-width="0.6"/>`
  })
  return picture(
    `<path d="M0 ${tall - 0.5}H${whole}" stroke="#777" stroke-width="0.6"/>${drawn.join('')}`,
    whole,
    tall,
    yearsInWords(speaker, indicator, years),
  )
}
