import { html } from 'htm/preact'
import { useEffect, useState } from 'preact/hooks'
import { icons } from './icons.ts'

const SHOWN_FOR = 1400

/** Puts `text` on the clipboard; where the browser refuses that off loopback, by way of a selection. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'unseen'
  document.body.append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}

/** A code that shows itself under the pointer, on focus, and when it is clicked; a click copies it as well. */
export function CodeChip({ code, copied }: { code: string; copied: boolean }) {
  const [shown, setShown] = useState(false)
  const [done, copy] = useCopied(code)
  const label = done || copied ? 'Copied' : shown ? code : '••••••'
  return html`<button
    type="button"
    class=${`code-chip${done || copied ? ' done' : ''}`}
    aria-label="Show and copy the code"
    title="Copy the code"
    onMouseEnter=${() => setShown(true)}
    onMouseLeave=${() => setShown(false)}
    onFocus=${() => setShown(true)}
    onBlur=${() => setShown(false)}
    onClick=${copy}
  >${label}</button>`
}

export function CopyButton({
  text,
  children,
  className = 'button',
}: {
  text: string
  children: unknown
  className?: string
}) {
  const [done, copy] = useCopied(text)
  return html`<button type="button" class=${className} onClick=${copy}>
    ${done ? icons.done : icons.copy}<span aria-live="polite">${done ? 'Copied' : children}</span>
  </button>`
}

function useCopied(text: string): [boolean, () => void] {
  const [done, setDone] = useState(false)
  useEffect(() => {
    if (!done) return
    const timer = setTimeout(() => setDone(false), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [done])
  return [
    done,
    () =>
      void copyText(text).then(
        () => setDone(true),
        () => {},
      ),
  ]
}
