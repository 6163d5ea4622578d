import { parseArgs } from 'node:util'
import { builtInTemplates } from '../templates/built-in.ts'
import { type CheckReport, checkTemplates, type Problem } from '../templates/liquid/check.ts'
import { liquidDir } from '../templates/liquid/liquid-templates.ts'
import { sampleMessage } from '../templates/sample-message.ts'

export const checkTemplatesUsage = `Usage: herald-sender check-templates <folder> [options]

Renders every message from a folder of Liquid templates, and fails when one would not go out, or be of no use.

  --locale <tag>              check this language, may be repeated; default: those of the files
  --brand <name>              check this brand, may be repeated; default: those of the folders
  --default-locale <tag>      as the sender's own; default: en
  --segments <n>              segments that an SMS may have without a warning; default: 1
  --built-in                  what the folder does not tell, the built-in texts do
  --attribute <name>=<value>  of the user whom messages are rendered for, may be repeated
  --metadata <name>=<value>   of the call that they are rendered for, may be repeated
`

/** @returns the exit code: 0; 1 when there are errors; 2 for arguments that are not understood.
 *  @throws {SenderError} `Configuration` when the folder cannot be read. */
export async function runCheckTemplates(args: string[]): Promise<number> {
  const parsed = parse(args)
  if (!parsed) {
    console.error(checkTemplatesUsage)
    return 2
  }
  const { folder, values, segments, attributes, clientMetadata } = parsed
  const templates = liquidDir(folder, {
    ...(values['default-locale'] !== undefined && { defaultLocale: values['default-locale'] }),
    ...(values['built-in'] && { otherwise: builtInTemplates() }),
  })
  const report = await checkTemplates(templates, {
    segments,
    ...(values.locale && { locales: values.locale }),
    ...(values.brand && { brands: values.brand }),
    sample: { attributes: { ...sampleMessage('SignUp').attributes, ...attributes }, clientMetadata },
  })
  for (const line of describe(report)) console.log(line)
  return report.ok ? 0 : 1
}

function parse(args: string[]) {
  try {
    const several = { type: 'string', multiple: true } as const
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        locale: several,
        brand: several,
        'default-locale': { type: 'string' },
        segments: { type: 'string', default: '1' },
        'built-in': { type: 'boolean' },
        attribute: several,
        metadata: several,
      },
    })
    const [folder, ...others] = positionals
    const segments = Number(values.segments)
    const [attributes, clientMetadata] = [pairs(values.attribute), pairs(values.metadata)]
    const understood = others.length === 0 && Number.isInteger(segments) && segments > 0
    return understood && folder !== undefined && attributes && clientMetadata
      ? { folder, values, segments, attributes, clientMetadata }
      : undefined
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return undefined
  }
}

/** Undefined when one is not `name=value`. */
function pairs(given: string[] = []): Record<string, string> | undefined {
  const entries = given.map((text) => /^([^=]+)=([\s\S]*)$/.exec(text))
  if (entries.includes(null)) return undefined
  return Object.fromEntries(entries.map((entry) => [entry![1]!, entry![2]!]))
}

/** A line for each problem, with all the sources that have it, and one for the whole. */
function describe({ rendered, problems }: CheckReport): string[] {
  const sources = new Map<string, string[]>()
  for (const one of problems) {
    const line = lineOf(one)
    sources.set(line, [...(sources.get(line) ?? []), one.source])
  }
  const of = (level: Problem['level']) => counted(problems.filter((one) => one.level === level).length, level)
  return [
    ...[...sources].map(([line, concerned]) => `${line} (${concerned.join(', ')})`),
    `${counted(rendered, 'message')} rendered: ${of('error')}, ${of('warning')}`,
  ]
}

function lineOf({ level, channel, locale, brand, problem }: Problem): string {
  return `${level}: ${channel}, ${locale}${brand === undefined ? '' : `, brand ${brand}`}: ${problem}`
}

function counted(count: number, what: string): string {
  return count === 0 ? `no ${what}s` : `${count} ${what}${count === 1 ? '' : 's'}`
}
