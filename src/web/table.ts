// A table of a page's data, as its twins write it.

export type CsvValue = string | number | boolean | null
export type Table = { columns: string[]; rows: CsvValue[][] }
