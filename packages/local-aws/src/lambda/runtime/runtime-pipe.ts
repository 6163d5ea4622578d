import type { Duplex } from 'node:stream'
import { createFrameReader, frameOf } from '../bootstrap/frames.mjs'
import { RESPONSE_LIMIT, type RuntimeChannel, type RuntimeEvents } from './runtime-api.ts'

/** No frame is longer: what a function may answer, and room for the head. Bytes. */
const LONGEST_FRAME = RESPONSE_LIMIT + 64 * 1024

/** What the process says: the head of its frame. */
interface Said {
  kind: 'next' | 'response' | 'tooLarge' | 'error' | 'initError'
  id?: string
  /** Bytes. */
  memory?: number
}

/**
 * The other end of Herald's own bootstrap for Node (`bootstrap/runtime-pipe.mjs`): the calls of the Lambda Runtime API, in frames over a
 * pipe that nobody else can open.
 * @param kill ends a process that sends something else, which its own code must have written
 */
export function openRuntimePipe(pipe: Duplex, events: RuntimeEvents, kill: () => void): RuntimeChannel {
  const refuse = () => {
    pipe.destroy()
    kill()
  }
  pipe.on('data', createFrameReader(hear, refuse, LONGEST_FRAME))
  // The end of the process is noticed by itself.
  pipe.on('error', () => {})

  function hear({ kind, id = 'init', memory }: Said, body: Buffer): void {
    if (memory !== undefined) events.used(id, memory)
    switch (kind) {
      case 'response':
      case 'tooLarge':
        events.answered(id, kind === 'response' ? body : undefined)
        events.ready()
        break
      case 'next':
        events.ready()
        break
      case 'error':
        events.failed(id, body)
        break
      case 'initError':
        events.initFailed(body)
    }
  }

  return {
    give({ requestId, functionArn, traceHeader, clientContext, payload }, deadline) {
      const head = { id: requestId, deadline, arn: functionArn, trace: traceHeader, clientContext }
      pipe.write(frameOf(head, payload))
    },
  }
}
