import type Handlebars from 'handlebars'

/** The parts of a template that are rendered. */
export interface TemplateParts {
  subject?: string | undefined
  text?: string | undefined
  html?: string | undefined
}

/** A template that cannot be rendered; `attribute` is what the data lack, where that is why. */
export class RenderingError extends Error {
  override name = 'RenderingError'
  readonly attribute: string | undefined

  constructor(message: string, attribute?: string) {
    super(message)
    this.attribute = attribute
  }
}

/** Rounds of `each` and uses of partials in one part: enough for any mail, and an end for a template that has none. */
const MOST_ROUNDS = 100_000

type Engine = typeof Handlebars

/**
 * Renders a template with its data as SES does by AWS's documentation: Handlebars with its built-in helpers and inline
 * partials, nothing is HTML-escaped, and data that lack what the template names are an error.
 * @param data JSON, an object.
 * @throws {RenderingError}
 */
export async function renderTemplate(template: TemplateParts, data: string): Promise<TemplateParts> {
  const values = readTemplateData(data)
  const rendered: TemplateParts = {}
  for (const part of ['subject', 'text', 'html'] as const) {
    const source = template[part]
    if (source !== undefined) rendered[part] = await renderPart(source, values)
  }
  return rendered
}

/** @throws {RenderingError} for a part that is no template. */
export async function checkTemplate(template: TemplateParts): Promise<void> {
  const { default: engine } = await import('handlebars')
  for (const source of [template.subject, template.text, template.html]) {
    if (source === undefined) continue
    try {
      engine.precompile(source, OPTIONS)
    } catch (error) {
      throw new RenderingError(explained(error))
    }
  }
}

/** @throws {RenderingError} */
export function readTemplateData(data: string): Record<string, unknown> {
  let values: unknown
  try {
    values = JSON.parse(data)
  } catch {
    throw new RenderingError('The template data is not valid JSON.')
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw new RenderingError('The template data must be a JSON object.')
  return values as Record<string, unknown>
}

const OPTIONS = { noEscape: true, strict: true, explicitPartialContext: false } as const

async function renderPart(source: string, values: object): Promise<string> {
  const { default: handlebars } = await import('handlebars')
  const engine = bounded(handlebars.create())
  try {
    return engine.compile(source, OPTIONS)(values, {
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    })
  } catch (error) {
    if (error instanceof RenderingError) throw error
    const attribute = /^"(.{0,200}?)" not defined in /.exec((error as Error).message)?.[1]
    if (attribute === undefined) throw new RenderingError(explained(error))
    throw new RenderingError(`Attribute '${attribute}' is not present in the rendering data.`, attribute)
  }
}

/** Without `log`, which would write on Herald's own output, and with an end to loops and partials. */
function bounded(engine: Engine): Engine {
  let rounds = 0
  const count = () => {
    if (++rounds > MOST_ROUNDS) throw new RenderingError('The template does not come to an end.')
  }
  engine.unregisterHelper('log')
  engine.log = () => {}
  const each = engine.helpers.each as Handlebars.HelperDelegate
  engine.registerHelper('each', function (this: unknown, context: unknown, options: Handlebars.HelperOptions) {
    const fn: Handlebars.TemplateDelegate = (...given) => {
      count()
      return options.fn(...given)
    }
    return each.call(this, context, { ...options, fn })
  })
  const machine = engine.VM as unknown as Record<string, (...given: unknown[]) => unknown>
  const resolvePartial = machine.resolvePartial!
  const counting = (...given: unknown[]) => {
    count()
    return resolvePartial.call(machine, ...given)
  }
  return Object.assign(engine, { VM: { ...machine, resolvePartial: counting } })
}

/** The first line of what Handlebars says; further lines repeat the template. */
function explained(error: unknown): string {
  const { name, message } = error as Error
  return name === 'RangeError' ? 'The template does not come to an end.' : message.split('\n')[0]!.slice(0, 300)
}
