import { html } from 'htm/preact'
import { useEffect, useState } from 'preact/hooks'
import { CopyButton } from './copying.ts'

/** What to do while nothing has come. */
export function Empty() {
  const [line, setLine] = useState<string | undefined>()
  useEffect(() => {
    fetch('/_herald/assets/start.json')
      .then(async (response) =>
        setLine(((await response.json()) as { signUpLine: string | null }).signUpLine ?? undefined),
      )
      .catch(() => {})
  }, [])
  const shown =
    line ??
    [
      'aws cognito-idp sign-up --region us-east-1',
      `--endpoint-url ${location.origin}`,
      '--client-id <app client> --username jane',
      "--password 'Correct-Horse-9'",
      '--user-attributes Name=email,Value=jane@example.com',
    ].join(' \\\n  ')
  return html`<div class="empty">
    <svg viewBox="0 0 64 48" aria-hidden="true"><path d="M6 8h52v34h-52z M6.5 9l25.5 19 25.5-19" /></svg>
    <h1>No messages yet</h1>
    <p>Sign somebody up, and the code arrives here by way of your own sender. Paste this into a terminal:</p>
    <div class="command">
      <pre>${shown}</pre>
      <${CopyButton} text=${shown.replaceAll('\\\n  ', '')}>Copy<//>
    </div>
    <p class="quiet small">Any AWS client works: give it this address as its endpoint, and any credentials.</p>
  </div>`
}
