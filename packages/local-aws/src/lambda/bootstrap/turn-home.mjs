// Nothing reaches AWS by accident. SDKs of today read AWS_ENDPOINT_URL; older ones, and those with an address of their own,
// are turned here: every HTTP request to a host of AWS goes to Herald instead. The service is known from the signature.
import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import { Duplex } from 'node:stream'
import { urlToHttpOptions } from 'node:url'

const OF_AWS = /(^|\.)(amazonaws\.com(\.cn)?|amazonaws\.(eu|com\.eu)|api\.aws|aws\.dev)$/i
const METADATA = new Set(['169.254.169.254', '169.254.170.2', '169.254.170.23', 'fd00:ec2::254'])

const bare = (host) =>
  String(host ?? '')
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
const isOfAws = (host) => OF_AWS.test(bare(host))

/** @param {string} endpoint where Herald listens */
export function turnHome(endpoint) {
  const home = new URL(endpoint)
  const original = { http: http.request, https: https.request, lookup: dns.lookup }

  function turned(fallback) {
    return (...given) => {
      const { options, onResponse } = readArguments(given)
      const host = options.hostname ?? options.host?.replace(/:\d+$/, '')
      if (METADATA.has(bare(host))) {
        return original.http({ ...plain(options), createConnection: () => refused(bare(host)) }, onResponse)
      }
      if (!isOfAws(host)) return fallback(...given)
      const headers = withoutHost(options.headers)
      const sent = { ...plain(options), headers, hostname: bare(home.hostname), port: home.port || 80 }
      return original.http(sent, onResponse)
    }
  }

  const replace = (module, request) => {
    module.request = request
    module.get = (...given) => {
      const sent = request(...given)
      sent.end()
      return sent
    }
  }
  replace(http, turned(original.http))
  replace(https, turned(original.https))

  dns.lookup = (host, ...rest) => {
    if (!isOfAws(host)) return original.lookup(host, ...rest)
    const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host} (a local function does not reach AWS)`), {
      code: 'ENOTFOUND',
      errno: -3008,
      syscall: 'getaddrinfo',
      hostname: host,
    })
    process.nextTick(rest.at(-1), error)
    return {}
  }
  syncBuiltinESMExports()
  turnFetch(home)
}

function turnFetch(home) {
  const fetch = globalThis.fetch
  globalThis.fetch = async (resource, options) => {
    const address = URL.parse(resource instanceof Request ? resource.url : String(resource))
    if (address && METADATA.has(bare(address.hostname))) throw new TypeError('fetch failed')
    if (!address || !isOfAws(address.hostname)) return fetch(resource, options)
    const target = new URL(address.pathname + address.search, home)
    if (!(resource instanceof Request)) return fetch(target, options)
    const body = resource.body ? { body: await resource.arrayBuffer() } : {}
    const { method, headers, signal, redirect } = resource
    return fetch(new Request(target, { method, headers, signal, redirect, ...body }), options)
  }
}

/** The forms that http.request takes: (url, options?, callback?) and (options, callback?). */
function readArguments(given) {
  const rest = [...given]
  let options = {}
  if (typeof rest[0] === 'string') options = urlToHttpOptions(new URL(rest.shift()))
  else if (rest[0] instanceof URL) options = urlToHttpOptions(rest.shift())
  if (typeof rest[0] === 'object' && rest[0] !== null) options = { ...options, ...rest.shift() }
  const onResponse = rest.find((argument) => typeof argument === 'function')
  return { options, onResponse }
}

/** Without what belongs to the first address: protocol, agent, socket and TLS settings. */
function plain(options) {
  const { agent, protocol, host, port, createConnection, defaultPort, servername, lookup, socketPath, href, ...rest } =
    options
  return rest
}

function withoutHost(headers) {
  if (Array.isArray(headers)) {
    const pairs = Array.isArray(headers[0]) ? headers.flat() : headers
    const kept = []
    for (let i = 0; i < pairs.length; i += 2) if (!/^host$/i.test(pairs[i])) kept.push(pairs[i], pairs[i + 1])
    return kept
  }
  return Object.fromEntries(Object.entries(headers ?? {}).filter(([name]) => !/^host$/i.test(name)))
}

function refused(host) {
  const error = Object.assign(new Error(`connect ECONNREFUSED ${host}:80`), {
    code: 'ECONNREFUSED',
    syscall: 'connect',
  })
  const socket = new Duplex({
    read() {},
    write(_chunk, _encoding, done) {
      done()
    },
  })
  process.nextTick(() => socket.destroy(error))
  return socket
}
