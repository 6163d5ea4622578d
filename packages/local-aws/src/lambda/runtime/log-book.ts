/** Functions' logs: in memory only, bounded, by request and as they come. */
export interface LogBook {
  add(functionName: string, requestId: string, line: string): void
  /** What an invocation logged, START and REPORT lines included. */
  of(requestId: string): readonly string[]
  /** The last 4 KB of it, as LogType=Tail gives. */
  tail(requestId: string): Buffer
}

const REQUESTS = 1000
const LINES_PER_REQUEST = 2000
const CHARACTERS = 16 * 1024 * 1024
const TAIL_BYTES = 4096

export function createLogBook(onLog?: (line: string) => void): LogBook {
  const requests = new Map<string, { lines: string[]; size: number }>()
  let size = 0

  function forgetOldest(): void {
    for (const [id, oldest] of requests) {
      if (requests.size <= REQUESTS && size <= CHARACTERS) return
      size -= oldest.size
      requests.delete(id)
    }
  }

  return {
    add(functionName, requestId, line) {
      let request = requests.get(requestId)
      if (!request) {
        request = { lines: [], size: 0 }
        requests.set(requestId, request)
      }
      request.lines.push(line)
      request.size += line.length
      size += line.length
      if (request.lines.length > LINES_PER_REQUEST) {
        const dropped = request.lines.splice(0, LINES_PER_REQUEST / 2).reduce((sum, text) => sum + text.length, 0)
        request.size -= dropped
        size -= dropped
      }
      forgetOldest()
      onLog?.(`[${functionName}] ${line}`)
    },
    of: (requestId) => [...(requests.get(requestId)?.lines ?? [])],
    tail(requestId) {
      const lines = requests.get(requestId)?.lines ?? []
      return Buffer.from(lines.map((line) => `${line}\n`).join('')).subarray(-TAIL_BYTES)
    },
  }
}
