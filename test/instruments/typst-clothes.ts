// Plans as PDF documents set by Typst, in the layouts such plans are published in.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import initWasm, { TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler'
import { type DraftAction, draftParts, draftTitle } from './clothes.ts'

const find = createRequire(import.meta.url).resolve
const fonts = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
]

const newCompiler = async () => {
  await initWasm({
    module_or_path: readFileSync(find('@myriaddreamin/typst-ts-web-compiler/wasm')),
  })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(readFileSync(find(font)))
  return builder.build()
}
let compiler: ReturnType<typeof newCompiler> | undefined

/** A Typst text as the bytes of a PDF. */
export const typstPdf = async (text: string): Promise<Uint8Array> => {
  compiler ??= newCompiler()
  const world = await compiler
  world.reset()
  world.add_source('/main.typ', text)
  const result = world.compile('/main.typ', undefined, 'pdf', 1)
  if (result.result === undefined) throw new Error(JSON.stringify(result.diagnostics))
  return result.result
}

/** Words as Typst text, with none of its signs taken for a mark. */
export const words = (text: string): string => `#${JSON.stringify(text)}`

const page = (extra = '') =>
  `#set page(paper: "a4", margin: 2.2cm, header: align(right, text(8pt)[APLC/CONF/2024/PM.2/WP.3]), footer: context align(center, counter(page).display("1")) ${extra})\n` +
  '#set text(font: ("Noto Sans", "Noto Naskh Arabic"), size: 10pt, lang: "en")\n#set par(leading: 0.65em)\n'
const title = `#align(center, text(16pt, weight: "bold")[${words(draftTitle)}])\n\n`

const indicators = (action: DraftAction) => action.indicators.map((text) => `- ${words(text)}`).join('\n')

const body = (heading: (text: string) => string, extra = '') =>
  draftParts()
    .map((part) =>
      [
        heading(part.heading),
        ...part.paragraphs.map(
          (text, i) => `${words(`${numberOf(part.number, i)}. ${text}`)}${i === 0 ? extra : ''}`,
        ),
        part.list.map((text) => `- ${words(text)}`).join('\n'),
        ...part.actions.map(
          (action) =>
            `#strong[Action \\##${action.number}]\n\n${words(action.text)}\n\n#strong[Indicators]\n\n${indicators(action)}`,
        ),
      ].join('\n\n'),
    )
    .join('\n\n')

const firstNumbers: Record<string, number> = {
  I: 1,
  II: 5,
  III: 8,
  IV: 9,
  V: 10,
  VI: 11,
  VII: 12,
  VIII: 13,
  IX: 14,
}
const numberOf = (part: string, i: number) => (firstNumbers[part] ?? 1) + i

/** Headings larger than the text, numbered paragraphs, justified lines with divided words, a note, header and footer. */
export const headingsPdf = () =>
  typstPdf(
    `${page()}#set par(justify: true)\n#set text(hyphenate: true)\n${title}${body(
      (text) => `#heading(level: 1)[${words(text)}]`,
      '#footnote[Issued in the clothes of a test, without formal editing.]',
    )}`,
  )

/** The same in two columns of one size of type, headings bold. */
export const columnsPdf = () =>
  typstPdf(`${page(', columns: 2')}${title}${body((text) => `#strong[${words(text)}]`)}`)

const cells = (action: DraftAction) =>
  `[#strong[Action \\##${action.number}]\n\n${words(action.text)}], [${indicators(action)}],\n`

/** A table in each section, Action | Indicators, its header again on each page. */
export const tablesPdf = () =>
  typstPdf(
    `${page()}${title}${draftParts()
      .map(
        (part) =>
          `#heading(level: 1)[${words(part.heading)}]\n\n${part.paragraphs
            .map((text, i) => words(`${numberOf(part.number, i)}. ${text}`))
            .join('\n\n')}\n\n${
            part.actions.length === 0
              ? ''
              : `#table(columns: (1fr, 1fr), table.header([*Action*], [*Indicators*]),\n${part.actions.map(cells).join('')})\n`
          }`,
      )
      .join('\n\n')}`,
  )

/** One table over all pages, numbers in a column of their own, a row across it for each section. */
export const spanningPdf = () =>
  typstPdf(
    `${page()}${title}#table(columns: (auto, 3fr, 2fr), table.header([*No.*], [*Action*], [*Indicators*]),\n${draftParts()
      .map(
        (part) =>
          `table.cell(colspan: 3)[#strong[${words(part.heading)}]],\n${part.actions
            .map(
              (action) =>
                `[${action.number}], [${words(action.text)}], [${action.indicators.map(words).join('\n\n')}],\n`,
            )
            .join('')}`,
      )
      .join('')})`,
  )
