import type { Write } from './json-log.ts'

export type MetricName =
  | 'Accepted'
  | 'Retried'
  | 'FailedOver'
  | 'Dropped'
  | 'Denied'
  | 'Duplicates'
  | 'Busy'
  | 'Expired'
  | 'Failed'
  | 'Unknown'
  | 'DecryptError'
  | 'StoreError'
  | 'LimitNear'
  | 'AgeMs'
  | 'LatencyMs'

export interface Dimensions {
  channel: string
  source?: string | undefined
  provider?: string | undefined
  /** ISO 3166-1 alpha-2, of a phone number. */
  country?: string | undefined
  /** The guard's rule that denied. */
  rule?: string | undefined
}

export interface Metrics {
  /** Counts, and durations in milliseconds for names that end in `Ms`, of one thing that happened. */
  put(values: Partial<Record<MetricName, number>>, dimensions: Dimensions): void
}

/**
 * Metrics in CloudWatch's embedded metric format: a line on standard output, from which CloudWatch Logs makes metrics
 * without a call. Each is there by channel, and by channel with each of the other dimensions: not by all of them at once,
 * as each combination is a metric that costs.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function createMetrics(options: { namespace: string; write: Write; now: () => number }): Metrics {
  const { namespace, write, now } = options
  return {
    put(values, dimensions) {
      const Dimensions = [['channel']]
      const named: Record<string, string> = {}
      for (const [name, text] of Object.entries(dimensions)) {
        if (!text) continue
        named[name] = printable(text)
        if (name !== 'channel') Dimensions.push(['channel', name])
      }
      const Metrics = Object.keys(values).map((Name) => ({
        Name,
        Unit: Name.endsWith('Ms') ? 'Milliseconds' : 'Count',
      }))
      const CloudWatchMetrics = [{ Namespace: namespace, Dimensions, Metrics }]
      const line = { _aws: { Timestamp: now(), CloudWatchMetrics }, ...named, ...values }
      try {
        write(JSON.stringify(line))
      } catch {}
    },
  }
}

/** CloudWatch takes ASCII in dimensions, 1024 characters at most. */
const printable = (text: string) => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 200)

export const noMetrics: Metrics = { put() {} }
