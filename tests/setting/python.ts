import { spawnSync } from 'node:child_process'
import type { Runtime } from '@aws-sdk/client-lambda'

/** The newest Python runtime that this machine's interpreter serves, or why there is none with these modules. */
export function pythonWith(...modules: string[]): { runtime: Runtime; skip: string | false } {
  const program = ['import sys', ...modules.map((name) => `import ${name}`), 'print(sys.version_info[1])'].join('\n')
  const { status, stdout } = spawnSync('python3', ['-c', program])
  const minor = Number(stdout?.toString() ?? 0)
  const missing = status !== 0 && `python3 with ${modules.join(' and ')} is not on this machine.`
  return { runtime: `python3.${Math.min(minor, 13)}` as Runtime, skip: missing }
}
