// Ids of facts among names of things: no reader knows them.

/**
 * Whether a text is only the id of a fact: a UUID, or small letters and figures joined by hyphens ("area-discovery-XIX-2026").
 * Codes of meetings ("2MSP"), years and names of offices are none.
 */
export const isIdOnly = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/.test(text) ||
  /^[a-z][a-z0-9]*(-[A-Za-z0-9]+)+$/.test(text)
