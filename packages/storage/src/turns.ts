/** Lines of waiters, one line for each name: whoever holds the turn goes alone until it is given back. */
export interface Turns {
  /** Whether somebody holds the turn of `name`. */
  taken(name: string): boolean
  /** Waits in line; resolves to the function that gives the turn back. */
  take(name: string): Promise<() => void>
}

export function createTurns(): Turns {
  const lines = new Map<string, (() => void)[]>()
  return {
    taken: (name) => lines.has(name),
    async take(name) {
      const line = lines.get(name)
      if (line) await new Promise<void>((resolve) => line.push(resolve))
      else lines.set(name, [])
      return () => {
        const next = lines.get(name)?.shift()
        if (next) next()
        else lines.delete(name)
      }
    },
  }
}
