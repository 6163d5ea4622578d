import type { DeliveryEvent, Provider } from '../provider.ts'

/** A service's report as it came. */
export interface ReportRequest {
  headers: Record<string, string>
  /** Byte for byte; empty where there is none. */
  body: string
  /** The whole address that the service called, with its query exactly as it came. Lambda's function URLs have it in parts:
   * `https://${event.requestContext.domainName}${event.rawPath}?${event.rawQueryString}`. */
  url?: string
}

/** A provider whose service reports by GET, or puts what proves its reports into the URL. */
export interface ReportingProvider extends Provider {
  webhook(request: ReportRequest): Promise<DeliveryEvent[]>
}
