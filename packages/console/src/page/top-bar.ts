import { html } from 'htm/preact'
import { useEffect, useState } from 'preact/hooks'
import type { Connection } from './connection.ts'
import { icons } from './icons.ts'

const CHANNELS = [
  ['', 'All'],
  ['email', 'E-mail'],
  ['sms', 'SMS'],
] as const

export interface TopBarProps {
  connection: Connection
  query: string
  setQuery: (query: string) => void
  channel: string
  setChannel: (channel: string) => void
  search: { current: HTMLInputElement | null }
}

/** Name, connection, search and filters. */
export function TopBar({ connection, query, setQuery, channel, setChannel, search }: TopBarProps) {
  const { live, messages } = connection
  const status = live === undefined ? 'Connecting' : live ? 'Live' : 'Reconnecting'
  return html`<header>
    <a class="name" href="/_herald/"><img src="/_herald/assets/icon.svg" alt="" width="24" height="24" />Herald</a>
    <span class=${`live ${live ? 'on' : 'off'}`} role="status">${status}</span>
    <label class="search">
      ${icons.search}<span class="unseen">Search</span>
      <input
        ref=${search}
        type="search"
        placeholder="Search: to: source: user: state: has:code"
        autocomplete="off"
        spellcheck=${false}
        value=${query}
        onInput=${(event: Event) => setQuery((event.target as HTMLInputElement).value)}
      />
    </label>
    <div class="channels" role="group" aria-label="Channel">
      ${CHANNELS.map(
        ([value, label]) => html`<button
          type="button"
          class=${value === channel ? 'on' : ''}
          aria-pressed=${value === channel}
          onClick=${() => setChannel(value)}
        >${label}</button>`,
      )}
    </div>
    <${Clear} disabled=${messages.length === 0} clear=${connection.clear} />
  </header>`
}

/** Asks once before it deletes. */
function Clear({ disabled, clear }: { disabled: boolean; clear: () => Promise<void> }) {
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (!asked) return
    const timer = setTimeout(() => setAsked(false), 3000)
    return () => clearTimeout(timer)
  }, [asked])
  const press = () => {
    setAsked(!asked)
    if (asked) void clear()
  }
  return html`<button type="button" class=${asked ? 'button danger' : 'button plain-button'} disabled=${disabled} onClick=${press}>
    ${icons.trash}<span>${asked ? 'Delete all?' : 'Clear'}</span>
  </button>`
}
