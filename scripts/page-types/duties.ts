// Kinds of page: what is owed, by when.
import type { PageType } from '../page-type.ts'

export const dutyPages: readonly PageType[] = [
  {
    path: '/duties',
    name: 'Duties by date',
    question: 'Who owes what by when?',
    address: '/exercise/duties',
    shown:
      'How many duties are overdue, due soon, not found and waiting, then every duty by its date with who owes it and where it stands.',
  },
  {
    path: '/duties/{instrument}',
    name: 'Duties of an instrument',
    question: 'What does this treaty or plan ask of whom by when, by which rule?',
    address: '/exercise/duties/mine-ban',
    shown:
      'The duties of a treaty, each with its rule in words, its own words and how many States stand where.',
  },
  {
    path: '/duties/{instrument}/{duty}',
    name: 'One duty of all States',
    question: 'How many have met this duty, who has not, and for whom is it not known?',
    address: '/exercise/duties/mine-ban/article-5',
    shown: 'How many of those that owe a duty have met it, a tile for each State, then each with its date.',
  },
  {
    path: '/calendar',
    name: 'Calendar of this month',
    question: 'What falls due and comes about this month?',
    address: '/exercise/calendar',
    shown: 'The month as a sheet and day by day, with the duties that fall due.',
  },
  {
    path: '/calendar/{date}',
    name: 'Month or day of the calendar',
    question: 'What falls due in this month, and what changes on this day?',
    address: '/exercise/calendar/2027-04-30',
    shown: 'A day: what comes about, and which duties fall due of whom.',
  },
]
