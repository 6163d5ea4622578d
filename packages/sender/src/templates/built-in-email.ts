import { type Block, emailPage } from './email-page.ts'
import { takeoverLink, takeoverRows } from './takeover.ts'
import { textOf } from './text-of.ts'
import { userNameShown } from './user-name.ts'
import type { Facts } from './worded.ts'
import { codeWords } from './words/words.ts'

interface Content {
  subject: string
  blocks: Block[]
}

function invitation({ message, words, secret = '', period }: Facts): Content {
  const said = words.invitation
  return {
    subject: said.subject,
    blocks: [
      { kind: 'text', text: said.purpose },
      { kind: 'rows', rows: [[said.userName, userNameShown(message)]] },
      { kind: 'secret', label: said.password, value: secret },
      { kind: 'text', text: [...(period === undefined ? [] : [said.valid(period)]), said.change].join(words.space) },
      { kind: 'small', text: said.keep },
    ],
  }
}

function takeover({ message, words }: Facts): Content {
  const said = words.takeover
  const mine = takeoverLink(message.risk?.linkValid)
  const notMine = takeoverLink(message.risk?.linkInvalid)
  return {
    subject: said.subject,
    blocks: [
      { kind: 'text', text: said.purpose },
      { kind: 'rows', rows: takeoverRows(message, words) },
      ...(notMine === undefined ? [] : [{ kind: 'button', label: said.itWasNotI, url: notMine } as const]),
      ...(mine === undefined ? [] : [{ kind: 'button', label: said.itWasI, url: mine, plain: true } as const]),
      { kind: 'text', text: said.advice },
    ],
  }
}

function code({ message, words, secret = '', period }: Facts): Content {
  const { subject, purpose } = codeWords(words, message.source)
  const ignore = message.source === 'Authentication' ? words.ignoreSignIn : words.ignore
  return {
    subject,
    blocks: [
      { kind: 'text', text: purpose },
      { kind: 'secret', label: words.yourCode, value: secret },
      ...(period === undefined ? [] : [{ kind: 'text', text: words.valid(period) } as const]),
      { kind: 'small', text: words.keep },
      { kind: 'small', text: ignore },
    ],
  }
}

/** The message as an e-mail: subject, HTML and text. The preheader says what the message is for, and never the secret. */
export function builtInEmail(facts: Facts): { subject: string; html: string; text: string } {
  const { message, words, brand, locale } = facts
  const make =
    message.source === 'AdminCreateUser'
      ? invitation
      : message.source === 'AccountTakeOverNotification'
        ? takeover
        : code
  const { subject, blocks } = make(facts)
  if (brand.support !== undefined) blocks.push({ kind: 'small', text: words.help(brand.support) })
  const first = blocks[0]?.kind === 'text' ? blocks[0].text : subject
  return {
    subject: brand.name === undefined || brand.name === '' ? subject : `${brand.name}: ${subject}`,
    html: emailPage({ locale, title: subject, preheader: first, blocks }, brand),
    text: textOf(subject, blocks, brand),
  }
}
