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

const fetching = ['resend', 'sendgrid', 'mailgun', 'postmark', 'brevo', 'slack', 'http', 'webhook']

describe('A bundle with one provider', () => {
  for (const name of fetching) {
    test(`holds ${name} and what it needs, and nothing else of the package`, async () => {
      const { files, bytes } = await bundled(name)
      const others = fetching.filter((other) => other !== name).map((other) => `providers/${other}.ts`)
      const foreign = /^(decrypt|delivery|events|guard|lite|links|pipeline|sandbox|templates|testing)\//
      assert.deepEqual(
        files.filter((file) => others.includes(file) || foreign.test(file)),
        [],
      )
      assert.ok(files.includes(`providers/${name}.ts`) && bytes < 15_000, `${bytes} bytes: ${files.join(' ')}`)
    })
  }
})
