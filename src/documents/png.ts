// The pictures of a document as PNG, for formats that take no SVG; with the fonts that ship with Pacta.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { pictureFonts } from './fonts.ts'

let fonts: Uint8Array[] | undefined
let ready: Promise<void> | undefined

/** Makes the drawing of pictures ready; once a process. */
export const preparePng = (): Promise<void> => {
  ready ??= initWasm(readFileSync(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))))
  return ready
}

/** `svg` at `dotsPerInch` of its size in print. */
export const pngOf = (svg: string, widthMm: number, dotsPerInch = 220): Uint8Array => {
  fonts ??= pictureFonts()
  const drawing = new Resvg(svg, {
    background: '#fff',
    fitTo: { mode: 'width', value: Math.round((widthMm / 25.4) * dotsPerInch) },
    font: {
      // Reading a font takes longer than drawing: most pictures of a document have no words.
      fontBuffers: svg.includes('<text') ? fonts : [],
      defaultFontFamily: 'Noto Sans',
      loadSystemFonts: false,
    },
  })
  try {
    return drawing.render().asPng()
  } finally {
    drawing.free()
  }
}
