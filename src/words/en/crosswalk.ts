// Crosswalks: which promise of one plan is which of another.
import type { Phrase } from '../phrase.ts'

export const crosswalk = {
  'crosswalk.title': 'The same promises in other plans',
  'crosswalk.description':
    'Which actions and indicators of {title} are which of another plan, as persons confirmed it.',
  'crosswalk.lead':
    'A plan may be adopted with other numbers than its draft. Which promise is which is proposed from the wording and confirmed by a person; only what is confirmed stands here.',
  'crosswalk.none': 'Nobody has confirmed which promises of this plan are which of another.',
  'crosswalk.pair': '{from} → {to}',
  'crosswalk.counts':
    '{actions} of {allActions} actions and {indicators} of {allIndicators} indicators of the first plan are decided.',
  'crosswalk.actions': 'Actions',
  'crosswalk.indicators': 'Indicators',
  'crosswalk.from': 'First plan',
  'crosswalk.to': 'Second plan',
  'crosswalk.relation': 'How they relate',
  'crosswalk.by': 'Confirmed',
  'crosswalk.byOn': '{by}, {date}',
  'crosswalk.alike': '{percent} of the words in common',
  'crosswalk.absent': 'no counterpart',
  'crosswalk.relation.same': 'the same text',
  'crosswalk.relation.reworded': 'other words',
  'crosswalk.relation.split': 'split: one of several parts',
  'crosswalk.relation.merged': 'merged: one of several sources',
  'crosswalk.relation.no counterpart': 'no counterpart',
  'crosswalk.was': 'Was {label} in {plan}',
  'crosswalk.became': 'Became {label} in {plan}',
} satisfies Record<string, Phrase>
