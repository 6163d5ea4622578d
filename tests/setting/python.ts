import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Runtime } from '@aws-sdk/client-lambda'

const folder = join(import.meta.dirname, '..', 'fixtures', 'python')

/** The newest Python runtime that this machine's interpreter serves, or why there is none with these modules. */
export function pythonWith(...modules: string[]): { runtime: Runtime; skip: string | false } {
  const program = ['import sys', ...modules.map((name) => `import ${name}`), 'print(sys.version_info[1])'].join('\n')
  const { status, stdout } = spawnSync('python3', ['-c', program], { env: { ...process.env, PYTHONPATH: folder } })
  const minor = Number(stdout?.toString() ?? 0)
  const missing = status !== 0 && `python3 with ${modules.join(' and ')} is not on this machine.`
  return { runtime: `python3.${Math.min(minor, 13)}` as Runtime, skip: missing }
}

/** How a sender in Python opens its codes. */
export const pythonSenders = {
  /** By itself, with nothing that a function on AWS does not have. */
  libcrypto: { module: 'own_decryption', files: { 'primitives.py': 'with_libcrypto.py' }, needs: 'with_libcrypto' },
  /** By itself, with the package `cryptography`. */
  cryptography: { module: 'own_decryption', files: { 'primitives.py': 'with_cryptography.py' }, needs: 'cryptography' },
  /** By the AWS Encryption SDK. */
  sdk: { module: 'encryption_sdk', files: {}, needs: 'aws_encryption_sdk' },
} as const

export type PythonSender = keyof typeof pythonSenders

/** The package of such a sender, its handler, and the runtime that serves it here. */
export function pythonSender(kind: PythonSender) {
  const { module, files, needs } = pythonSenders[kind]
  const own = Object.fromEntries(['delivery.py', 'message.py', `${module}.py`].map((name) => [name, name]))
  const read = ([name, from]: [string, string]) => [name, readFileSync(join(folder, from))] as const
  return {
    ...pythonWith('boto3', needs),
    module,
    handler: `${module}.handler`,
    files: () => Object.fromEntries(Object.entries({ ...own, ...files }).map(read)) as Record<string, Buffer>,
  }
}
