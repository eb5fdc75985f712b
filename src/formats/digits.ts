// Numbers as people write them, whatever their size.

/** A number in plain decimal digits: 1e21 has 22 of them. */
export const plainDigits = (number: number): string => {
  const written = String(number)
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(written)
  if (match === null) return written
  const [, sign = '', first = '', rest = '', power = ''] = match
  const digits = first + rest
  const point = 1 + Number(power)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.slice(0, point).padEnd(point, '0')}${digits.length > point ? `.${digits.slice(point)}` : ''}`
}
