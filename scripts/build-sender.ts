/**
 * Builds @herald/sender as it is published: a folder with ES modules, CommonJS, declarations for both, and a package.json whose
 * exports lead to them. In the repository the sources stay the entry.
 *
 * Every source file stays a file of its own. Were they bundled by entry, CommonJS would have a copy of each shared module in
 * each entry, and a Secret made by one could not be revealed by another; and bundlers leave out best what is a module.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const home = join(root, 'packages', 'sender')
const source = join(home, 'src')

const formats = [
  { format: 'esm', folder: 'esm', code: '.js', types: '.d.ts' },
  { format: 'cjs', folder: 'cjs', code: '.cjs', types: '.d.cts' },
] as const

/** @param folder is emptied first. @throws {Error} when a file does not compile. */
export async function buildSender(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const files = globSync('**/*.ts', { cwd: source })
  for (const { format, folder: part, code } of formats) {
    await build({
      absWorkingDir: source,
      entryPoints: files,
      outdir: join(folder, part),
      outExtension: { '.js': code },
      format,
      platform: 'node',
      target: 'node20',
      charset: 'utf8',
      bundle: true,
      packages: 'external',
      logLevel: 'warning',
      plugins: [
        {
          name: 'leave each file its own',
          setup({ onResolve }) {
            onResolve({ filter: /^\.{1,2}\// }, ({ path, kind }) =>
              kind === 'entry-point' ? undefined : { path: path.replace(/\.ts$/, code), external: true },
            )
          },
        },
      ],
    })
  }
  declare(folder)
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(publishedManifest(), undefined, 2)}\n`)
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  if (existsSync(join(home, 'README.md'))) cpSync(join(home, 'README.md'), join(folder, 'README.md'))
}

/** Writes the declarations once by the compiler, and gives each format its own, whose imports lead to its own kind. */
function declare(folder: string): void {
  const made = join(folder, 'types')
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const args = [compiler, '-p', join(home, 'tsconfig.build.json'), '--outDir', made]
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The declarations could not be made:\n${stdout}`)
  for (const file of globSync('**/*.d.ts', { cwd: made })) {
    const text = readFileSync(join(made, file), 'utf8')
    for (const { folder: part, code, types } of formats) {
      const target = join(folder, part, file.replace(/\.d\.ts$/, types))
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, text.replace(/((?:from|import)\s*\(?\s*["']\.{1,2}\/[^"']*)\.ts(["'])/g, `$1${code}$2`))
    }
  }
  rmSync(made, { recursive: true })
}

type Conditions = Record<'import' | 'require', { types: string; default: string }>

/** The package's own manifest, with entries that lead to what was built instead of to the sources. */
function publishedManifest(): object {
  const { private: _, exports, ...manifest } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const published: Record<string, string | Conditions> = { './package.json': './package.json' }
  for (const [entry, path] of Object.entries<string>(exports)) {
    const within = path.replace(/^\.\/src\//, '').replace(/\.ts$/, '')
    const [esm, cjs] = formats.map(({ folder, code, types }) => ({
      types: `./${folder}/${within}${types}`,
      default: `./${folder}/${within}${code}`,
    }))
    published[entry] = { import: esm!, require: cjs! }
  }
  return {
    ...manifest,
    main: './cjs/index.cjs',
    module: './esm/index.js',
    types: './cjs/index.d.cts',
    bin: { 'herald-sender': './esm/bundle/main.js' },
    exports: published,
    publishConfig: { access: 'public' },
  }
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(home, 'dist')
  await buildSender(folder)
  console.log(`Built ${folder}; npm publish it from there.`)
}
