import type { Channel, EmailSource } from '../../events/sources.ts'
import { emailSources, smsSources } from '../../events/sources.ts'
import type { Message } from '../../message.ts'
import { sampleMessage } from '../sample-message.ts'
import { countSegments } from '../segments.ts'
import type { LiquidTemplates } from './liquid-templates.ts'

/** Something wrong with a template. */
export interface Problem {
  /** `error`: the message would not go out, or be of no use. `warning`: it costs more, or is told by a fall-back. */
  level: 'error' | 'warning'
  channel: Channel
  source: EmailSource
  locale: string
  brand?: string
  /** What is wrong, with file and line where they are known. */
  problem: string
}

export interface CheckReport {
  ok: boolean
  /** Messages that were rendered. */
  rendered: number
  problems: Problem[]
}

export interface CheckOptions {
  /** Languages to check. Default: those of the templates. */
  locales?: readonly string[]
  /** Brands to check besides none. Default: the folders that hold a channel's folder. */
  brands?: readonly string[]
  /** Segments that an SMS may have without a warning. Default 1. */
  segments?: number
  /** Attributes and metadata of the user that messages are rendered for. */
  sample?: Partial<Pick<Message, 'attributes' | 'clientMetadata' | 'userName'>>
}

const brandsOf = (templates: LiquidTemplates) => [
  ...new Set(
    [...templates.files.keys()].flatMap(
      (file) => /^(?!partials\/)([^/]+)\/(?:email|sms|whatsapp|voice|chat)\//.exec(file)?.[1] ?? [],
    ),
  ),
]

/**
 * Renders every source by e-mail and by SMS, in every language and brand, and reports what would go wrong: files that do
 * not parse, variables that are not there, messages that nothing tells or that do not show their secret, long SMS.
 */
export async function checkTemplates(templates: LiquidTemplates, options: CheckOptions = {}): Promise<CheckReport> {
  const report: CheckReport = { ok: true, rendered: 0, problems: [] }
  for (const brand of ['', ...(options.brands ?? brandsOf(templates))]) {
    const branded = templates.forBrand(brand)
    for (const locale of options.locales ?? templates.locales) {
      for (const channel of ['email', 'sms'] as const) {
        for (const source of channel === 'email' ? emailSources : smsSources) {
          const place = { channel, source, locale, ...(brand !== '' && { brand }) }
          const found = await problemsOf(branded, place, options)
          report.rendered += 1
          report.problems.push(...found.map((problem) => ({ ...place, ...problem })))
        }
      }
    }
  }
  report.ok = report.problems.every(({ level }) => level !== 'error')
  return report
}

type Place = Pick<Problem, 'channel' | 'source' | 'locale'>

async function problemsOf(
  templates: LiquidTemplates,
  place: Place,
  options: CheckOptions,
): Promise<Pick<Problem, 'level' | 'problem'>[]> {
  const { channel, source, locale } = place
  const message: Message = {
    ...sampleMessage(source, channel === 'email' ? 'email' : 'sms'),
    locale,
    ...options.sample,
  }
  try {
    const { html, text } = await templates.render(message, channel, locale, true)
    const secret = message.secret?.reveal()
    const lacks = secret !== undefined && (!text.includes(secret) || (html !== undefined && !showsIn(html, secret)))
    const { segments, encoding, beyondGsm } = countSegments(text)
    const why = encoding === 'UCS-2' ? `, UCS-2 because of ${beyondGsm.slice(0, 5).join(' ')}` : ''
    const long = channel === 'sms' && segments > (options.segments ?? 1)
    return [
      ...(lacks ? [{ level: 'error', problem: 'the message does not show its secret' } as const] : []),
      ...(long ? [{ level: 'warning', problem: `the SMS has ${segments} segments${why}` } as const] : []),
    ]
  } catch (error) {
    return [{ level: 'error', problem: (error as Error).message }]
  }
}

/** The sample's secrets have nothing to escape. */
const showsIn = (html: string, secret: string) => html.includes(secret)
