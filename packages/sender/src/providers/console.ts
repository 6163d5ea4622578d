import { maskAddress } from '../observe/mask.ts'
import type { Provider, Rendered } from '../provider.ts'

export interface ConsoleOptions {
  /** Takes the lines. Default: standard output. */
  write?: (line: string) => void
  /** Shows the text with the code in it. Default false: everything that is secret is masked. */
  reveal?: boolean
  /** The environment, in which `STAGE` or `NODE_ENV` may say that this is production. Default: the process's. */
  environment?: Readonly<Record<string, string | undefined>>
}

/**
 * Prints messages instead of sending them, for work on templates. Recipient and code are masked, unless `reveal` is set.
 * @throws {Error} where `STAGE` is `prod` or `production`, or `NODE_ENV` is `production` and no stage is named: nobody would
 * get a message there, and what is revealed would stay in the logs.
 */
export function printToConsole(options: ConsoleOptions = {}): Provider {
  const {
    write = (line) => void process.stdout.write(`${line}\n`),
    reveal = false,
    environment = process.env,
  } = options
  const stage = environment.STAGE ?? environment.NODE_ENV ?? ''
  if (/^prod(uction)?$/i.test(stage)) throw new Error('the console provider is not for production: nothing is sent')

  return {
    name: 'console',
    channels: ['email', 'sms', 'whatsapp', 'voice', 'chat'],
    async send(to, body, message, context) {
      const secret = message.secret?.reveal()
      const hide = (text: string) => (reveal || !secret ? text : hideSecret(text, secret))
      write(`— ${message.source} to ${reveal ? to : maskAddress(to)}`)
      for (const line of linesOf(body)) write(hide(line))
      return { status: 'accepted', id: `console-${context.key.slice(0, 8)}` }
    },
    check: async () => ({ ok: true, detail: 'prints and sends nothing' }),
  }
}

/** The secret as it stands, with gaps between its characters as codes are often set, and as links hold it. */
function hideSecret(text: string, secret: string): string {
  const literal = (part: string) => part.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
  const spaced = [...secret].map(literal).join('[\\s\u00a0-]?')
  return text.replace(new RegExp(`${spaced}|${literal(encodeURIComponent(secret))}`, 'g'), '•'.repeat(secret.length))
}

function linesOf({ subject, text, whatsapp }: Rendered): string[] {
  const first = subject === undefined ? [] : [`Subject: ${subject}`]
  const template = whatsapp ? [`Template: ${whatsapp.template} (${whatsapp.language})`] : []
  return [...first, ...template, ...text.split('\n')]
}
