// Writes the reference pages that are made from the code: `node bin/run.js scripts/reference.ts`. A test compares them.
import { writeFileSync } from 'node:fs'
import { commands } from '../src/cli/all.ts'
import { problemTypes } from '../src/problem.ts'
import { pagesPage } from './pages-page.ts'
import { permissionsPage } from './permission-table.ts'

const made = 'Made from the code by `node bin/run.js scripts/reference.ts`; do not edit.'

const commandsPage = (): string =>
  [
    '# Commands',
    '',
    made,
    '',
    'Every command takes `--data DIR` (or `PACTA_DATA`; with `DATABASE_URL` a PostgreSQL server is used), `--json` and `--help`.',
    'Progress goes to standard error. Exit code 0: done; 1: problems found; 2: wrong usage.',
    ...commands.flatMap((command) => [
      '',
      `## ${command.name}`,
      '',
      command.summary,
      '',
      '```',
      `pacta ${command.name} ${command.usage}`.trimEnd(),
      '```',
      '',
      ...Object.entries(command.options ?? {}).map(([name, option]) => `- \`--${name}\`: ${option.describe}`),
      ...(command.options === undefined ? [] : ['']),
      `Example: \`${command.example}\``,
    ]),
    '',
  ].join('\n')

const problemsPage = (): string =>
  [
    '# Problems',
    '',
    made,
    '',
    'Every refusal has a type. On the web it is answered as problem details (RFC 9457) with this status; a command prints the',
    'title, what was wrong, and each place (file, line, cell or path), and ends with 1, or with 2 for `usage`.',
    '',
    '| Type | Status | Title |',
    '|---|---|---|',
    ...Object.entries(problemTypes).map(
      ([type, { status, title }]) => `| \`${type}\` | ${status} | ${title} |`,
    ),
    '',
  ].join('\n')

/** The pages by path. */
export const referencePages = (): Record<string, string> => ({
  'docs/reference/commands.md': commandsPage(),
  'docs/reference/pages.md': pagesPage(made),
  'docs/reference/permissions.md': permissionsPage(made),
  'docs/reference/problems.md': problemsPage(),
})

if (process.argv[1]?.endsWith('reference.ts'))
  for (const [path, text] of Object.entries(referencePages())) writeFileSync(path, text)
