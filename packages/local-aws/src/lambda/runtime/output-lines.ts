import { StringDecoder } from 'node:string_decoder'

/** A line that never ends is handed on in pieces of this many characters. */
const LONGEST_LINE = 64 * 1024

/** What comes out of a sandbox's process. */
export interface OutputEvents {
  line(text: string): void
  /** The process has written everything of this invocation. @param memory resident bytes */
  ended(requestId: string, memory: number): void
}

/**
 * Splits output into lines. The bootstrap writes a mark with the sandbox's token after each invocation; a function can't
 * know the token, so it cannot write one.
 * @returns takes chunks; without one, hands on what is left.
 */
export function createLineReader(token: string, events: OutputEvents): (chunk?: Buffer) => void {
  const decoder = new StringDecoder('utf8')
  const mark = `\0${token} `
  let rest = ''

  function take(line: string): void {
    const at = line.indexOf(mark)
    if (at < 0) {
      events.line(line)
      return
    }
    if (at > 0) events.line(line.slice(0, at))
    const [requestId = '', memory] = line.slice(at + mark.length).split(' ')
    events.ended(requestId, Number(memory))
  }

  return (chunk) => {
    rest += chunk ? decoder.write(chunk) : decoder.end()
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
    while (rest.length > LONGEST_LINE) {
      take(rest.slice(0, LONGEST_LINE))
      rest = rest.slice(LONGEST_LINE)
    }
    if (!chunk && rest) {
      take(rest)
      rest = ''
    }
  }
}
