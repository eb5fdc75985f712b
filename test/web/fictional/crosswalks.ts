// An invented crosswalk: the fictional draft, and the plan that was adopted with other numbers.
import type { CrosswalkData } from '../../../src/web/data/crosswalks.ts'
import { plan, planId } from './plan.ts'

const adopted = {
  id: 'fictional-plan-2024-06',
  title: 'Fictional Action Plan, as adopted',
  language: 'en',
  hasPage: false,
}
const decided = { by: 'Fictional Secretariat', on: '2024-07-01' }

export const fictionalCrosswalks = (): CrosswalkData => ({
  listCrosswalksOf: async (id) =>
    id !== planId
      ? []
      : [
          {
            from: { id: planId, title: plan.title, language: plan.language, hasPage: true },
            to: adopted,
            rows: [
              {
                ...{ kind: 'action', from: '1', to: '2', relation: 'reworded', likeness: 0.912, ...decided },
                fromText: 'Provide high-quality and updated information annually by 30 April.',
                toText: 'Provide high-quality information annually by 30 April.',
                note: null,
              },
              {
                ...{
                  kind: 'action',
                  from: null,
                  to: '1',
                  relation: 'no counterpart',
                  likeness: null,
                  ...decided,
                },
                ...{ fromText: null, toText: 'Answer letters.', note: 'Added in the last session' },
              },
              {
                ...{ kind: 'indicator', from: '1.1', to: '2.1', relation: 'same', likeness: 1, ...decided },
                fromText: 'Percentage of State Parties that submit a report.',
                toText: 'Percentage of State Parties that submit a report.',
                note: null,
              },
            ],
            undecided: [
              { kind: 'action', from: 3, to: 0 },
              { kind: 'indicator', from: 6, to: 5 },
            ],
          },
        ],
})
