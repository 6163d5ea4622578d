import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, posix, relative, sep } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

export interface SourceFile {
  /** From the root of the repository, with `/`. */
  path: string
  text: string
}

const skipped = new Set(['node_modules', '.git', '.herald', 'coverage', 'dist'])
const readable = new Set(['.ts', '.mjs', '.js', '.json', '.css', '.md', '.html', '.svg', '.py', ''])

/** Every file of text under a folder, whose path is given from the root of the repository. */
export function sourceFiles(folder = ''): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourceFiles(path)
    if (!entry.isFile() || !readable.has(extname(entry.name))) return []
    return [{ path, text: readFileSync(join(root, path), 'utf8') }]
  })
}

/** Whether a file is code that somebody wrote: not generated, a model of AWS's, or a fixture. */
export function isOwnCode({ path }: SourceFile): boolean {
  return /\.(ts|mjs|js)$/.test(path) && !/\/(generated|models|fixtures)\//.test(path)
}

/** The text without its comments, so that a rule on code does not read prose. */
export function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

/** What a file imports: a package's specifier as it is, a file of ours by its path from the root. */
export function importsOf({ path, text }: SourceFile): string[] {
  const found = codeOf(text).matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;=]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'/g,
  )
  return [...found].map((match) => {
    const specifier = (match[1] ?? match[2] ?? match[3])!
    if (!specifier.startsWith('.')) return specifier
    return relative(root, join(root, posix.dirname(path), specifier))
      .split(sep)
      .join('/')
  })
}
