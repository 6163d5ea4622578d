import { newTraceRoot } from '@herald/inbox'
import type { PageServer } from './page-server.ts'

const POOL = 'eu-west-1_Aurora42X'
const CLIENT = '1example23456789'

export interface Sample {
  channel: 'email' | 'sms'
  to: string
  source: string
  userName: string
  secret: string
}

/** Enters a pool's message as the pool does; returns its id. */
export async function enterSample({ inbox, store, environment }: PageServer, sample: Sample): Promise<string> {
  const { channel, to, source, userName, secret } = sample
  const id = newTraceRoot(environment)
  const api = source.endsWith('ForgotPassword') ? 'ForgotPassword' : 'SignUp'
  await store.transaction((tx) =>
    inbox.queued(tx, {
      id,
      channel,
      to,
      trigger: { source, userPoolId: POOL, userName, clientId: CLIENT },
      secret,
      secretExpiresAt: environment.clock.now() + 3_600_000,
      steps: [
        { stage: 'api-call', outcome: 'ok', detail: `${api} by app client ${CLIENT}` },
        { stage: 'code-issued', outcome: 'ok', detail: 'Expires in 1 hour' },
        { stage: 'queued', outcome: 'ok' },
      ],
    }),
  )
  return id
}

/** The steps that come before a function is called. */
export async function invokeSample({ inbox }: PageServer, id: string): Promise<void> {
  await inbox.step(id, { stage: 'encrypt', outcome: 'ok', detail: 'Data key from alias/sender, suite 0x0378' })
  await inbox.step(id, { stage: 'invoke', outcome: 'ok', detail: 'Lambda sender, attempt 1 of 3' }, 'invoking')
}

/** A mail as a careful sender writes it. */
export function mailHtml(name: string, code: string): string {
  return `<!doctype html><html><body style="margin:0;background:#f4f4f1;font-family:Helvetica,Arial,sans-serif;color:#222">
<table width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:36px 16px">
<table width="440" cellpadding="0" cellspacing="0" style="background:#fff;border-radius:12px"><tr><td style="padding:36px">
<p style="margin:0 0 20px;font-size:15px;font-weight:bold;letter-spacing:.02em;color:#2f6f5e">Aurora Books</p>
<h1 style="margin:0 0 12px;font-size:22px">Welcome, ${name}</h1>
<p style="margin:0 0 24px;font-size:15px;line-height:1.5">Enter this code to finish your sign-up. It is good for one hour.</p>
<p style="margin:0 0 24px;padding:18px;background:#eef4f1;border-radius:8px;font-size:30px;letter-spacing:.2em;text-align:center;font-weight:bold">${code}</p>
<p style="margin:0;font-size:14px"><a href="https://aurora.example/confirm?user=${name}&amp;code=${code}" style="color:#2f6f5e">Or confirm with one click</a></p>
</td></tr></table></td></tr></table></body></html>`
}
