import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { build } from 'esbuild'

const entry = join(import.meta.dirname, '..', '..', 'src', 'index.ts')
const optional = [
  '@aws-crypto/*',
  '@aws-sdk/*',
  '@opentelemetry/api',
  'libphonenumber-js',
  'liquidjs',
  'nodemailer',
  'pg',
]

/** The files of providers that stay in a bundle, and its size in bytes. */
async function bundled(name: string) {
  const { metafile } = await build({
    stdin: { contents: `export { ${name} } from ${JSON.stringify(entry)}`, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    external: optional,
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const [{ inputs, bytes }] = Object.values(metafile.outputs) as [(typeof metafile.outputs)[string]]
  const kept = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0)
  return { files: kept.map(([path]) => /src\/(.+)$/.exec(path)?.[1] ?? path), bytes }
}

describe('A bundle with one provider', () => {
  for (const name of ['resend', 'sendgrid', 'mailgun', 'postmark', 'brevo', 'slack', 'http', 'webhook']) {
    test(`holds ${name} and what it needs, and no other`, async () => {
      const { files, bytes } = await bundled(name)
      const shared =
        /^(errors|secretish|secretish-sources|system)\.ts$|^providers\/(aws-call|call|credential|failure-of-fetch|mail-address|member|outcome-of-http|standard-webhooks|url-of)\.ts$/
      assert.deepEqual(
        files.filter((file) => !shared.test(file) && file !== `providers/${name}.ts`),
        [],
      )
      assert.ok(bytes < 13_000, `${bytes} bytes`)
    })
  }
})
