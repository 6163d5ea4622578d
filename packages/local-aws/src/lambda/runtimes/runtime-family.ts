/** Runtimes that are run in the same way. */
export type RuntimeFamily = 'nodejs' | 'python' | 'provided'

/** @returns undefined for a runtime that is not built */
export function runtimeFamily(runtime: string): RuntimeFamily | undefined {
  if (runtime.startsWith('nodejs')) return 'nodejs'
  if (/^python3\.\d+$/.test(runtime)) return 'python'
  return /^provided(\.|$)/.test(runtime) ? 'provided' : undefined
}
