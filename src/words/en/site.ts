// The frame of every page.
import type { Phrase } from '../phrase.ts'

export const site = {
  'site.name': 'Pacta',
  'site.skip': 'Skip to the content',
  'site.nav': 'Main',
  'site.breadcrumb': 'You are here',
  'site.home': 'Home',
  'site.plans': 'Plans',
  'site.treaties': 'Treaties',
  'site.states': 'States',
  'site.changes': 'Changes',
  'site.cohorts': 'Cohorts',
  'site.exercise': 'Exercise',
  'site.banner': 'Exercise: every State, report and figure on this page is fictional.',
  'site.register': 'Register',
  'site.toExercise': 'Try everything in the exercise, a fictional world',
  'site.toRegister': 'Leave the exercise for the real register',
  'site.thisPageAsData': 'This page as data',
  'site.languages': 'Languages',
  'site.partial': 'Not every word of this page has been translated; the others are in English.',
  'site.json': 'JSON',
  'site.csv': 'CSV',
  'site.xlsx': 'XLSX',
  'site.today': 'Seen on {date}',
  'list.rest': '{count} more, {all} in all',
  'list.onPaper':
    'What is folded here stays folded on paper; each fold says how much is in it. Open before printing what is to be printed. All of it: {address}',
  'site.verbatim': 'Words of instruments and sources are quoted as they stand, their errors included.',
} as const satisfies Record<string, Phrase>
