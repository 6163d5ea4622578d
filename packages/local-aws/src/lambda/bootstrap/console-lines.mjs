// console.* as AWS's Node runtime writes it: time, request id, level and message, separated by tabs; or one JSON object.
import { format } from 'node:util'

const LEVELS = { TRACE: 1, DEBUG: 2, INFO: 3, WARN: 4, ERROR: 5, FATAL: 6 }

export function installConsole() {
  const json = process.env.AWS_LAMBDA_LOG_FORMAT === 'JSON'
  const threshold = json ? (LEVELS[process.env.AWS_LAMBDA_LOG_LEVEL] ?? LEVELS.TRACE) : LEVELS.TRACE
  const outputs = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write.bind(stream) }))
  const [{ write }] = outputs
  let requestId

  function line(level, parts) {
    if (LEVELS[level] < threshold) return
    const timestamp = new Date().toISOString()
    if (!json) {
      write(`${timestamp}\t${requestId ?? 'undefined'}\t${level}\t${format(...parts)}\n`)
      return
    }
    write(`${JSON.stringify({ timestamp, level, requestId, ...messageOf(parts) })}\n`)
  }

  const at =
    (level) =>
    (...parts) =>
      line(level, parts)
  console.trace = at('TRACE')
  console.debug = at('DEBUG')
  console.info = at('INFO')
  console.log = at('INFO')
  console.warn = at('WARN')
  console.error = at('ERROR')
  console.fatal = at('FATAL')

  return {
    error: (title, text) => line('ERROR', [`${title} \t${text}`]),
    began(id) {
      requestId = id
    },
    /**
     * Undefined where the system has everything that was written; else resolves when it has, so that what an invocation wrote
     * goes before its answer.
     */
    written() {
      const full = outputs.filter(({ stream }) => stream.writableLength > 0)
      if (full.length === 0) return undefined
      return Promise.all(full.map(({ write }) => new Promise((resolve) => write('', resolve))))
    },
  }
}

function messageOf(parts) {
  if (parts.length === 1) {
    const [only] = parts
    if (only instanceof Error) {
      return {
        message: only.message,
        errorType: only.name,
        errorMessage: only.message,
        stackTrace: String(only.stack ?? '')
          .split('\n')
          .slice(1),
      }
    }
    if (isPlain(only)) return { message: only }
  }
  return { message: format(...parts) }
}

function isPlain(value) {
  if (typeof value !== 'object' || value === null) return false
  try {
    return JSON.stringify(value) !== undefined
  } catch {
    return false
  }
}
