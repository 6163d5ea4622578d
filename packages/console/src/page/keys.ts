import { useEffect, useRef } from 'preact/hooks'

export interface KeyActions {
  move(by: 1 | -1): void
  copy(): void
  open(): void
  search(): void
  leave(): void
}

/** Single keys, as long as nobody is typing and no modifier is held. */
export function useKeys(actions: KeyActions): void {
  const current = useRef(actions)
  current.current = actions
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.key === 'Escape') return current.current.leave()
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      if (typing) return
      const action = actionFor(event.key, current.current)
      if (!action) return
      event.preventDefault()
      action()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}

function actionFor(key: string, actions: KeyActions): (() => void) | undefined {
  switch (key) {
    case 'j':
      return () => actions.move(1)
    case 'k':
      return () => actions.move(-1)
    case 'c':
      return actions.copy
    case 'o':
      return actions.open
    case '/':
      return actions.search
    default:
      return undefined
  }
}
