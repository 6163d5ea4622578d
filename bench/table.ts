import { cpus } from 'node:os'
import type { MachineLimit } from './machine-limit.ts'

export type Row = [what: string, figure: string, ofLimit: string]

export function printHead(limit: MachineLimit, store: string): void {
  const n = (value: number) => value.toFixed(0)
  console.log(`${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, ${store}`)
  console.log(
    `This machine's limit on all cores: ${n(limit.rs256)} RS256 signatures/s, ${n(limit.modexp)} exponentiations/s (3072 bits), ` +
      `${n(limit.p384)}/s of a P-384 key, signature and verification each.\n`,
  )
  console.log('| what | figure | of this machine’s own limit |\n|---|---|---|')
}

export function printRow(row: Row): void {
  console.log(`| ${row.join(' | ')} |`)
}

export function ratio(figure: number, limit: number, needs: string): string {
  return `${((figure / limit) * 100).toFixed(0)} % of ${limit.toFixed(0)} /s (${needs})`
}
