import { SenderError } from '../errors.ts'

/**
 * Loads an optional package when it is first needed.
 * @throws {SenderError} `Configuration`, naming what to install, when it is not there.
 */
export async function loadPeer<T>(name: string, what: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    throw new SenderError('Configuration', `${what} needs the package ${name}: npm install ${name}`, error)
  }
}
