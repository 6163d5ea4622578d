import { html, render } from 'htm/preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useMessage, useMessages } from './connection.ts'
import { copyText } from './copying.ts'
import { Detail } from './detail.ts'
import { Empty } from './empty.ts'
import { useKeys } from './keys.ts'
import { List } from './list.ts'
import { codeOf, linkOf } from './message.ts'
import { searchFor } from './search.ts'
import { TopBar } from './top-bar.ts'

function Page() {
  const connection = useMessages()
  const [query, setQuery] = useState('')
  const [channel, setChannel] = useState('')
  const [selected, select] = useSelected()
  const [copied, setCopied] = useState<string | undefined>()
  const search = useRef<HTMLInputElement>(null)
  const shown = useMemo(() => {
    const fits = searchFor(query)
    return connection.messages.filter((message) => (channel === '' || message.channel === channel) && fits(message))
  }, [connection.messages, query, channel])
  const message = useMessage(selected, connection.messages)
  const target = shown.find(({ id }) => id === selected) ?? shown[0]

  useEffect(() => {
    if (copied === undefined) return
    const timer = setTimeout(() => setCopied(undefined), 1400)
    return () => clearTimeout(timer)
  }, [copied])

  useKeys({
    move(by) {
      const at = shown.findIndex(({ id }) => id === selected)
      const next = shown[at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)]
      if (next) select(next.id)
    },
    copy() {
      const code = target && codeOf(target)
      if (code)
        void copyText(code).then(
          () => setCopied(target.id),
          () => {},
        )
    },
    open() {
      const link = target && linkOf(target)
      if (link) window.open(link, '_blank', 'noopener,noreferrer')
    },
    search: () => search.current?.focus(),
    leave() {
      if (document.activeElement === search.current) {
        setQuery('')
        search.current?.blur()
      } else select(undefined)
    },
  })

  const none = connection.live !== undefined && connection.messages.length === 0
  return html`<div class=${selected === undefined ? 'page' : 'page split'}>
    <${TopBar}
      connection=${connection}
      query=${query}
      setQuery=${setQuery}
      channel=${channel}
      setChannel=${setChannel}
      search=${search}
    />
    <main>
      <div class="pane">
        ${
          none
            ? html`<${Empty} />`
            : html`<${List} messages=${shown} selected=${selected} copied=${copied} />
              ${shown.length === 0 && connection.live && html`<p class="quiet pad">Nothing fits this search.</p>`}
              ${connection.more && html`<button type="button" class="button more" onClick=${connection.loadMore}>Show older</button>`}`
        }
      </div>
      ${selected !== undefined && html`<${Detail} message=${message} close=${() => select(undefined)} />`}
    </main>
    <footer>
      <span><kbd>j</kbd> <kbd>k</kbd> move</span><span><kbd>c</kbd> copy code</span><span><kbd>o</kbd> open link</span>
      <span><kbd>/</kbd> search</span><span><kbd>Esc</kbd> close</span>
      <a href="/_herald/openapi.json">API</a>
    </footer>
  </div>`
}

/** The selected message is the page's fragment, so that it can be linked to. */
function useSelected(): [string | undefined, (id: string | undefined) => void] {
  const read = () => location.hash.slice(1) || undefined
  const [selected, setSelected] = useState(read)
  useEffect(() => {
    const changed = () => setSelected(read())
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  const select = useCallback((id: string | undefined) => {
    history.replaceState(null, '', id === undefined ? location.pathname : `#${id}`)
    setSelected(id)
  }, [])
  return [selected, select]
}

const root = document.getElementById('page')
if (root) render(html`<${Page} />`, root)
