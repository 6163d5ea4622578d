#!/usr/bin/env node
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { SenderError } from '../errors.ts'
import { type Bundle, bundleHandler } from './bundle-handler.ts'
import { checkTemplatesUsage, runCheckTemplates } from './check-templates.ts'

const usage = `Usage: herald-sender bundle <handler.ts> [options]

Puts a handler and all it uses into one file for Lambda (Node 20 or later), and says how large it is.

  --out <folder>      where to write to; default: dist
  --format cjs|esm    default: cjs
  --with-sdk          take the AWS SDK in, instead of using the runtime's
  --no-minify         keep it readable
  --no-sourcemap      write no source map
  --limit <KB>        fail when the file is larger (1 KB is 1000 bytes)
`

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error) => {
    console.error(error instanceof SenderError ? error.message : error)
    process.exitCode = 1
  },
)

async function run(args: string[]): Promise<number> {
  if (args[0] === 'check-templates') return runCheckTemplates(args.slice(1))
  const parsed = parse(args)
  if (!parsed) {
    console.error(args[0] === 'bundle' ? usage : `${usage}\n${checkTemplatesUsage}`)
    return 2
  }
  const { entry, values, limit } = parsed
  const bundle = await bundleHandler({
    entry,
    ...(values.out !== undefined && { out: values.out }),
    format: values.format === 'esm' ? 'esm' : 'cjs',
    minify: values['no-minify'] !== true,
    sourcemap: values['no-sourcemap'] !== true,
    withSdk: values['with-sdk'] === true,
  })
  console.log(describe(bundle))
  if (bundle.size <= limit) return 0
  console.error(`The bundle is larger than ${kilobytes(limit)}.`)
  return 1
}

function parse(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        format: { type: 'string', default: 'cjs' },
        'with-sdk': { type: 'boolean' },
        'no-minify': { type: 'boolean' },
        'no-sourcemap': { type: 'boolean' },
        limit: { type: 'string', default: 'Infinity' },
      },
    })
    const [command, entry, ...others] = positionals
    const limit = Number(values.limit) * 1000
    const understood = command === 'bundle' && others.length === 0 && /^(cjs|esm)$/.test(values.format) && limit > 0
    return understood && entry !== undefined ? { entry, values, limit } : undefined
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return undefined
  }
}

function describe({ file, size, zipped, parts, external }: Bundle): string {
  const shown = parts.slice(0, 8).map((part) => `  ${kilobytes(part.size).padStart(10)}  ${part.name}`)
  return [
    `${relative('', file)}: ${kilobytes(size)}, ${kilobytes(zipped)} zipped`,
    ...shown,
    ...(external.length > 0 ? [`Not in it: ${external.join(', ')}`] : []),
  ].join('\n')
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`
}
