import type { Brand } from './brand.ts'
import type { Block } from './email-page.ts'

function lines(block: Block): string {
  if (block.kind === 'secret') return `${block.label}:\n\n    ${block.value}`
  if (block.kind === 'rows') return block.rows.map(([name, value]) => `${name}: ${value}`).join('\n')
  if (block.kind === 'button') return `${block.label}:\n${block.url}`
  return block.text
}

/** The text part of an e-mail, with the same words as its HTML. A secret stands alone on its line, exactly. */
export function textOf(title: string, blocks: readonly Block[], brand: Brand): string {
  const head = brand.name ? [brand.name] : []
  return `${[...head, title, ...blocks.map(lines)].join('\n\n')}\n`
}
