import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Entry, Options } from 'yauzl'
import { refusals } from '../refusals.ts'

/** AWS's limit on an unpacked package, in bytes. */
export const UNPACKED_LIMIT = 262_144_000
const ENTRY_LIMIT = 50_000
/** Text packs about ten to one; what exceeds this ratio and size was made to exhaust whoever unpacks it. */
const SUSPICIOUS_RATIO = 200
const SUSPICIOUS_BYTES = 20 * 1024 * 1024

const KIND_MASK = 0o170000
const SYMBOLIC_LINK = 0o120000
const EXECUTABLE = 0o111

/** Failures that the archive causes, not the disk. */
const CAUSED_BY_ARCHIVE = new Set(['EEXIST', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EINVAL', 'EILSEQ'])

/**
 * Unpacks a zip into `folder`, which must be empty. Nothing is written outside of it: absolute names, `..`, backslashes,
 * symbolic links and duplicates are refused, as is what is too large, has too many entries or is packed too tightly.
 * @throws {ServiceError} InvalidParameterValueException
 */
export async function unpackArchive(archive: Buffer, folder: string): Promise<void> {
  if (archive.length === 0) throw refusals.emptyZip()
  try {
    await unpack(archive, folder)
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'ServiceError') throw error
    const code = (error as NodeJS.ErrnoException).code
    const ofTheDisk = code !== undefined && /^E[A-Z]+$/.test(code) && !CAUSED_BY_ARCHIVE.has(code)
    throw ofTheDisk ? error : refusals.badZip()
  }
}

/** The sum of the sizes that the entries of an archive name, in bytes. It must have been unpacked before, which checks them. */
export async function unpackedSize(archive: Buffer): Promise<number> {
  const zip = await openArchive(archive, { lazyEntries: true })
  let total = 0
  for await (const entry of zip.eachEntry()) total += entry.uncompressedSize
  return total
}

/** Loads the reader of archives with the first one. */
async function openArchive(archive: Buffer, options: Options) {
  const { fromBufferPromise } = await import('yauzl')
  return fromBufferPromise(archive, options)
}

async function unpack(archive: Buffer, folder: string): Promise<void> {
  const zip = await openArchive(archive, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true })
  if (zip.entryCount === 0) throw refusals.emptyZip()
  if (zip.entryCount > ENTRY_LIMIT) throw refusals.invalid(`A package has at most ${ENTRY_LIMIT} entries.`)
  const seen = new Set<string>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    const name = safeName(entry)
    if (seen.has(name)) throw refusals.badZip()
    seen.add(name)
    total += entry.uncompressedSize
    if (total > UNPACKED_LIMIT) throw refusals.unzippedTooLarge(UNPACKED_LIMIT)
    if (total > SUSPICIOUS_BYTES && total > archive.length * SUSPICIOUS_RATIO) throw refusals.badZip()
    const target = join(folder, name)
    if (entry.fileName.endsWith('/')) {
      await mkdir(target, { recursive: true })
      continue
    }
    await mkdir(dirname(target), { recursive: true })
    const mode = unixMode(entry) & EXECUTABLE ? 0o755 : 0o644
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { flags: 'wx', mode }))
  }
}

/** yauzl has refused absolute names, `..` and backslashes already; this adds what it lets pass. */
function safeName(entry: Entry): string {
  if ((unixMode(entry) & KIND_MASK) === SYMBOLIC_LINK) throw refusals.notBuilt('A package with symbolic links')
  const parts = entry.fileName.split('/').filter((part) => part !== '' && part !== '.')
  const bad = parts.some((part) => part === '..' || part.includes('\0') || part.includes('\\'))
  if (bad || parts.length === 0 || (process.platform === 'win32' && entry.fileName.includes(':'))) {
    throw refusals.badZip()
  }
  return parts.join('/')
}

function unixMode(entry: Entry): number {
  return entry.externalFileAttributes >>> 16
}
