// pacta calendar: the dates of a State, a treaty or plan, or one duty, as a calendar file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Db } from '../db/store.ts'
import type { CalendarScope } from '../duties/calendar-store.ts'
import { sayCalendar } from '../duties/calendar-words.ts'
import type { DutyOwed } from '../duties/owed.ts'
import { isBoundKnown, shippedDuties } from '../duties/rules.ts'
import { articleSaid } from '../duties/said.ts'
import { createFormat } from '../facts/format.ts'
import { todayIn } from '../facts/today.ts'
import { writeCalendar } from '../formats/ical.ts'
import { actorNamesIn, calendarSpan, publishDays } from '../indicators/calendar.ts'
import { listDuties, listPlanned } from '../indicators/duties-owed.ts'
import { voiceOf } from '../indicators/names.ts'
import { underLastingName } from '../indicators/promises-owed.ts'
import { listActors } from '../parties/actor-store.ts'
import { listTreatiesHeld } from '../parties/treaty-store.ts'
import { problem } from '../problem.ts'
import { baseOf } from '../web/site.ts'
import { findLanguage, languages } from '../words/languages.ts'
import { markedOurs } from '../words/marked.ts'
import type { Ours } from '../words/say.ts'
import { createText, type Text } from '../words/text.ts'
import { type Command, type CommandContext, neededOption, textOption } from './command.ts'
import { counted } from './input.ts'
import { asWorld, worldOption } from './world.ts'

/** Whose dates: exactly one of the three options. */
const asScope = async (context: CommandContext, db: Db): Promise<CalendarScope> => {
  const [actor, instrument, duty] = ['actor', 'instrument', 'duty'].map((name) => textOption(context, name))
  if ([actor, instrument, duty].filter((one) => one !== undefined).length !== 1)
    throw problem('usage', 'Say whose dates: --actor, --instrument or --duty, one of them.')
  if (actor === undefined)
    return underLastingName<CalendarScope>(db, instrument === undefined ? { duty } : { instrument })
  const found = (await listActors(db)).find(({ id, iso2, iso3 }) => [id, iso3, iso2].includes(actor))
  if (found !== undefined) return { actors: [found.id] }
  throw problem('not-found', `No State is held under "${actor}". Give its id or ISO code, such as MNG.`)
}

/** What the calendar is called by: a State, a treaty or plan, a duty. */
const titleOf = (
  { actors, instrument, duty = '' }: CalendarScope,
  duties: readonly DutyOwed[],
  say: { text: Text; ours: Ours; nameOf: (id: string) => string },
): string => {
  if (actors !== undefined) return say.nameOf(actors[0]!)
  const [of, id = ''] = (instrument ?? duty).split('/')
  const set = shippedDuties().find((one) => one.instrument === of)
  // A promise held as a fact has no file: what is known of it is what it makes owed.
  const [owed] = duties
  if (instrument !== undefined) return say.ours(set?.title ?? owed?.source.title ?? instrument)
  const rule = set?.duties[id] ?? owed
  if (rule === undefined) return duty
  const named = [say.ours(rule.title), articleSaid(say.text, rule.article)]
  return named.filter((part) => part !== '').join(', ')
}

const asLanguage = (context: CommandContext): string => {
  const code = textOption(context, 'language') ?? 'en'
  if (findLanguage(code) === undefined)
    throw problem(
      'usage',
      `--language is ${languages.map((language) => language.code).join(', ')}; it is "${code}".`,
    )
  return code
}

/** Where Pacta is read in a browser, without a slash at its end; null where nobody has said. */
const asAddress = (context: CommandContext): string | null => {
  const given = textOption(context, 'address')
  if (given === undefined) return null
  const url = URL.parse(given)
  if (url === null || !/^https?:$/.test(url.protocol))
    throw problem(
      'usage',
      `--address is where Pacta is read, such as http://127.0.0.1:3000; it is "${given}".`,
    )
  return url.origin
}

