import type { Outcome } from '../provider.ts'

/** The part of nodemailer's errors that is read. Their messages repeat addresses and what the server said: never passed on. */
export interface SmtpError extends Error {
  /** `EAUTH`, `EENVELOPE`, `ETIMEDOUT` and the like. */
  code?: string
  /** The server's reply, as 550. */
  responseCode?: number
  response?: string
  /** What was answered: `CONN`, `EHLO`, `STARTTLS`, `AUTH PLAIN`, `MAIL FROM`, `RCPT TO`, `DATA`. */
  command?: string
}

/**
 * What an SMTP failure means for a message (RFC 5321 §4.2.1): 4yz replies are `retry`, 5yz are `drop`; those that concern the
 * login, the sender, relaying, or come before there is a recipient are the account's. A connection that breaks after the whole
 * message was written leaves it open; one that breaks earlier sent nothing.
 */
export function outcomeOfSmtp(error: SmtpError, { left, aborted }: { left: boolean; aborted: boolean }): Outcome {
  const { responseCode, response = '' } = error
  const code = /^E[A-Z]{2,20}$/.test(error.code ?? '') ? error.code! : 'ERROR'
  const command = /^(CONN|[EL]?HLO|HELO|STARTTLS|AUTH|MAIL FROM|RCPT TO|DATA)/.exec(error.command ?? '')?.[0] ?? 'API'
  if (responseCode !== undefined && responseCode >= 400 && responseCode < 600) {
    const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
    const reason = `SMTP ${responseCode}${enhanced ? ` ${enhanced}` : ''} to ${command}`
    if (responseCode < 500) return { status: 'retry', reason }
    const ofRecipient = command === 'DATA' || (command === 'RCPT TO' && !refusesRelay(responseCode, response))
    return { status: 'drop', reason, ...(ofRecipient ? {} : { account: true }) }
  }
  if (code === 'EAUTH') return { status: 'drop', reason: 'SMTP login failed', account: true }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { status: 'drop', reason: `SMTP ${code}` }
  const reason = aborted ? 'no answer in time' : `SMTP connection failed (${code})`
  return { status: left ? 'unknown' : 'retry', reason }
}

/** A server that does not relay for the account says so about the recipient. */
function refusesRelay(code: number, response: string): boolean {
  return code === 530 || code === 535 || /relay/i.test(response)
}
