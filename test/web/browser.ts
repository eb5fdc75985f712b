// A real browser for tests: the one PACTA_BROWSER names, or the Chromium that comes as an npm package. Nothing is
// downloaded. The package carries the few libraries a bare Linux lacks (NSS, NSPR) and one font; both are unpacked
// beside it.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const unpack = async (): Promise<{ executablePath: string; env: Record<string, string> }> => {
  const { default: packaged, inflate } = await import('@sparticuz/chromium')
  const executablePath = await packaged.executablePath()
  const binaries = join(
    dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))),
    'bin',
  )
  const libraries = join(tmpdir(), 'al2023', 'lib')
  if (!existsSync(libraries)) await inflate(join(binaries, 'al2023.tar.br'))
  const fonts = join(tmpdir(), 'fonts')
  return {
    executablePath,
    env: {
      // The machine's own libraries come first where it has them.
      LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, '/usr/lib/x86_64-linux-gnu', libraries]
        .filter((folder) => folder !== undefined && folder !== '')
        .join(':'),
      ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: fonts }),
    },
  }
}

/** Whether a browser can be had here: the package is for Linux on x64; elsewhere PACTA_BROWSER has to name one. */
export const hasBrowser = (): boolean =>
  process.env.PACTA_BROWSER !== undefined || (process.platform === 'linux' && process.arch === 'x64')

/** A headless browser. The caller closes it. */
export const launchBrowser = async (): Promise<Browser> => {
  const own = process.env.PACTA_BROWSER
  const { executablePath, env } = own === undefined ? await unpack() : { executablePath: own, env: {} }
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...(process.env as Record<string, string>), ...env },
  })
}
