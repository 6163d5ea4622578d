import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { render } from '@react-email/render'
import { build } from 'esbuild'
import mjml2html from 'mjml'
import { createElement } from 'react'

const here = new URL('.', import.meta.url)
const at = (path) => new URL(path, here)

/** Which source each e-mail tells. */
const emails = [
  { name: 'code', source: 'default', kind: 'react' },
  { name: 'invitation', source: 'AdminCreateUser', kind: 'react' },
  { name: 'takeover', source: 'AccountTakeOverNotification', kind: 'mjml' },
]

async function componentOf(name) {
  const compiled = at(`node_modules/.compiled/${name}.mjs`)
  await build({
    entryPoints: [at(`emails/${name}.jsx`).pathname],
    outfile: compiled.pathname,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
  })
  return (await import(compiled.href)).default
}

const escaped = (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

async function htmlOf({ name, kind }, locale, words) {
  if (kind === 'react') return render(createElement(await componentOf(name), { locale, words }))
  const source = await readFile(at(`emails/${name}.mjml`), 'utf8')
  const filled = source.replace(/\[\[(\w+)\]\]/g, (_, key) => escaped(key === 'locale' ? locale : words[key]))
  const { html, errors } = await mjml2html(filled, { validationLevel: 'strict' })
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'))
  return html
}

const all = JSON.parse(await readFile(at('words.json'), 'utf8'))
await rm(at('templates'), { recursive: true, force: true })
await mkdir(at('templates/email'), { recursive: true })
for (const [locale, words] of Object.entries(all)) {
  for (const email of emails) {
    const { subject, preheader, ...rest } = words[email.name]
    const html = (await htmlOf(email, locale, rest)).replace(/[ \t]+$/gm, '').trim()
    const file = `templates/email/${email.source}.${locale}.liquid`
    await writeFile(at(file), `---\nsubject: ${subject}\npreheader: ${preheader}\n---\n${html}\n`)
  }
}
