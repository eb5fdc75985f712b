// A document set by Typst, as PDF tagged for screen readers. Runs in the thread of setting-worker.ts.
import { readFileSync } from 'node:fs'
import * as typst from '@myriaddreamin/typst-ts-web-compiler'
import type { DocumentView } from './block.ts'
import { fontsFor, scriptOf } from './fonts.ts'

type FontInfo = { info: { coverage: number[] }[] }

const wordsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(wordsOf)
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(wordsOf)
        : []

/** `coverage` alternates how many characters in a row a font lacks and has, from U+0000 on. */
const has = (coverage: readonly number[], character: number): boolean => {
  let next = 0
  for (let i = 0; i < coverage.length; i++) {
    next += coverage[i]!
    if (character < next) return i % 2 === 1
  }
  return false
}

/** The characters no font has a glyph for, with their scripts: "U+1781 (Khmer)". */
const missingFrom = (fonts: readonly Uint8Array[], words: readonly string[]): string[] => {
  const coverages = fonts.flatMap((font) =>
    (typst.get_font_info(font) as FontInfo).info.map(({ coverage }) => coverage),
  )
  // Line ends and signs that join letters have no shape of their own.
  const shaped = [...new Set(words.join(''))].filter(
    (sign) => !/^(?:[\s\u2060]|\p{Default_Ignorable_Code_Point})$/u.test(sign),
  )
  return shaped
    .filter((sign) => !coverages.some((coverage) => has(coverage, sign.codePointAt(0)!)))
    .sort()
    .map((sign) => {
      const script = scriptOf(sign)
      const number = `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
      return script === undefined ? number : `${number} (${script})`
    })
}

// Longer than any word people write; a digest stays whole, so that it can be copied.
const longWord = /\S{41,}/gu
const isDigest = (word: string): boolean => /^[0-9a-f]{64}$/.test(word)

/** `text` with places at which a word longer than a line may break, which nobody sees. */
const breakable = (text: string): string =>
  text.replace(longWord, (word) => (isDigest(word) ? word : word.replace(/.{20}/gu, '$&\u200b')))

/** The document with its words breakable; addresses, pictures and what is said in their place stay as they are. */
const withBreaks = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withBreaks)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === 'text' && typeof part === 'string' ? breakable(part) : withBreaks(part),
    ]),
  )
}

const compiler = new URL(
  'typst_ts_web_compiler_bg.wasm',
  import.meta.resolve('@myriaddreamin/typst-ts-web-compiler'),
)

/** The bytes of the PDF, and the characters that no font shipped can show. */
export const typesetOf = async (view: DocumentView): Promise<{ bytes: Uint8Array; missing: string[] }> => {
  await typst.default({ module_or_path: readFileSync(compiler) })
  const words = wordsOf(view)
  const fonts = fontsFor(words.join(''))
  const missing = missingFrom(fonts, words)
  const builder = new typst.TypstCompilerBuilder()
  // It sees no file but the two it is given.
  builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(font)
  const setter = await builder.build()
  setter.add_source('/main.typ', readFileSync(new URL('document.typ', import.meta.url), 'utf8'))
  setter.map_shadow(
    '/document.json',
    new TextEncoder().encode(JSON.stringify({ ...(withBreaks(view) as DocumentView), missing })),
  )
  const { result, diagnostics } = setter.compile('/main.typ', undefined, 'pdf', 1) as {
    result?: Uint8Array
    diagnostics?: unknown[]
  }
  if (result === undefined)
    throw new Error(`Typst could not set the document: ${JSON.stringify(diagnostics)}`)
  return { bytes: result, missing }
}
