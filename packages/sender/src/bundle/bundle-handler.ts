import { readFileSync, statSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import { basename, extname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'esbuild'
import { SenderError } from '../errors.ts'

export interface BundleOptions {
  /** The file that exports `handler`. */
  entry: string
  /** The folder to write to; it is made. Default `dist`. */
  out?: string
  /** `cjs` starts fastest and takes every package; `esm` is for handlers with a top-level `await`. Default `cjs`. */
  format?: 'cjs' | 'esm'
  minify?: boolean
  sourcemap?: boolean
  /** Takes the AWS SDK into the bundle, instead of the one that Lambda's Node runtimes have. */
  withSdk?: boolean
}

export interface Bundle {
  /** What Lambda is to run: its name without the ending is the first part of the function's handler. */
  file: string
  /** In bytes, without the source map. */
  size: number
  /** In bytes, as it counts in a zip file. */
  zipped: number
  /** What fills it: packages and one's own code, the largest first, in bytes. */
  parts: { name: string; size: number }[]
  /** Packages that are not in it: the runtime has them, or nothing asks for them until they are used. */
  external: string[]
}

/** What the runtime has; AWS CDK leaves the same out. Its version may be older than one's own: `withSdk` is for calls that it does not know. */
const inRuntime = ['@aws-sdk/*', '@smithy/*']

/** What the sender loads only if an option asks for it, and which may therefore not be installed. */
const optional = ['nodemailer', 'pg', 'pg-native', '@opentelemetry/api']

/**
 * Puts a handler and what it uses into one file for Lambda.
 * @throws {SenderError} `Configuration` when esbuild is not installed, or the handler cannot be bundled; esbuild has then said why
 *   on standard error.
 */
export async function bundleHandler(options: BundleOptions): Promise<Bundle> {
  const { entry, out = 'dist', format = 'cjs', minify = true, sourcemap = true, withSdk = false } = options
  const esbuild = await import('esbuild').catch((error) => {
    throw new SenderError('Configuration', 'bundling needs the package esbuild: npm install --save-dev esbuild', error)
  })
  const name = basename(entry, extname(entry))
  const file = join(resolve(out), `${name}${format === 'esm' ? '.mjs' : '.js'}`)
  const made = await esbuild
    .build({
      entryPoints: [entry],
      outfile: file,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format,
      minify,
      sourcemap: sourcemap && 'linked',
      sourcesContent: false,
      charset: 'utf8',
      legalComments: 'linked',
      metafile: true,
      mainFields: ['module', 'main'],
      external: [...(withSdk ? [] : inRuntime), ...missing(entry)],
      plugins: [oneBigNumber],
      // Packages in CommonJS ask for Node's own modules by `require`, which an ES module does not have by itself.
      ...(format === 'esm' && {
        banner: {
          js: "import{createRequire as heraldRequire}from'node:module';const require=heraldRequire(import.meta.url);",
        },
      }),
    })
    .catch((error) => {
      throw new SenderError('Configuration', 'esbuild could not bundle the handler', error)
    })
  const output = Object.values(made.metafile.outputs).find(({ entryPoint }) => entryPoint !== undefined)
  const sizes = new Map<string, number>()
  for (const [path, { bytesInOutput }] of Object.entries(output?.inputs ?? {})) {
    const part = partOf(path)
    sizes.set(part, (sizes.get(part) ?? 0) + bytesInOutput)
  }
  const external = (output?.imports ?? []).filter(({ external, path }) => external && !isOfNode(path))
  return {
    file,
    size: statSync(file).size,
    zipped: gzipSync(readFileSync(file)).length,
    parts: [...sizes].map(([name, size]) => ({ name, size })).sort((a, b) => b.size - a.size),
    external: [...new Set(external.map(({ path }) => path))].sort(),
  }
}

/**
 * The official decryptor brings bn.js in two versions, 45 KB each: its own, and an older one of asn1.js, which puts public
 * keys into their usual form and does not reckon. Where both are there, asn1.js gets the other's.
 */
const oneBigNumber: Plugin = {
  name: 'one bn.js',
  setup({ onResolve, resolve: find }) {
    onResolve({ filter: /^bn\.js$/ }, async ({ path, importer, kind }) => {
      const [above] = /^.*[\\/]node_modules(?=[\\/]asn1\.js[\\/])/.exec(importer) ?? []
      if (above === undefined) return undefined
      const found = await find(path, { kind, resolveDir: above })
      return found.errors.length > 0 ? undefined : found
    })
  },
}

/** The package that a file is of, or `your code`. */
function partOf(path: string): string {
  const packages = [...path.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)]
  return packages.at(-1)?.[1] ?? 'your code'
}

function isOfNode(path: string): boolean {
  return path.startsWith('node:') || builtinModules.includes(path)
}

/** Optional packages that the handler's folder does not have: they are left out, and missed only when used. */
function missing(entry: string): string[] {
  const { resolve: find } = createRequire(resolve(entry))
  return optional.filter((name) => {
    try {
      find(name)
      return false
    } catch {
      return true
    }
  })
}
