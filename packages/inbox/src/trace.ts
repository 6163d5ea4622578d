import type { MessageDoc } from './collections.ts'

/** A trace keeps so many steps: its beginning, and its newest. */
const MOST_STEPS = 100
const BEGINNING = 20
const LONGEST_DETAIL = 1000

export interface Step {
  stage: string
  outcome: string
  detail?: string
  /** `detail` holds words of Herald's own only, so the message's secret cannot be in it and need not be looked for. */
  plain?: true
}

/**
 * Adds a step to the trace of `doc`.
 * @param secret what `detail` must not show, should it: a function may have put it into the text of its error.
 */
export function addStep(doc: MessageDoc, at: number, step: Step, secret?: string): void {
  const { stage, outcome } = step
  let detail = step.detail
  if (detail !== undefined && secret) detail = detail.replaceAll(secret, '••••••')
  if (detail !== undefined && detail.length > LONGEST_DETAIL) detail = `${detail.slice(0, LONGEST_DETAIL)}…`
  doc.steps.push({ at: new Date(at).toISOString(), stage, outcome, ...(detail !== undefined && { detail }) })
  if (doc.steps.length > MOST_STEPS) doc.steps.splice(BEGINNING, 1)
}
