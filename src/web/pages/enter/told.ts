// What was just done, said on top of the page one lands on. The address carries a code, never words; what is said is
// borne out by where the thing stands.
import { z } from '@hono/zod-openapi'
import type { StandingShown } from '../../data/approval.ts'
import { type Html, html, inLanguage, nothing } from '../../html.ts'
import type { Site } from '../../site.ts'

/** What can be asked of a thing on its way, as its form sends it. */
export const steps = ['ask', 'approve', 'withdraw', 'return', 'publish'] as const
export type Step = (typeof steps)[number]

export const afterCodes = [...steps, 'keep', 'restore', 'discard'] as const
export type After = (typeof afterCodes)[number]

/** What a page is asked for, where one may land on it after something was done. */
export const afterAsked = z.object({
  after: z
    .enum(afterCodes)
    .optional()
    .openapi({ description: 'What its reader has just done; said on top of the page' }),
})
export type AfterAsked = z.output<typeof afterAsked>

/** The code in an address; undefined for none, or one nobody knows. */
export const afterOf = (asked: string | undefined): After | undefined =>
  afterCodes.find((code) => code === asked)

/** What a page says that was done; nothing where nothing was. */
export const toldLine = (words: Html | string | undefined): Html =>
  words === undefined ? nothing : html`<p class="told" role="status">${words}</p>`

const isBorneOut: Record<Step, (standing: StandingShown) => boolean> = {
  ask: ({ asked }) => asked !== null,
  approve: ({ may }) => may.withdraw,
  withdraw: ({ may }) => may.approve,
  return: ({ returned }) => returned?.isOpen === true,
  publish: ({ state }) => state === 'published',
}

const namesOf = (names: readonly string[]): Html =>
  html`${names.map((name, at) => html`${at === 0 ? nothing : ', '}${inLanguage(name, null)}`)}`

/** Whose approval is still missing, by name. */
export const missingNames = ({ owners }: StandingShown): Html =>
  namesOf(owners.filter(({ approvedAt }) => approvedAt === null).map(({ name }) => name))

/** What was just done about a thing on its way, where it stands accordingly. */
export const toldOf = (
  site: Site,
  after: After | undefined,
  standing: StandingShown,
): Html | string | undefined => {
  const { text } = site
  const count = { n: standing.approved, N: standing.of }
  if (after === undefined || after === 'discard') return undefined
  if (after === 'keep' || after === 'restore') return text(`told.${after}`)
  if (!isBorneOut[after](standing)) return undefined
  if (after === 'ask') return text.rich('told.ask', { owners: missingNames(standing) })
  if (after === 'approve' || after === 'withdraw') return text(`told.${after}`, count)
  return text(`told.${after}`)
}
