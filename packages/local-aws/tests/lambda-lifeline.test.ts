import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { isAlive, until } from './lambda-place.ts'

const LONE = fileURLToPath(new URL('./lambda-lone-process.ts', import.meta.url))

/** Starts Herald's Lambda in a process of its own, with functions that are idle, busy, with a child, in Python and foreign. */
async function startLone(folder: string): Promise<{ lone: ChildProcess; pids: number[] }> {
  const lone = spawn(process.execPath, [LONE, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  lone.stdout?.on('data', (chunk: Buffer) => {
    text += chunk
  })
  const line = await until('its processes', () => text.split('\n').find((found) => found.startsWith('pids ')))
  return { lone, pids: line.slice(5).split(' ').map(Number) }
}

for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
  test(`no child outlives Herald after ${signal}, not even a busy one`, {
    skip: process.platform === 'win32',
  }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'herald-lone-'))
    try {
      const { lone, pids } = await startLone(folder)
      assert.ok(pids.length >= 5)
      assert.ok(pids.every(isAlive))
      lone.kill(signal)
      await once(lone, 'exit')
      await until('the end of all children', () => !pids.some(isAlive))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}
