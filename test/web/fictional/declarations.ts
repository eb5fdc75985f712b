// What Averland has declared of its own records, in the fictional world.
import type { DeclarationData } from '../../../src/web/data/declarations.ts'
import { states } from './states.ts'

export const fictionalDeclarations: DeclarationData = {
  listDeclarations: async (actor) =>
    actor === states[0]!.id
      ? [
          {
            id: '01920000-0000-7000-8000-0000000000d2',
            ...{ register: 'review-meeting', level: 'partial', from: '2026-01-01', to: '2026-12-31' },
            ...{ statedBy: 'Averland: Archive <2>', knownFrom: '2027-03-01' },
            ...{ recordedAt: '2027-03-01T08:00:00Z', note: 'A box was found.', entered: true },
            takenBackOn: null,
          },
          {
            id: '01920000-0000-7000-8000-0000000000d1',
            ...{ register: 'review-meeting', level: 'complete', from: '2026-01-01', to: '2026-12-31' },
            ...{ statedBy: 'وزارة الخارجية', knownFrom: '2027-01-15' },
            ...{ recordedAt: '2027-01-15T08:00:00Z', note: null, entered: false },
            takenBackOn: '2027-03-01',
          },
          {
            id: '01920000-0000-7000-8000-0000000000d0',
            ...{ register: 'dissemination-event', level: 'complete', from: '2026-01-01', to: null },
            ...{ statedBy: 'Averland: Legal Department', knownFrom: '2027-01-15' },
            ...{ recordedAt: '2027-01-15T08:00:00Z', note: null, entered: false },
            takenBackOn: null,
          },
        ]
      : [],
  listDeclarable: async () => [
    { register: 'dissemination-event', promises: ['Joint pledge, C3'], from: '2025-01-01' },
    { register: 'progress', promises: ['Draft the law', 'Train the trainers'], from: '2025-01-01' },
  ],
  checkDeclaration: async ({ actor, kinds }) => ({
    declaration: {
      ...{ actor, registers: kinds, state: 'complete', from: '2026-01-01', until: '2027-01-01' },
      ...{ statedBy: 'Averland: Legal Department', knownFrom: '2027-12-31', note: null },
    },
    issues: [],
    held: [{ register: 'dissemination-event', count: 1, undated: 1 }],
    follows: [
      {
        ...{ title: 'Joint pledge, C3', due: '2026', held: 1, of: 3 },
        ...{ before: 'not-found', after: 'missed', waitsFor: [] },
      },
    ],
  }),
  declareRecords: async () => ({ recorded: 0, issues: [] }),
}
