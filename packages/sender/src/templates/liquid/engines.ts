import { Liquid, type Template } from 'liquidjs'
import { SenderError } from '../../errors.ts'
import { confirmUrl } from '../../links/confirm-url.ts'
import { escapeHtml } from '../escape.ts'
import { plainName } from '../plain-name.ts'
import { transliterate } from '../segments.ts'
import type { TemplateFiles } from './read-folder.ts'

/** What keeps a template from holding up or filling the function. */
export interface Limits {
  /** Milliseconds for one render. Default 500. */
  renderMs?: number
  /** Objects that one render may make, as LiquidJS counts them. Default 1,000,000. */
  memory?: number
  /** Characters of a rendered part. Default 500,000. */
  output?: number
}

/** How values are written: escaped for HTML, or as they are; with `gsm`, a file's own text is spelt as GSM-7 has it. */
export type Style = 'html' | 'plain' | 'gsm'

/**
 * One way to compile for each style and each brand that has partials, as those are looked up in the brand's folder first.
 * What is kept is bounded by the folder's files: a brand's name may come from a request.
 */
export class Engines {
  readonly #files: TemplateFiles
  readonly #limits: Required<Limits>
  readonly #brands: ReadonlySet<string>
  readonly #engines = new Map<string, Liquid>()
  readonly #compiled = new Map<string, Template[]>()

  constructor(files: TemplateFiles, limits: Limits = {}) {
    this.#files = files
    this.#brands = new Set([...files.keys()].flatMap((file) => brandsWithPartial(file)))
    this.#limits = { renderMs: 500, memory: 1_000_000, output: 500_000, ...limits }
  }

  #engineOf(brand: string, style: Style): Liquid {
    const key = `${style} ${brand}`
    const made = this.#engines.get(key) ?? this.#make(brand, style)
    this.#engines.set(key, made)
    return made
  }

  #make(brand: string, style: Style): Liquid {
    const partials: Record<string, string> = Object.create(null)
    for (const folder of brand === '' ? ['partials/'] : ['partials/', `${brand}/partials/`]) {
      for (const [path, text] of this.#files) {
        if (path.startsWith(folder)) partials[path.slice(folder.length)] = inStyle(text, style)
      }
    }
    const engine = new Liquid({
      templates: partials,
      extname: '.liquid',
      cache: true,
      strictFilters: true,
      ownPropertyOnly: true,
      parseLimit: 1_000_000,
      renderLimit: this.#limits.renderMs,
      memoryLimit: this.#limits.memory,
      ...(style === 'html' && { outputEscape: (value: unknown) => escapeHtml(written(value)) }),
    })
    engine.registerFilter('plain_name', (value: unknown, max?: number) => plainName(written(value), max))
    engine.registerFilter(
      'confirm_url',
      function (this: { context: { getSync(path: string[]): unknown } }, base: unknown) {
        const { context } = this
        return confirmUrl(written(base), (context.getSync(['link']) ?? undefined) as Parameters<typeof confirmUrl>[1])
      },
    )
    return engine
  }

  /**
   * Renders one piece of a file, compiled at its first use.
   * @param piece what is rendered of the file: its body, or a value of its front matter
   * @param strict a variable that is not there is an error and not empty
   * @throws {SenderError} `Configuration`, naming file and line; its text holds no value
   */
  async render(
    piece: { file: string; name: string; text: string; above: number },
    how: { brand: string; style: Style; strict?: boolean },
    variables: Record<string, unknown>,
  ): Promise<string> {
    const brand = this.#brands.has(how.brand) ? how.brand : ''
    const engine = this.#engineOf(brand, how.style)
    const key = [how.style, brand, piece.file, piece.name].join('\0')
    try {
      let template = this.#compiled.get(key)
      if (template === undefined) {
        // Empty lines in place of those above make the parser count as the file's reader does.
        template = engine.parse('\n'.repeat(piece.above) + inStyle(piece.text, how.style), piece.file)
        this.#compiled.set(key, template)
      }
      const strict = how.strict === true
      const output: string = await engine.render(template, variables, { strictVariables: strict })
      if (output.length > this.#limits.output) throw new Error(`more than ${this.#limits.output} characters`)
      return piece.above > 0 ? output.replace(/^\s*\n/, '') : output
    } catch (error) {
      throw named(piece.file, error, variables)
    }
  }
}

/** `acme` of `acme/partials/foot.liquid`. */
const brandsWithPartial = (file: string): string[] => {
  const parts = file.split('/')
  return parts.flatMap((part, index) => (index > 0 && part === 'partials' ? parts.slice(0, index).join('/') : []))
}

const inStyle = (text: string, style: Style): string => (style === 'gsm' ? transliterate(text) : text)

const written = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

/** LiquidJS names the place in the message, and shows lines of the file in the stack, which is not passed on. */
function named(file: string, error: unknown, variables: Record<string, unknown>): SenderError {
  const { message, token } = error as { message?: string; token?: { file?: string; getPosition?(): [number, number] } }
  const line = token?.getPosition?.()[0]
  const partial = token?.file !== undefined && token.file !== file ? `partials/${token.file}` : file
  const place = line === undefined ? partial : `${partial}:${line}`
  const said = (message ?? 'failed').split(/, (?:file|line):/)[0]!.split('\n')[0]!
  const secret = written(variables.code ?? variables.password)
  const clean = secret !== '' && said.includes(secret) ? 'failed' : said
  return new SenderError('Configuration', `${place}: ${clean}`)
}
