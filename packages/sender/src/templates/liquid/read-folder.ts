import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SenderError } from '../../errors.ts'

/** Bytes of one template, and number of files, that a folder may have: more is a mistake in the path. */
const largest = 512 * 1024
const most = 5000

/** Template files by their path from the folder, with `/`. */
export type TemplateFiles = ReadonlyMap<string, string>

/**
 * Reads the `.liquid` files of a folder and of the folders in it.
 * @param path from the process's working directory, which in Lambda is where the package lies
 * @throws {SenderError} `Configuration` where there is no such folder, where it holds a symbolic link (which could lead
 *   out of it), or where a file is too large
 */
export function readFolder(path: string): TemplateFiles {
  const root = resolve(path)
  const files = new Map<string, string>()
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      if (entry.isSymbolicLink()) throw new SenderError('Configuration', `${path}/${name} is a symbolic link`)
      if (entry.isDirectory()) walk(name)
      else if (name.endsWith('.liquid')) files.set(name, readOne(join(root, name), name))
      if (files.size > most) throw new SenderError('Configuration', `${path} holds more than ${most} templates`)
    }
  }
  try {
    walk('')
  } catch (error) {
    if (error instanceof SenderError) throw error
    throw new SenderError('Configuration', `The templates in ${path} could not be read (${codeOf(error)})`, error)
  }
  if (files.size === 0) throw new SenderError('Configuration', `${path} holds no .liquid file`)
  return files
}

function readOne(path: string, name: string): string {
  const { size } = lstatSync(path)
  if (size > largest) throw new SenderError('Configuration', `${name} is larger than ${largest} bytes`)
  return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
}

const codeOf = (error: unknown) => (error as { code?: string }).code ?? 'no reason given'
