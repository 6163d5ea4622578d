// Takes invocations from Herald and gives their answers back, over descriptor 4: the calls of AWS's Runtime API without HTTP, which
// costs a small function more than its own work.
import { Socket } from 'node:net'
import { createFrameReader, frameOf } from './frames.mjs'

const DESCRIPTOR = 4

/** AWS's limit on what a function may answer, in bytes. */
const RESPONSE_LIMIT = 6_291_556

/** @param {{ written(): Promise<void> | undefined, memory(): number }} process what the process has written and uses */
export function openRuntimePipe({ written, memory }) {
  const pipe = new Socket({ fd: DESCRIPTOR, readable: true, writable: true })
  const come = []
  let wake
  let isAsked = false
  // Only one that waits for work keeps the process alive: a function whose event loop is empty has ended.
  pipe.unref()
  // When Herald is gone the lifeline ends this process and all it started: it must not be gone before that.
  pipe.on('error', () => {})
  pipe.on(
    'data',
    createFrameReader(
      (head, body) => {
        come.push({ ...head, body })
        wake?.()
      },
      () => {},
    ),
  )

  /** Resolves when the system has it. */
  function send(head, text = '') {
    return new Promise((resolve) => pipe.write(frameOf(head, Buffer.from(text)), resolve))
  }

  async function report(head, error) {
    await written()
    const text = JSON.stringify(error)
    const fits = Buffer.byteLength(text) <= RESPONSE_LIMIT
    await send(
      { ...head, memory: memory() },
      fits ? text : JSON.stringify({ ...error, trace: [], errorMessage: TOO_LARGE }),
    )
  }

  return {
    async next() {
      if (!isAsked) send({ kind: 'next' })
      isAsked = false
      if (come.length === 0) {
        pipe.ref()
        await new Promise((resolve) => {
          wake = resolve
        })
        wake = undefined
        pipe.unref()
      }
      return come.shift()
    },
    /** Answers an invocation, and asks for the next in the same breath. */
    async respond(id, text) {
      const waits = written()
      if (waits) await waits
      isAsked = true
      const fits = Buffer.byteLength(text) <= RESPONSE_LIMIT
      send({ kind: fits ? 'response' : 'tooLarge', id, memory: memory() }, fits ? text : '')
    },
    fail: (id, error) => report({ kind: 'error', id }, error),
    failInit: (error) => report({ kind: 'initError' }, error),
  }
}

const TOO_LARGE = 'The error is too large to report.'
