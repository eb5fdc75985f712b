// Symbols of documents of the United Nations, as they are compared: one source writes "A/RES/53/77 D", another "A/RES/53/77D".

/** The same for all writings of one symbol: without blanks, in capitals. It is for comparing; what a source wrote is shown. */
export const symbolKey = (symbol: string): string => symbol.replace(/\s+/gu, '').toUpperCase()
