// What a page works out of data that are kept from one request to the next: once for the same data, and let go with them.

/** The same function, which makes its answer once for each thing it is asked of. Answers are shared: nobody may change them. */
export const onceFor = <K extends object, V>(make: (of: K) => V): ((of: K) => V) => {
  const known = new WeakMap<K, { answer: V }>()
  return (of) => {
    const held = known.get(of) ?? { answer: make(of) }
    known.set(of, held)
    return held.answer
  }
}
