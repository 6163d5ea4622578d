// Errors as AWS's Node runtime reports them.

/** What the caller of the function gets. */
export function errorReport(error) {
  if (error instanceof Error || Object.prototype.toString.call(error) === '[object Error]') {
    return {
      errorType: clean(error.name),
      errorMessage: clean(error.message),
      trace: String(error.stack ?? '').split('\n'),
    }
  }
  return { errorType: typeof error, errorMessage: asText(error), trace: [] }
}

/** What the log gets. */
export function invokeErrorLine(report) {
  return JSON.stringify({ errorType: report.errorType, errorMessage: report.errorMessage, stack: report.trace })
}

function asText(value) {
  try {
    return String(value)
  } catch {
    return 'unknown'
  }
}

function clean(text) {
  return typeof text === 'string' ? text.replace(/\x7F/g, '%7F') : asText(text)
}
