/** The shape of a catalogue: the same keys, functions with the same arguments. A missing or extra message does not compile. */
export type Shape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Shape<T[K]>
}
