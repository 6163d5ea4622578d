import { compilePattern } from '../pattern.ts'
import type { Chance } from './chance.ts'
import { type Part, readExpression } from './expression.ts'

/** What signs of a pattern are drawn from: ASCII as people type it first, then what goes wrong most. */
const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const special = ` -_.,:;!?@#$%&*+=/\\|~^'"\`()[]{}<>`
const foreign = 'é漢ß\u0301٣€\u00a0😀\t\n'
const alphabet = [...plain, ...special, ...foreign]

const expressions = new Map<string, Part>()
const signs = new Map<string, readonly string[]>()

function signsOf(source: string): readonly string[] {
  let known = signs.get(source)
  if (!known) {
    const expression = compilePattern(source)
    const fitting = alphabet.filter((sign) => expression.test(sign))
    const unescaped = source.replace(/^\\/, '')
    known = fitting.length > 0 ? fitting : [unescaped]
    signs.set(source, known)
  }
  return known
}

/**
 * Makes a text that matches a pattern of a model.
 * @param length the wanted number of UTF-16 units; reached where the pattern can be stretched to it.
 * @returns undefined when no try matched: a few patterns cannot be written by this.
 */
export function patternText(
  chance: Chance,
  pattern: string,
  min: number,
  max: number,
  length?: number,
): string | undefined {
  let expression = expressions.get(pattern)
  if (!expression) {
    expression = readExpression(pattern)
    expressions.set(pattern, expression)
  }
  const test = compilePattern(pattern)
  const fits = (text: string) => text.length >= min && text.length <= max && test.test(text)
  for (let round = 0; round < 40; round++) {
    let stretch = length === undefined ? chance.below(Math.min(max, 12)) : 0
    for (let step = 0; step < 3; step++) {
      const text = write(chance, expression, { stretch, wild: round % 4 === 3 })
      if (fits(text) && (length === undefined || text.length === length)) return text
      const wanted = length ?? Math.max(min, Math.min(max, min + chance.below(8)))
      stretch = Math.max(0, stretch + wanted - text.length)
    }
  }
  return undefined
}

/** As many repetitions are drawn one by one; longer runs repeat those. */
const MOST_PIECES = 24

interface Style {
  /** Extra repetitions, spent by the first part that may be repeated without end. */
  stretch: number
  /** Whether signs that are not letters and digits come as often as those. */
  wild: boolean
}

function write(chance: Chance, part: Part, style: Style): string {
  switch (part.kind) {
    case 'sign': {
      const fitting = signsOf(part.source)
      const tame = fitting.filter((sign) => plain.includes(sign))
      return chance.pick(style.wild || tame.length === 0 ? fitting : tame)
    }
    case 'sequence':
      return part.parts.map((entry) => write(chance, entry, style)).join('')
    case 'choice':
      return write(chance, chance.pick(part.parts), style)
    case 'repeat': {
      const room = Math.min(part.to - part.from, style.stretch)
      const optional = part.to === 1 && chance.below(2) === 0 ? 1 : 0
      const count = part.from + Math.max(room > 1 || part.to > 1 ? room : 0, optional)
      if (part.to > 1) style.stretch -= room
      const pieces = Array.from({ length: Math.min(count, MOST_PIECES) }, () => write(chance, part.part, style))
      const rest = pieces.slice(0, count % MOST_PIECES).join('')
      return count <= MOST_PIECES ? pieces.join('') : pieces.join('').repeat(Math.floor(count / MOST_PIECES)) + rest
    }
  }
}
