import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'

export interface PageFile {
  bytes: Buffer
  type: string
  /** Undefined for what must not be kept. */
  tag: string | undefined
}

const PAGE = new URL('./page/', import.meta.url)
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  ts: 'text/javascript; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
}

/** Libraries of the page, by the name under which it imports them. They import each other by the same names. */
const LIBRARIES: Readonly<Record<string, string>> = {
  preact: 'preact.js',
  'preact/hooks': 'preact-hooks.js',
  htm: 'htm.js',
  'htm/preact': 'htm-preact.js',
}
const LIBRARY_FILES = new Map(Object.entries(LIBRARIES).map(([specifier, file]) => [`lib/${file}`, specifier]))

const kept = new Map<string, Promise<PageFile>>()
let names: ReadonlySet<string> | undefined

/**
 * A file of the page, ready to be sent: types are stripped from TypeScript, and bare imports lead to the libraries' own files.
 * Only files that the page has can be named, so a name never becomes a path of its own.
 */
export async function readPageFile(name: string): Promise<PageFile | undefined> {
  names ??= new Set(readdirSync(PAGE).filter((file) => Object.hasOwn(TYPES, extension(file))))
  const known = kept.get(name)
  if (known) return known
  if (!names.has(name) && !LIBRARY_FILES.has(name)) return undefined
  const reading = read(name)
  kept.set(name, reading)
  reading.catch(() => kept.delete(name))
  return reading
}

async function read(name: string): Promise<PageFile> {
  const specifier = LIBRARY_FILES.get(name)
  const source = await readFile(specifier ? fileURLToPath(import.meta.resolve(specifier)) : new URL(name, PAGE), 'utf8')
  const stripped = name.endsWith('.ts') ? withoutTypes(source) : source
  const text = /\.(ts|js)$/.test(name) ? linked(stripped) : stripped
  const bytes = Buffer.from(text)
  const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return { bytes, type: TYPES[extension(name)] ?? 'application/octet-stream', tag }
}

/** Node says once that stripping is experimental; whoever started Herald can do nothing about it, so that is kept from them. */
function withoutTypes(source: string): string {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}

/** Leads `from "preact"` to its file, and leaves out the note of a source map that is not served. */
function linked(script: string): string {
  return script
    .replace(
      /(\bfrom\s*|\bimport\s*)(["'])([a-z@][^"']*)\2/g,
      (whole, before: string, quote: string, specifier: string) =>
        Object.hasOwn(LIBRARIES, specifier)
          ? `${before}${quote}/_herald/assets/lib/${LIBRARIES[specifier]}${quote}`
          : whole,
    )
    .replace(/^\/\/# sourceMappingURL=.*$/m, '')
}

function extension(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}
