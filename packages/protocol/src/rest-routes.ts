import type { ServiceName } from './call.ts'
import { modelOf } from './model.ts'

interface RestRoute {
  readonly operation: string
  readonly method: string
  readonly segments: readonly Segment[]
  /** Parameters that the query must have for this route, e.g. `List=ALL`. */
  readonly query: readonly (readonly [string, string])[]
  /** The model does not have it. */
  readonly later?: true
}

type Segment = { literal: string } | { label: string; greedy: boolean }

export interface RestMatch {
  readonly operation: string
  /** Labels of the path, percent-decoded. */
  readonly labels: Readonly<Record<string, string>>
  /** The route is newer than the model: what the model has in the query comes in the body. */
  readonly later?: true
}

const tables = new Map<ServiceName, readonly RestRoute[]>()

/** Where clients of today reach an operation for which the model (August 2026) has another place: its members come in the body. */
const laterRoutes: Partial<Record<ServiceName, readonly { operation: string; method: string; path: string }[]>> = {
  sesv2: [
    { operation: 'ListConfigurationSets', method: 'POST', path: '/v2/email/list-configuration-sets' },
    { operation: 'ListEmailIdentities', method: 'POST', path: '/v2/email/list-identities' },
  ],
}

/** The most literal route goes before; one that asks for parameters before one that does not. */
function routesOf(service: ServiceName): readonly RestRoute[] {
  const known = tables.get(service)
  if (known) return known
  const routes = Object.values(modelOf(service).operations).map((operation): RestRoute => {
    const [path = '', query = ''] = operation.http.requestUri.split('?')
    return {
      operation: operation.name,
      method: operation.http.method,
      segments: splitPath(path).map(readSegment),
      query: [...new URLSearchParams(query)],
    }
  })
  for (const { path, ...later } of laterRoutes[service] ?? []) {
    routes.push({ ...later, segments: splitPath(path).map(readSegment), query: [], later: true })
  }
  routes.sort((a, b) => rank(b) - rank(a))
  tables.set(service, routes)
  return routes
}

const rank = (route: RestRoute) =>
  route.query.length * 100 + route.segments.filter((segment) => 'literal' in segment).length

function readSegment(text: string): Segment {
  const label = /^\{([^}+]+)(\+?)\}$/.exec(text)
  return label ? { label: label[1]!, greedy: label[2] === '+' } : { literal: text }
}

/** A slash at the end makes no difference: the models and the clients do not agree about it. */
function splitPath(path: string): string[] {
  const segments = path.split('/').slice(1)
  if (segments.length > 1 && segments.at(-1) === '') segments.pop()
  return segments
}

/**
 * Finds the operation of a REST request.
 * @param path as sent.
 * @returns undefined when no operation has this path, `wrong-method` when one has it for other methods only.
 * @throws {URIError} when the path is badly percent-encoded.
 */
export function findRoute(
  service: ServiceName,
  method: string,
  path: string,
  query: URLSearchParams,
): RestMatch | 'wrong-method' | undefined {
  const segments = splitPath(path).map((segment) => decodeURIComponent(segment))
  let otherMethod = false
  for (const route of routesOf(service)) {
    const labels = matchSegments(route.segments, segments)
    if (!labels || !route.query.every(([name, value]) => query.get(name) === value)) continue
    if (route.method === method) return { operation: route.operation, labels, ...(route.later && { later: true }) }
    otherMethod = true
  }
  return otherMethod ? 'wrong-method' : undefined
}

function matchSegments(pattern: readonly Segment[], segments: readonly string[]): Record<string, string> | undefined {
  const labels: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    if ('label' in part && part.greedy) {
      const after = pattern.length - index - 1
      const end = segments.length - after
      if (end <= index) return undefined
      labels[part.label] = segments.slice(index, end).join('/')
      const rest = matchSegments(pattern.slice(index + 1), segments.slice(end))
      return rest && { ...labels, ...rest }
    }
    const segment = segments[index]
    if (segment === undefined) return undefined
    if ('label' in part) labels[part.label] = segment
    else if (part.literal !== segment) return undefined
  }
  return segments.length === pattern.length ? labels : undefined
}
