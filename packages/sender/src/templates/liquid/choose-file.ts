import type { Channel } from '../../events/sources.ts'
import type { TemplateFiles } from './read-folder.ts'

/** What was looked for, and what was found. */
export interface Found {
  file: string
  brand: string
  locale: string
}

/** Channels without files of their own are told as an SMS. */
const foldersOf = (channel: Channel) => (channel === 'email' || channel === 'sms' ? [channel] : [channel, 'sms'])

/** `pt-BR` → `pt-BR`, `pt`. */
const shorter = (locale: string): string[] => {
  const parts = locale.split('-')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'))
}

/**
 * The names that may tell a message, the best first: the brand's before the general, then the reader's language before
 * the default, then the source's before `default`.
 */
export function candidates(
  want: { brand: string; channel: Channel; source: string; locale: string },
  defaultLocale: string,
): Found[] {
  const locales = [...new Set([...shorter(want.locale), ...shorter(defaultLocale)])]
  return [...new Set([want.brand, ''])].flatMap((brand) =>
    foldersOf(want.channel).flatMap((folder) =>
      locales.flatMap((locale) =>
        [want.source, 'default'].map((source) => ({
          file: `${brand === '' ? '' : `${brand}/`}${folder}/${source}.${locale}.liquid`,
          brand,
          locale,
        })),
      ),
    ),
  )
}

/** The first that exists. Names come from a list of files, so no value can lead elsewhere. The brand whose partials and
 * colours are used stays the message's, also where the words are the general ones. */
export function chooseFile(files: TemplateFiles, wanted: readonly Found[]): Found | undefined {
  return wanted.find(({ file }) => files.has(file))
}
