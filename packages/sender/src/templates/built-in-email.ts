import { type Block, type Look, pageOf } from './email-page.ts'
import type { Facts } from './said.ts'
import { takeoverLink, takeoverRows } from './takeover.ts'
import { textOf } from './text-of.ts'
import { userNameShown } from './user-name.ts'
import { codeWords } from './words/words.ts'

/** The blocks that are there: the first says what the message is for. */
interface Content {
  subject: string
  blocks: (Block | undefined)[]
}

const text = (said: string): Block => ({ kind: 'text', text: said })
const small = (said: string): Block => ({ kind: 'small', text: said })

/** A one-click link, if it is one. */
function button(label: string, link: string | undefined, plain = false): Block | undefined {
  const url = takeoverLink(link)
  return url === undefined ? undefined : { kind: 'button', label, url, plain }
}

function invitation({ message, words, secret = '', period }: Facts): Content {
  const said = words.invitation
  return {
    subject: said.subject,
    blocks: [
      text(said.purpose),
      { kind: 'rows', rows: [[said.userName, userNameShown(message)]] },
      { kind: 'secret', label: said.password, value: secret },
      text((period ? said.valid(period) + words.space : '') + said.change),
      small(said.keep),
    ],
  }
}

function takeover({ message, words }: Facts): Content {
  const said = words.takeover
  return {
    subject: said.subject,
    blocks: [
      text(said.purpose),
      { kind: 'rows', rows: takeoverRows(message, words) },
      button(said.itWasNotI, message.risk?.linkInvalid),
      button(said.itWasI, message.risk?.linkValid, true),
      text(said.advice),
    ],
  }
}

function code({ message, words, secret = '', period }: Facts): Content {
  const { subject, purpose } = codeWords(words, message.source)
  return {
    subject,
    blocks: [
      text(purpose),
      { kind: 'secret', label: words.yourCode, value: secret },
      period ? text(words.valid(period)) : undefined,
      small(words.keep),
      small(message.source === 'Authentication' ? words.ignoreSignIn : words.ignore),
    ],
  }
}

const makers: Readonly<Record<string, (facts: Facts) => Content>> = {
  AdminCreateUser: invitation,
  AccountTakeOverNotification: takeover,
}

/** The message as an e-mail: subject, HTML and text. The preheader says what the message is for, and never the secret. */
export function builtInEmail(facts: Facts, look: Look): { subject: string; html: string; text: string } {
  const { message, words, brand, locale } = facts
  const make = Object.hasOwn(makers, message.source) ? makers[message.source]! : code
  const { subject, blocks: said } = make(facts)
  const help = brand.support === undefined ? undefined : small(words.help(brand.support))
  const blocks = [...said, help].filter((block) => block !== undefined)
  const [first] = blocks
  return {
    subject: brand.name ? `${brand.name}: ${subject}` : subject,
    html: pageOf({ locale, title: subject, preheader: first?.kind === 'text' ? first.text : subject, blocks }, look),
    text: textOf(subject, blocks, brand),
  }
}
