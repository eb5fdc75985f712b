// Kinds of page: what one has in hand, and what is kept of all of it.
import { factPlace, type PageType } from '../page-type.ts'

export const workPages: readonly PageType[] = [
  {
    path: '/desk',
    name: 'Your page',
    question: 'What is due, overdue, stale, missing and waiting, of everything I answer for?',
    address: '/exercise/desk?actor=XQO',
    shown: 'The page of a focal point: the answer in a sentence, three months, then what is due by month.',
  },
  {
    path: '/desk/{actor}',
    name: 'The page of one actor',
    question: 'What has this actor to do next, and what is missing?',
    address: '/exercise/desk/XQO',
    shown: 'What is due, stale and missing of one actor, by what everyone may see.',
  },
  {
    path: '/waiting',
    name: 'What waits for you',
    question: 'What is there for me to finish, to approve, to publish?',
    address: '/exercise/waiting',
    shown: 'What waits: a fact to approve and a report to finish, each with who has approved it.',
  },
  {
    path: '/enter/facts/{id}',
    name: 'A fact entered',
    question: 'What was entered here, and can it be corrected or withdrawn?',
    address: `/exercise/enter/facts/${factPlace}`,
    shown: 'A fact that was entered, with its source and quotation, and how to correct or withdraw it.',
  },
  {
    path: '/api',
    name: 'How to ask for data',
    question: 'Which addresses give data, what can be asked, what comes back?',
    address: '/exercise/api',
    shown: 'The addresses that give data by subject, each with an example that answers.',
  },
  {
    path: '/problems/{type}',
    name: 'A kind of problem',
    question: 'What does this refusal mean?',
    address: '/exercise/problems/input-rejected',
    shown: 'The kind of problem with its title and its status.',
  },
  {
    path: '/history/{thing}',
    name: 'History of a thing',
    question: 'What was done to this fact, report or draft: who, when, what was it before?',
    address: '/exercise/history/report-draft:DRAFT',
    shown:
      'The history of a report on its way: each save with the texts before and after, and its place in the trail.',
  },
  {
    path: '/audit',
    name: 'Audit trail',
    question: 'What was done, by whom, to what, on which day?',
    address: '/exercise/audit',
    shown: 'The audit trail of the exercise, the newest event first, and where it ends.',
  },
]
