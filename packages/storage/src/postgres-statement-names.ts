/** How many statements one connection keeps prepared; what comes after is planned each time. */
const MOST_PREPARED = 400

/** Gives each text a short name of its own, so that it is prepared once; nothing where there are too many. */
export function statementNames(prefix: string): (text: string) => { name: string } | undefined {
  const names = new Map<string, { name: string }>()
  return (text) => {
    let name = names.get(text)
    if (!name && names.size < MOST_PREPARED) {
      name = { name: `${prefix}${names.size}` }
      names.set(text, name)
    }
    return name
  }
}
