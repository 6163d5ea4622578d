/** A member deep inside a service's answer; undefined wherever the answer is formed otherwise. Numbers name elements. */
export function member(value: unknown, ...path: readonly (string | number)[]): unknown {
  let at = value
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined
    at = (at as Record<string | number, unknown>)[name]
  }
  return at
}

/** The same, where only a text will do. */
export function textMember(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = member(value, ...path)
  return typeof found === 'string' ? found : undefined
}

/** Headers of a webhook's request by their names in lower case. */
export function lowerCaseNames(
  headers: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
