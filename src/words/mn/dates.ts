// Months as Mongolian documents of state number them: "11 дүгээр сар". Intl spells the number out, or writes "11-р".

/** The ending of an ordinal follows the vowels of the number as it is spoken: дөрөвдүгээр, but хоёрдугаар. */
const ending = (month: number): string => ([1, 4, 9, 11].includes(month) ? 'дүгээр' : 'дугаар')

/** "2025 оны 12 дугаар сар"; `month` is 1 to 12. */
export const monthOfYear = (year: string, month: number): string =>
  `${year} оны ${month} ${ending(month)} сар`

/** "2025 оны 12 дугаар сарын 1". */
export const dayOfMonth = (year: string, month: number, day: number): string =>
  `${monthOfYear(year, month)}ын ${day}`

/** "12 дугаар сарын 1". */
export const dayOfEveryYear = (month: number, day: number): string => `${month} ${ending(month)} сарын ${day}`
