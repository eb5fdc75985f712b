// What a catalogue is made of: one sentence, or one for each plural form a language has.

/** A sentence with places in braces; or one sentence per plural form, chosen by the place `count`. */
export type Phrase = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>)

/** The phrases of one group in another language: all of them. */
export type Translated<Group> = { readonly [Key in keyof Group]: Phrase }

/** The same where a language is not finished: what is missing is said in English, and marked as English. */
export type PartlyTranslated<Group> = Partial<Translated<Group>>
