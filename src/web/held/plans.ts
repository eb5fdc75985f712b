// What the pages of plans read, from what is held.
import type { Db } from '../../db/store.ts'
import { ruleHash } from '../../indicators/compute.ts'
import { findIndicator, heldPlans, plansStanding } from '../../indicators/plans.ts'
import { countStates, listValues } from '../../indicators/value-lists.ts'
import { showIndicator } from '../../indicators/view.ts'
import type { ShippedInstrument } from '../../instruments/read.ts'
import { listTreatiesHeld } from '../../parties/treaty-store.ts'
import { Problem } from '../../problem.ts'
import type { PlanAction, PlanData, PlanHeld, PlanShown, Worded } from '../data/plans.ts'

const planHeld = (instrument: ShippedInstrument): PlanHeld => ({
  id: instrument.id,
  title: instrument.title,
  status: instrument.status,
  notice: instrument.notice ?? null,
  noticeIn: instrument.noticeIn,
  treaty: instrument.treaty ?? null,
  language: instrument.source.language,
  actions: instrument.actions.length,
  indicators: instrument.indicators.length,
})

export const planShown = (instrument: ShippedInstrument): PlanShown => {
  const own = (language: string | undefined) => (language === undefined ? {} : { language })
  const worded = ({ text, language, translations }: Worded): Worded => ({
    text,
    ...own(language),
    ...(translations === undefined
      ? {}
      : { translations: translations.map((other) => ({ language: other.language, text: other.text })) }),
  })
  const indicatorOf = (indicator: ShippedInstrument['planIndicators'][number]) => ({
    id: `${instrument.id}/${indicator.id}`,
    number: indicator.id,
    ...worded(indicator),
    unit: indicator.unit,
  })
  const actionsOf = (heading: string): PlanAction[] =>
    instrument.actions
      .filter((action) => action.section === heading)
      .map((action) => ({
        number: String(action.number),
        ...worded(action),
        indicators: action.indicators.map(indicatorOf),
      }))
  const { source, years } = instrument
  return {
    ...planHeld(instrument),
    source: {
      title: source.title,
      address: null,
      publisher: source.publisher ?? null,
      date: source.date ?? null,
    },
    period: years.length === 0 ? null : { from: years[0]!, until: years.at(-1)! },
    sections: instrument.sections.map((section) => ({
      number: section.number,
      title: section.title,
      ...own(section.language),
      paragraphs: section.paragraphs.map(({ number, text, language }) => ({
        ...{ number, text, ...own(language) },
        items: section.lists
          .filter((list) => list.lead === text)
          .flatMap((list) => list.items.map((item) => item.text)),
      })),
      actions: actionsOf(section.heading),
    })),
    planIndicators: instrument.planIndicators.map(indicatorOf),
  }
}

/** A treaty of which a world holds no act has no page there, so no page leads to it. */
const withTreatyHeld = <T extends PlanHeld>(plan: T, treaties: readonly string[]): T =>
  plan.treaty === null || treaties.includes(plan.treaty) ? plan : { ...plan, treaty: null }

/** Plans of one world. */
export const plansHeld = (db: Db): PlanData => ({
  listPlans: async () => {
    const treaties = await listTreatiesHeld(db)
    return (await plansStanding(db)).map((plan) => withTreatyHeld(planHeld(plan.instrument), treaties))
  },
  findPlan: async (id) => {
    const plan = heldPlans().find((held) => held.rules.id === id)
    if (plan === undefined) return undefined
    return withTreatyHeld(planShown(plan.instrument), await listTreatiesHeld(db))
  },
  listValues: (plan) => listValues(db, plan),
  countStates: (plan) => countStates(db, plan),
  showIndicator: (query) => showIndicator(db, query),
  findRule: async (id) => {
    try {
      const { plan, number } = findIndicator(id)
      return { rule: plan.rules.rules[number], sha256: ruleHash(plan.rules, number, 'default') }
    } catch (error) {
      if (error instanceof Problem && error.type === 'not-found') return undefined
      throw error
    }
  },
})
