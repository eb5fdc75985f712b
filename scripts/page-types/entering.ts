// Kinds of page: entering: reports, declarations, tables, facts.
import { draftPlace, onItsWayPlace, type PageType } from '../page-type.ts'

export const enteringPages: readonly PageType[] = [
  {
    path: '/enter',
    name: 'Where entering begins',
    question: 'How do I enter a report or a fact?',
    address: '/exercise/enter',
    shown: 'The ways in, to enter a report or a fact or to bring a table, and the reports on their way.',
  },
  {
    path: '/enter/reports/new',
    name: 'Begin a report',
    question: 'Which report, of whom, for which year?',
    address: '/exercise/enter/reports/new',
    shown: 'A form that asks for the State, the report and the year it covers.',
  },
  {
    path: '/enter/reports/{id}',
    name: 'A report on its way',
    question: 'Which sections are answered, and what is left?',
    address: `/exercise/enter/reports/${draftPlace}`,
    shown: 'The sections of a report that is being entered, each with how much of it is answered.',
  },
  {
    path: '/enter/reports/{id}/{section}',
    name: 'Questions of a report',
    question: 'What is asked in this section, and what have I answered?',
    address: `/exercise/enter/reports/${draftPlace}/document`,
    shown: 'A section of the report as a form, a question after the other.',
    also: ['narrow-dark'],
  },
  {
    path: '/enter/reports/{id}/check',
    name: 'Answers checked',
    question: 'Is everything right before it is submitted?',
    address: `/exercise/enter/reports/${draftPlace}/check`,
    shown: 'All answers on one page, with what has to be mended first.',
  },
  {
    path: '/enter/reports/{id}/workbook',
    name: 'A report as a workbook',
    question: 'How do I fill a report in without a connection?',
    address: `/exercise/enter/reports/${draftPlace}/workbook`,
    shown: 'A report on its way that can be taken out as a workbook and brought back filled in.',
  },
  {
    path: '/enter/reports/{id}/discard',
    name: 'A report on its way discarded',
    question: 'What is lost if I discard it?',
    address: `/exercise/enter/reports/${draftPlace}/discard`,
    shown: 'What is typed so far, to be taken out as data before it is discarded.',
  },
  {
    path: '/declarations/{actor}',
    name: 'Records declared complete',
    question: 'Which of its own records has this State said to be complete, for which days, by whose word?',
    address: '/exercise/declarations/XQO',
    shown: 'What an owner has said of its own records: which are complete, for which days, by which office.',
  },
  {
    path: '/enter/complete',
    name: 'Declare records complete',
    question: 'What follows if I say that all records of this period are held?',
    address: '/exercise/enter/complete?actor=XQO',
    shown: 'A form on which an owner says which of its own records of a period are complete.',
  },
  {
    path: '/enter/tables',
    name: 'Tables that others keep',
    question: 'Which tables of others can I bring, who publishes them, what do their rows become?',
    address: '/exercise/enter/tables',
    shown:
      'Three fictional tables, each with who publishes it, what its rows become and when it was taken in.',
  },
  {
    path: '/enter/tables/{mapping}',
    name: 'A table to bring',
    question: 'What would become of every row of this file?',
    address: '/exercise/enter/tables/personnel',
    shown: 'A form for the file of a table, whose facts, and the day it was received.',
  },
  {
    path: '/enter/facts/new',
    name: 'Enter a fact',
    question: 'What does a source say of a State, on which page, in which words?',
    address: '/exercise/enter/facts/new?actor=XAU&kind=retained-mines',
    shown: 'A form for one fact: what it says, its source, the page and the quotation.',
  },
  {
    path: '/enter/facts/drafts/{id}',
    name: 'A fact on its way',
    question: 'Who has approved this fact, and what is still to do before everyone sees it?',
    address: `/exercise/enter/facts/drafts/${onItsWayPlace}`,
    shown: 'A fact on its way: what it says, its two owners, one of whom has approved it.',
  },
]
