/** A column that the database keeps beside a document, so that it can be looked up, ordered or counted. */
export type ColumnValue = string | number | null

/**
 * A kind of document. Documents are plain JSON; a document is found by its key, and by the columns its collection names.
 * One table per collection: `key`, `version`, `doc`, and the columns. A column or index that is added later is filled
 * from the documents when the store opens; a column whose meaning changes takes a new name.
 */
export interface Collection<D extends object> {
  readonly name: string
  readonly columns: {
    readonly [column: string]: { readonly type: 'text' | 'integer'; readonly of: (doc: D) => ColumnValue }
  }
  /** Each index is a list of columns; the key is its implied last part. */
  readonly indexes: readonly (readonly string[])[]
  /**
   * Indexes of those documents only that have a value in the last column, for columns that most documents leave empty: those cost
   * such an index nothing. It serves searches with a bound on that column.
   */
  readonly sparseIndexes: readonly (readonly string[])[]
  /** All readers of the same state get one object, which is frozen. */
  readonly isShared?: boolean
}

/** Names a collection. `columns` are derived from the document each time it is written. */
export function collection<D extends object>(
  name: string,
  options: Partial<Omit<Collection<D>, 'name' | 'isShared'>> = {},
): Collection<D> {
  return { name, columns: {}, indexes: [], sparseIndexes: [], ...options }
}

/** Names a collection whose documents are read far more often than written, and shared among readers: who changes one puts another. */
export function sharedCollection<D extends object>(
  name: string,
  options: Parameters<typeof collection<Readonly<D>>>[1] = {},
): Collection<Readonly<D>> {
  return { ...collection(name, options), isShared: true }
}

/** The parts of a key, most general first: `['eu-west-1_AbC', 'jane']`. Any text is allowed in a part. */
export type Key = readonly string[]

/**
 * Joins the parts so that no part can be mistaken for two, and keys with the same first parts sort together.
 * @throws {TypeError} when the key has no parts, or one is no text.
 */
export function keyText(key: Key): string {
  if (key.length === 0) throw new TypeError('A key needs at least one part.')
  let text = ''
  for (let i = 0; i < key.length; i++) {
    const part = key[i]
    if (typeof part !== 'string') throw new TypeError(`Part ${i + 1} of a key is ${typeof part}; it must be text.`)
    const safe = /[%/]/.test(part) ? part.replaceAll('%', '%25').replaceAll('/', '%2F') : part
    text = i === 0 ? safe : `${text}/${safe}`
  }
  return text
}

/** The parts that `keyText` joined. */
export function keyParts(text: string): Key {
  return text.split('/').map((part) => part.replace(/%2F|%25/g, (code) => (code === '%25' ? '%' : '/')))
}
