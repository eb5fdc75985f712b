// The command `pacta`. Reads the arguments, finds the command, prints its problems, sets the exit code.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { commands } from './cli/all.ts'
import type { Command, CommandContext, OptionSpec } from './cli/command.ts'
import { instrumentsDirOf, readConfig } from './config.ts'
import { problemOf } from './db/constraint.ts'
import type { Store } from './db/store.ts'
import { reportFault } from './fault.ts'
import { useInstruments } from './instrument-folders.ts'
import { openConfigured } from './open.ts'
import { describeIssues, type Problem, problem, problemJson } from './problem.ts'

const shared: Record<string, OptionSpec> = {
  data: { type: 'string', describe: 'folder of the embedded store (default: ./data, or PACTA_DATA)' },
  json: { type: 'boolean', describe: 'print JSON on standard output' },
  help: { type: 'boolean', describe: 'show this help' },
}

const helpOf = (command: Command): string => {
  const options = { ...command.options, ...shared }
  const width = Math.max(...Object.keys(options).map((name) => name.length)) + 4
  return [
    `pacta ${command.name} ${command.usage}`.trimEnd(),
    '',
    command.summary,
    '',
    'Options',
    ...Object.entries(options).map(([name, spec]) => `  ${`--${name}`.padEnd(width)}${spec.describe}`),
    '',
    'With DATABASE_URL set, a PostgreSQL server is used instead of the data folder.',
    '',
    'Example',
    `  ${command.example}`,
  ].join('\n')
}

const packageVersion = (): string =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version

const overview = (): string =>
  [
    'pacta COMMAND [options]: promises of States as duties, records, reports and figures that anyone can check.',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(20)}${command.summary}`),
    '',
    '"pacta COMMAND --help" explains a command with an example.',
  ].join('\n')

/** The command whose words open `argv`, longest name first, with what follows. */
const findCommand = (argv: string[]): { command: Command; rest: string[] } | undefined => {
  const byLength = [...commands].sort((a, b) => b.name.length - a.name.length)
  for (const command of byLength) {
    const words = command.name.split(' ')
    if (words.every((word, i) => argv[i] === word)) return { command, rest: argv.slice(words.length) }
  }
  return undefined
}

const printProblem = (p: Problem, json: boolean) => {
  if (json) process.stdout.write(`${JSON.stringify({ problem: problemJson(p) }, null, 2)}\n`)
  process.stderr.write(`${p.title}. ${p.message}\n`)
  for (const line of describeIssues(p.issues)) process.stderr.write(`  ${line}\n`)
}

/** Runs one command line. Returns the exit code: 0 done, 1 problems found, 2 wrong usage. */
export const runCommandLine = async (argv: string[]): Promise<number> => {
  if (argv.length === 0 || argv[0] === '--help' || argv[0] === 'help') {
    process.stdout.write(`${overview()}\n`)
    return argv.length === 0 ? 2 : 0
  }
  if (argv[0] === '--version') {
    process.stdout.write(`${packageVersion()}\n`)
    return 0
  }
  const found = findCommand(argv)
  const family = commands.filter((command) => command.name.startsWith(`${argv[0]} `))
  if (found === undefined && family.length > 0 && argv.includes('--help')) {
    process.stdout.write(`${family.map(helpOf).join('\n\n')}\n`)
    return 0
  }
  if (found === undefined) {
    process.stderr.write(`There is no command "${argv.slice(0, 2).join(' ')}".\n\n${overview()}\n`)
    return 2
  }
  const { command, rest } = found
  let json = rest.includes('--json')
  let store: Store | undefined
  try {
    let parsed: ReturnType<typeof parseArgs>
    try {
      parsed = parseArgs({ args: rest, options: { ...command.options, ...shared }, allowPositionals: true })
    } catch (error) {
      throw problem('usage', `${(error as Error).message} See "pacta ${command.name} --help".`)
    }
    if (parsed.values.help === true) {
      process.stdout.write(`${helpOf(command)}\n`)
      return 0
    }
    json = parsed.values.json === true
    const dataDir = typeof parsed.values.data === 'string' ? parsed.values.data : undefined
    const progress = (text: string) => void process.stderr.write(`${text}\n`)
    const config = readConfig()
    useInstruments(instrumentsDirOf(config, dataDir))
    const context: CommandContext = {
      args: parsed.positionals,
      options: parsed.values as CommandContext['options'],
      json,
      out: (text) => void process.stdout.write(`${text}\n`),
      progress,
      open: async () => {
        store ??= await openConfigured({ dataDir, progress, mendsPlans: command.mendsPlans })
        return store
      },
    }
    return await command.run(context)
  } catch (error) {
    const refusal = problemOf(error)
    if (refusal === undefined) throw error
    printProblem(refusal, json)
    return refusal.type === 'usage' ? 2 : 1
  } finally {
    await store?.close()
  }
}

// Whoever reads our output may stop reading (`pacta parties | head`): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

// A fault of ours ends the process, in words that hold no secret; whoever watches over a server starts it again.
process.on('uncaughtException', (error) => {
  reportFault(error, 'pacta')
  process.exit(1)
})

process.exitCode = await runCommandLine(process.argv.slice(2))