/** A calendar that is there already is brought up to date; any other file is left alone. */
const writeCalendarFile = (path: string, text: string): 'written' | 'unchanged' => {
  try {
    if (existsSync(path)) {
      const before = readFileSync(path, 'utf8')
      if (before === text) return 'unchanged'
      if (!before.startsWith('BEGIN:VCALENDAR'))
        throw problem('usage', `${path} is there already and is no calendar; name another file with --out.`)
    }
    writeFileSync(path, text)
    return 'written'
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    throw problem('usage', `${path} cannot be written: the system says ${code}. Name another with --out.`)
  }
}

export const calendar: Command = {
  name: 'calendar',
  summary: 'Writes the dates of a State, of a treaty or plan, or of one duty as a calendar file (iCalendar).',
  usage:
    '--actor ID | --instrument ID | --duty INSTRUMENT/DUTY --out FILE.ics [--language CODE] [--address URL] [--no-reminders] [--world NAME]',
  example: 'pacta calendar --actor MNG --out mongolia.ics',
  options: {
    actor: { type: 'string', describe: 'everything a State owes: its id or ISO code' },
    instrument: { type: 'string', describe: 'everything owed under a treaty, plan or pledge' },
    duty: { type: 'string', describe: 'one duty of all who owe it, such as mine-ban/article-7' },
    out: { type: 'string', describe: 'the file to write; a calendar that is there is brought up to date' },
    language: { type: 'string', describe: `${languages.map(({ code }) => code).join(', ')} (default: en)` },
    address: {
      type: 'string',
      describe: 'where Pacta is read, for the links of each day (default: no links)',
    },
    'no-reminders': { type: 'boolean', describe: 'days without reminders' },
    ...worldOption,
  },
  run: async (context) => {
    if (context.args.length > 0)
      throw problem('usage', `"${context.args[0]}" was not expected; whose dates is said with --actor.`)
    const [world, language, address] = [asWorld(context), asLanguage(context), asAddress(context)]
    const path = neededOption(context, 'out')
    const db = (await context.open()).world(world)
    const scope = await asScope(context, db)
    const span = calendarSpan(await todayIn(db))
    const duties = [
      ...(await listDuties(db, { ...scope, ...span })),
      ...(await listPlanned(db, { ...scope, ...span })),
    ]
    const made = await publishDays(db, scope, { duties, ...span, now: new Date().toISOString() })
    const text = createText(language, findLanguage(language)?.catalogue ?? {})
    const format = createFormat(language)
    const nameOf = await actorNamesIn(db, language)
    const titles = new Map([
      // A promise held as a fact has no file: the document it stands in.
      ...duties.map((owed) => [owed.instrument, owed.source.title] as const),
      ...shippedDuties().map((set) => [set.instrument, set.title] as const),
    ])
    const voice = voiceOf({ text, day: format.shortDate, ours: markedOurs(language) })
    const speaker = {
      ...{ language, world, text, format, actorName: nameOf },
      voice,
      instrumentTitle: (id: string) => titles.get(id) ?? id,
      addressOf: ({ actor }: { actor: string }) =>
        address === null ? null : `${address}${baseOf(world, language)}/states/${actor}/duties`,
    }
    const of = (scope.instrument ?? scope.duty)?.split('/')[0]
    const set = shippedDuties().find((one) => one.instrument === of)
    const said = sayCalendar(speaker, {
      isBoundKnown: set === undefined || isBoundKnown(set, await listTreatiesHeld(db)),
      ...{
        what: titleOf(scope, duties, { text, ours: voice.names.ours, nameOf }),
        ...span,
        days: made.days,
        withoutDay: made.withoutDay,
      },
      ...{ address: null, feed: null, hasReminders: context.options['no-reminders'] !== true },
    })
    const outcome = writeCalendarFile(path, writeCalendar(said))
    const calledOff = made.days.filter(({ owed }) => owed === null).length
    const summary = { file: path, outcome, events: made.days.length, calledOff, ...made.withoutDay, ...span }
    context.out(
      context.json
        ? JSON.stringify(summary, null, 2)
        : `${path} ${outcome}: ${counted(made.days.length, 'day')} from ${span.from} to ${span.until}${calledOff === 0 ? '' : `, ${calledOff} of them called off`}. ${said.description}`,
    )
    return 0
  },
}
