/** A map that keeps the entries used last, at most `limit` of them. */
export interface RecentlyUsed<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): void
  delete(key: K): void
}

export function createRecentlyUsed<K, V>(limit: number): RecentlyUsed<K, V> {
  const entries = new Map<K, V>()
  return {
    get(key) {
      const value = entries.get(key)
      if (value !== undefined) {
        entries.delete(key)
        entries.set(key, value)
      }
      return value
    },
    set(key, value) {
      entries.delete(key)
      entries.set(key, value)
      if (entries.size > limit) entries.delete(entries.keys().next().value as K)
    },
    delete(key) {
      entries.delete(key)
    },
  }
}
