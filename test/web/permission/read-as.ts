// What an answer says to whoever asked, whatever its form.
import { openZip } from '../../../src/formats/zip.ts'
import { type Asker, ask, type PermissionSite } from './world.ts'

const wordsOf = async (response: Response): Promise<string> => {
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (!(response.headers.get('content-type') ?? '').includes('spreadsheet'))
    return new TextDecoder().decode(bytes)
  const zip = openZip(bytes)
  return zip.names.map((name) => new TextDecoder().decode(zip.read(name, 64 * 1024 * 1024))).join('\n')
}

/** The status and every word of the answer, those of a workbook's parts included. */
export const readAs = async (app: PermissionSite, asker: Asker, address: string) => {
  const response = await ask(app, asker, address)
  return { status: response.status, text: await wordsOf(response) }
}
