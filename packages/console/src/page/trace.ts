import { html } from 'htm/preact'
import { stageName, type TraceStep } from './message.ts'
import { fullTime, since } from './time.ts'

/** The way of a message, from the API call to the provider. */
export function Trace({ steps }: { steps: readonly TraceStep[] }) {
  const start = steps[0]?.at ?? ''
  return html`<section class="trace" aria-labelledby="trace-title">
    <h2 id="trace-title">Trace</h2>
    ${
      steps.length === 0
        ? html`<p class="quiet">Nothing is known of its way.</p>`
        : html`<ol>
          ${steps.map(
            (step) => html`<li class=${`step ${tone(step)}`}>
              <div class="step-head">
                <span class="stage">${stageName(step.stage)}</span>
                ${!/^(ok|started)$/.test(step.outcome) && html`<span class="outcome">${step.outcome}</span>`}
                <time datetime=${step.at} title=${fullTime(step.at)}>${since(start, step.at)}</time>
              </div>
              ${step.detail && html`<p class="detail-text">${step.detail}</p>`}
            </li>`,
          )}
        </ol>`
    }
  </section>`
}

function tone(step: TraceStep): 'good' | 'bad' | 'waiting' {
  if (/^(failed|abandoned|not-sent|refused|denied|timeout|timed-out|error|throttled)$/.test(step.outcome)) return 'bad'
  if (/^(retrying|waiting|again)$/.test(step.outcome) || step.stage === 'superseded' || step.stage === 'code-expired')
    return 'waiting'
  return 'good'
}
