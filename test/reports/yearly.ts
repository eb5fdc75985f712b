// A small fictional questionnaire, for the tests of drafts and of their form.
import { askedBy } from '../../src/reports/questionnaire.ts'
import type { Questionnaire } from '../../src/rules/questionnaire-schema.ts'

export const yearly: Questionnaire = {
  id: 'yearly',
  title: 'Yearly report',
  treaty: 'example',
  article: '7',
  groups: [
    {
      id: 'plans',
      title: 'Plans',
      questions: [
        { id: 'plan', text: 'Is there a plan?', help: 'Any plan in force.', type: 'state' },
        {
          id: 'plan-quality',
          text: 'How good is it?',
          type: 'compound',
          parts: [
            { id: 'costed', text: 'Is it costed?', type: 'state' },
            { id: 'dated', text: 'Is it time-bound?', type: 'state' },
          ],
        },
      ],
    },
    {
      id: 'clearance',
      title: 'Clearance',
      questions: [{ id: 'cleared', text: 'How much was cleared?', type: 'number', unit: 'm2' }],
    },
  ],
}

export const questionnaires = askedBy([yearly])
