import { execFileSync } from 'node:child_process'
import type { CreateFunctionCommandInput, Runtime as RuntimeName } from '@aws-sdk/client-lambda'
import type { Place } from './lambda-place.ts'

/** The newest Python runtime that the machine's interpreter serves; undefined where there is none. */
export const Runtime: RuntimeName | undefined = (() => {
  try {
    const minor = Number(execFileSync('python3', ['-c', 'import sys; print(sys.version_info[1])']).toString())
    return minor >= 9 ? (`python3.${Math.min(minor, 13)}` as RuntimeName) : undefined
  } catch {
    return undefined
  }
})()

export const skip = Runtime === undefined && 'There is no python3 (3.9 or later) on this machine.'

/** Creates Python functions: from source texts by file name, or from the text of `app.py`. */
export function pythonIn(place: () => Place) {
  return (name: string, files: Record<string, string> | string, more: Partial<CreateFunctionCommandInput> = {}) =>
    place().create(name, typeof files === 'string' ? { 'app.py': files } : files, {
      Runtime: Runtime ?? 'python3.9',
      Handler: 'app.handler',
      ...more,
    })
}
