const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })

/** `14:03:22` today, `3 Sep 14:03:22` on other days. */
export function shortTime(iso: string, now = new Date()): string {
  const at = new Date(iso)
  const time = clock.format(at)
  return at.toDateString() === now.toDateString() ? time : `${day.format(at)} ${time}`
}

export function fullTime(iso: string): string {
  return full.format(new Date(iso))
}

/** How long after `start`: `+12 ms`, `+1.4 s`, `+3 min`, `+2 h`. */
export function since(start: string, iso: string): string {
  const ms = Date.parse(iso) - Date.parse(start)
  if (ms < 1000) return `+${Math.max(0, ms)} ms`
  if (ms < 60_000) return `+${(ms / 1000).toFixed(1)} s`
  if (ms < 5_400_000) return `+${Math.round(ms / 60_000)} min`
  return `+${Math.round(ms / 3_600_000)} h`
}
