/**
 * The time of a message in containers that are kept, in rounds: in each round every kind handles the same events, one kind after the
 * other, and is compared with the first kind of that very round. So the machine's changing speed cancels out.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Compared {
  name: string
  /** Median of the rounds' medians, in milliseconds. */
  ms: number
  /** Median of the rounds' ratios to the base. */
  ratio: number
  /** Between these lies the true median with 95 % confidence, whatever the distribution (order statistics). */
  from: number
  to: number
}

interface Container {
  name: string
  process: ChildProcess
  /** Median of each round. */
  rounds: number[]
}

/**
 * @param kinds the handlers' files, the base first.
 * @param options.warmUp messages before the first round, so that what is measured is compiled.
 * @param options.events makes so many events, which must differ.
 */
export async function compareInRounds(
  kinds: readonly { name: string; file: string }[],
  options: {
    rounds: number
    messages: number
    warmUp: number
    events: (count: number) => object[]
    env: NodeJS.ProcessEnv
    cwd: string
  },
): Promise<Compared[]> {
  const { rounds, messages, warmUp, events, env, cwd } = options
  const containers: Container[] = []
  try {
    for (const { name, file } of kinds) {
      const child = fork(join(import.meta.dirname, 'sender-warm.mjs'), [file], {
        cwd,
        env,
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      })
      child.stdout!.resume()
      containers.push({ name, process: child, rounds: [] })
      await once(child, 'message')
      await handle(child, events(warmUp))
    }
    for (let round = 0; round < rounds; round++) {
      const same = events(messages)
      // Each round begins with another kind, so that none always comes after the same one.
      for (let at = 0; at < containers.length; at++) {
        const container = containers[(round + at) % containers.length]!
        container.rounds.push(median(await handle(container.process, same)))
      }
    }
  } finally {
    for (const { process } of containers) process.kill()
  }
  const base = containers[0]!.rounds
  return containers.map(({ name, rounds }) => {
    const ratios = rounds.map((ms, round) => ms / base[round]!).sort((a, b) => a - b)
    const last = ratios.length - 1
    const rank = Math.max(0, Math.floor((ratios.length - 1.96 * Math.sqrt(ratios.length)) / 2))
    return { name, ms: median(rounds), ratio: median(ratios), from: ratios[rank]!, to: ratios[last - rank]! }
  })
}

async function handle(child: ChildProcess, events: object[]): Promise<number[]> {
  const over = new AbortController()
  const { signal } = over
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`a container ended with ${code}`)
  })
  child.send(events)
  try {
    const [took] = await Promise.race([once(child, 'message', { signal }), ended])
    return took
  } finally {
    ended.catch(() => {})
    over.abort()
  }
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}
