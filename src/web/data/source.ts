// Where something was read.

/** A document or page something was read in. `date` is the source's own, as precise as it gives it (EDTF). */
export type SourceShown = {
  title: string
  address: string | null
  publisher: string | null
  date: string | null
}
