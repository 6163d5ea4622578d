// console.* as AWS's Node runtime writes it: time, request id, level and message, separated by tabs; or one JSON object.
import { format } from 'node:util'

const LEVELS = { TRACE: 1, DEBUG: 2, INFO: 3, WARN: 4, ERROR: 5, FATAL: 6 }

/** @param {string} token sets the ends of invocations apart from what the function writes */
export function installConsole(token) {
  const json = process.env.AWS_LAMBDA_LOG_FORMAT === 'JSON'
  const threshold = json ? (LEVELS[process.env.AWS_LAMBDA_LOG_LEVEL] ?? LEVELS.TRACE) : LEVELS.TRACE
  const write = process.stdout.write.bind(process.stdout)
  const writeError = process.stderr.write.bind(process.stderr)
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
    /** Tells Herald that everything the invocation wrote has been written, and how much memory is in use. */
    ended(id) {
      const mark = `\0${token} ${id} ${process.memoryUsage.rss()}\n`
      write(mark)
      writeError(mark)
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
