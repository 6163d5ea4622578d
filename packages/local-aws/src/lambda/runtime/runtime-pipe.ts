import type { Duplex } from 'node:stream'
import { RESPONSE_LIMIT, type RuntimeChannel, type RuntimeEvents } from './runtime-api.ts'

/** Two lengths, of the head and of the body, 4 bytes each. */
const LENGTHS = 8
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
  const read = createFrameReader(hear, () => {
    pipe.destroy()
    kill()
  })
  pipe.on('data', read)
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
      const head = Buffer.from(
        JSON.stringify({ id: requestId, deadline, arn: functionArn, trace: traceHeader, clientContext }),
      )
      const lengths = Buffer.alloc(LENGTHS)
      lengths.writeUInt32BE(head.length)
      lengths.writeUInt32BE(payload.length, 4)
      pipe.write(Buffer.concat([lengths, head, payload]))
    },
  }
}

/** @param refuse is called once, for what is no frame; nothing is read after it */
function createFrameReader(take: (head: Said, body: Buffer) => void, refuse: () => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = []
  let size = 0
  let needed = LENGTHS
  return (chunk) => {
    chunks.push(chunk)
    size += chunk.length
    while (size >= needed) {
      const whole = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
      const bodyAt = LENGTHS + whole.readUInt32BE(0)
      needed = bodyAt + whole.readUInt32BE(4)
      if (needed > LONGEST_FRAME) return refuse()
      chunks = [whole]
      if (size < needed) return
      const head = readHead(whole.toString('utf8', LENGTHS, bodyAt))
      if (!head) return refuse()
      take(head, whole.subarray(bodyAt, needed))
      chunks = size > needed ? [whole.subarray(needed)] : []
      size -= needed
      needed = LENGTHS
    }
  }
}

function readHead(text: string): Said | undefined {
  try {
    return Object(JSON.parse(text)) as Said
  } catch {
    return undefined
  }
}
