export { type CheckOptions, type CheckReport, checkTemplates, type Problem } from './check.ts'
export type { Limits } from './engines.ts'
export { type LiquidOptions, LiquidTemplates, liquidDir, liquidTexts } from './liquid-templates.ts'
