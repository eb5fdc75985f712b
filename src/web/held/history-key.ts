// What a thing's own page calls it, as the key of the trail.
import { isUuid } from '../../db/store.ts'
import { readThingKey, thingKey } from '../../db/thing-key.ts'
import { listDatums } from '../../facts/store.ts'
import { findReleaseHead } from '../../releases/store.ts'
import { findVersion } from '../../reports/show.ts'
import type { Reader } from './handles.ts'

/**
 * The key of the trail for what an address may call a thing: a fact by the id of its page, a version of a report by its
 * name, a release by the beginning of its digest. Anything else as it stands.
 */
export const keyInTrail = async ({ db, seen }: Reader, key: string): Promise<string> => {
  const { kind, id } = readThingKey(key) ?? { kind: '', id: '' }
  if (kind === 'fact' && !id.includes('/')) {
    const [datum] = await listDatums(seen, isUuid(id) ? { datumIds: [id] } : { externalId: id })
    return datum === undefined ? key : thingKey.fact(datum.actor, datum.datumId)
  }
  if (kind === 'report' && !isUuid(id)) {
    const version = await findVersion(db, id)
    return version === undefined ? key : thingKey.report(version.reportId)
  }
  if (kind === 'release' && !/^[0-9a-f]{64}$/.test(id)) {
    const release = await findReleaseHead(db, id)
    return release === undefined ? key : thingKey.release(release.sha256)
  }
  return key
}
