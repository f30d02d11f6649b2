/**
 * Drops the properties that were not given, so that an optional property of ours can be handed to a component that
 * tells "absent" from "undefined".
 */
export function given<T extends object>(properties: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
