import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { ptBr } from './pt-br.ts'
import { tr } from './tr.ts'
import type { Words } from './words.ts'
import { zhHans } from './zh-hans.ts'

export { type CodeSource, codeWords, type TakeoverAction, type Unit, type Words } from './words.ts'

/** The languages of the built-in templates, by BCP 47 tag. */
export const builtInWords: Readonly<Record<string, Words>> = {
  en,
  de,
  fr,
  es,
  'pt-BR': ptBr,
  it,
  nl,
  pl,
  tr,
  ja,
  'zh-Hans': zhHans,
}
