import { html } from 'htm/preact'

const icon = (path: string) => html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d=${path} /></svg>`

export const icons = {
  email: icon('M3 5.5h14v9.5h-14z M3.2 5.8l6.8 5.2 6.8-5.2'),
  sms: icon('M3.5 4.5h13v9h-7l-3.5 3v-3h-2.5z M7 9h.01 M10 9h.01 M13 9h.01'),
  copy: icon('M7.5 7.5h8.5v8.5h-8.5z M12.5 7.5v-3.5h-8.5v8.5h3.5'),
  done: icon('M4.5 10.5l3.5 3.5 7.5-8'),
  clip: icon('M13.5 7.2l-5 5a1.6 1.6 0 0 0 2.3 2.3l5.2-5.2a3.2 3.2 0 0 0-4.6-4.6l-5.4 5.4a4.8 4.8 0 0 0 6.8 6.8l4-4'),
  open: icon('M11.5 4h4.5v4.5 M16 4l-7 7 M13.5 11.5v4.5h-9.5v-9.5h4.5'),
  close: icon('M5.5 5.5l9 9 M14.5 5.5l-9 9'),
  search: icon('M9 14a5 5 0 1 0 0-10a5 5 0 0 0 0 10z M12.7 12.7l3.8 3.8'),
  trash: icon('M4.5 6h11 M8 6v-2h4v2 M6 6l.7 10h6.6l.7-10'),
}
