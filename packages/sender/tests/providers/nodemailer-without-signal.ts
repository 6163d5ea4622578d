import { createTransport as real } from 'nodemailer'

/** Nodemailer as it was before version 10: a message's `signal` means nothing to it. */
export function createTransport(options: Parameters<typeof real>[0]) {
  const transport = real(options)
  return {
    sendMail: ({ signal: _signal, ...mail }: Parameters<typeof transport.sendMail>[0]) => transport.sendMail(mail),
    verify: () => transport.verify(),
  }
}
