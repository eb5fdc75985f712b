// The page that says how to ask for data.
import type { Phrase } from '../phrase.ts'

export const api = {
  'api.title': 'How to ask for data',
  'api.description':
    'Every address that gives data, with what can be asked, what comes back and an example that answers.',
  'api.lead':
    'Every page here is also data: write .json, .csv or .xlsx behind its address, before any question mark. What is public is read without a key; what pages’ forms do, programs do with a personal token.',
  'api.size': {
    one: '{count} address. Examples are of this world, and answer.',
    other: '{count} addresses. Examples are of this world, and answer.',
  },
  'api.document':
    'The same for programs, as an OpenAPI 3.1 document: {link}. The descriptions are quoted from it.',
  'api.contents': 'On this page',
  'api.ask': 'What can be asked',
  'api.example': 'for example {link}',
  'api.subject.home': 'The first page',
  'api.subject.documents': 'Source documents',
  'api.subject.plans': 'Plans and indicators',
  'api.subject.states': 'States',
  'api.subject.ministries': 'Promises and votes of States',
  'api.subject.votes': 'Recorded votes',
  'api.subject.implementation': 'How promises are carried out',
  'api.subject.staleness': 'How old figures are',
  'api.subject.declarations': 'Records declared complete',
  'api.subject.reports': 'Reports',
  'api.subject.duties': 'Duties',
  'api.subject.calendar': 'Calendar',
  'api.subject.cohorts': 'Cohorts',
  'api.subject.published-figures': 'What others published',
  'api.subject.releases': 'Releases',
  'api.subject.treaties': 'Treaties',
  'api.subject.conventions': 'Conventions',
  'api.subject.changes': 'What changed',
  'api.subject.search': 'Search',
  'api.subject.enter': 'Entering',
  'api.subject.desk': 'What is to be done',
  'api.subject.waiting': 'What waits',
  'api.subject.history': 'History of a thing',
  'api.subject.audit': 'Audit trail',
  'api.subject.api': 'This description',
  'api.send': 'What can be sent',
  'api.send.lead':
    'The address of every form takes JSON too: the fields of the form by their names, flat or nested where a name has dots. It is answered in JSON: with “location”, where a browser would go on, or with a problem that names every field at fault.',
  'api.send.token':
    'A program shows who it acts for by a personal token ({link}) in the header {header}. It may do what its person may, and no more than the token was made for.',
  'api.send.meanwhile':
    'What is sent says which revision it was filled from. Where somebody else has saved since, nothing is stored (409): both texts of every field come back, with the revision to send yours again.',
  'api.send.scope': 'The token was made for: {scope}.',
  'api.send.sent': 'It takes {shape} ({type}).',
  'api.send.given': 'Taken: {status}, with {fields}.',
  'api.read': 'How to read an answer',
  'api.read.json': 'JSON',
  'api.read.json.words':
    'One object in UTF-8. “world” says whether it is from the real register or from the fictional exercise; in the exercise “notice” says so in words.',
  'api.read.csv': 'CSV',
  'api.read.csv.words':
    'UTF-8, commas, a first row with the names of the columns. The first column of every row is the world.',
  'api.read.xlsx': 'XLSX',
  'api.read.xlsx.words':
    'The rows of the CSV as a workbook: numbers and days are typed, text is never a formula. The last sheet says where the table is from. Rows of several kinds stand on sheets of their own.',
  'api.read.ics': 'iCalendar',
  'api.read.ics.words':
    'Pages of duties have .ics too: every date as a whole day, to subscribe to, in the language of the address.',
  'api.read.null': 'null, and empty cells',
  'api.read.null.words':
    'Nothing is held or nothing is known. It is never 0 and never “no”: whoever adds up figures leaves it out, and says so.',
  'api.read.dates': 'Days',
  'api.read.dates.words':
    'YYYY-MM-DD. Where a source is less precise, its date is as precise as the source (EDTF): 2018-06, 2018, 201X. “until” is the first day on which something no longer holds.',
  'api.read.times': 'Two days on every figure',
  'api.read.times.words':
    '“as-of” is the day in the world, “as-known-on” the day of our knowledge. An address with both gives the same answer later, whatever arrives in between.',
  'api.read.languages': 'Languages',
  'api.read.languages.words':
    'Data is one for all languages of the interface. What a source says stays in the language it was said in, which is named beside it.',
  'api.refused': 'What is refused, and how',
  'api.refused.lead':
    'Where data was asked for, a refusal is a problem in JSON (application/problem+json, RFC 9457) that names every fault at once. A parameter that an address does not know is refused, not passed over.',
  'api.refused.kind': 'Kind of problem',
  'api.refused.status': 'Status',
  'api.refused.meaning': 'Meaning',
  'api.cite': 'How to cite',
  'api.cite.lead':
    'Name the address with both days, and the day you looked. For what a State or a source says, cite the source that stands beside it.',
  'api.cite.example': 'Pacta, {address}, seen on {date}.',
  'api.terms': 'Keys, limits, versions',
  'api.terms.words':
    'What is public needs no key. Whoever asks so much that others have to wait is told how long to wait (429). Every answer has an ETag: sent back as If-None-Match, an unchanged answer costs nothing (304). Addresses are read by GET and HEAD.',
  'api.terms.version':
    'This is version {version}. New addresses and new fields may come; read past what you do not know.',
  'api.each': 'Each address',
  'api.parameters': 'What can be asked of {path}',
  'api.parameter': 'Parameter',
  'api.type': 'Type',
  'api.meaning': 'Meaning',
  'api.required': 'part of the address',
  'api.noParameters': 'It takes no parameters.',
  'api.gives': 'JSON: {shape}',
  'api.refuses': 'Refused with {statuses}.',
  'api.fields': 'Fields of {shape}',
  'api.field': 'Field',
  'api.shapes': 'What comes back, field by field',
  'api.shapes.lead':
    'A dot leads into an object, [] into each item of a list: sections[].actions[].number is the number of each action of each section.',
  'api.optional': 'may be absent',
  'api.type.string': 'text',
  'api.type.number': 'number',
  'api.type.integer': 'whole number',
  'api.type.boolean': 'true or false',
  'api.type.object': 'object',
  'api.type.date': 'day',
  'api.type.null': 'null',
  'api.type.any': 'any JSON',
  'api.type.list': 'list of: {item}',
  'api.type.oneOf': 'one of: {values}',
  'api.or': 'or',
} as const satisfies Record<string, Phrase>
