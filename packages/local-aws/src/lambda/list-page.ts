import { InvalidCursorError } from '@herald/storage'
import { refusals } from './refusals.ts'

/** AWS gives at most 50 at once, whatever MaxItems says. */
const LARGEST = 50

export function pageSize(wanted: number | undefined): number {
  return Math.min(wanted ?? LARGEST, LARGEST)
}

/** @throws {ServiceError} InvalidParameterValueException where the marker is none that a list gave */
export async function checkedMarker<T>(page: Promise<T>): Promise<T> {
  return page.catch((error: unknown) => {
    throw error instanceof InvalidCursorError ? refusals.invalid('The marker is not valid.') : error
  })
}
