import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { build } from 'esbuild'
import yazl from 'yazl'

/** Which way a sender decrypts. */
export type SenderKind = 'official' | 'lite'

/** A sender as it is deployed: one bundled file in a zip, the AWS SDK left to the runtime. */
export async function senderArchive(kind: SenderKind): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, `${kind}.mjs`)],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    external: ['@aws-sdk/*'],
  })
  const archive = new yazl.ZipFile()
  archive.addBuffer(Buffer.from(outputFiles[0]!.contents), 'index.js')
  archive.end()
  return buffer(archive.outputStream)
}
