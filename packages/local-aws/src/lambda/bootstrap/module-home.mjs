// Where modules may come from. AWS's Node runtime brings the AWS SDK v3 along (v2 up to Node 16): a function that does not
// package it gets Herald's own. A package that is neither must not be found in a folder above the function's, or the
// function would work here and fail on AWS.
import { realpathSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const BUNDLED = /^@(aws-sdk|smithy)\//
const BUNDLED_ONCE = /^aws-sdk(\/|$)/
const NOT_A_PACKAGE = /^(\.{0,2}\/|[a-z][a-z+.-]+:|#|[A-Za-z]:[\\/])/
const MISSING = new Set(['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'])

/** @param {{ root: string, mounted: boolean, runtime: string }} options a mounted folder may use the folders above it */
export function keepModulesAtHome({ root, mounted, runtime }) {
  const old = Number(/^nodejs(\d+)/.exec(runtime)?.[1] ?? 0) < 18
  const inside = realpathSync(root) + sep
  const isBundled = (specifier) => BUNDLED.test(specifier) || (old && BUNDLED_ONCE.test(specifier))

  registerHooks({
    resolve(specifier, context, next) {
      const parent = context.parentURL
      if (NOT_A_PACKAGE.test(specifier) || !parent?.startsWith('file:') || !isWithin(inside, parent)) {
        return next(specifier, context)
      }
      let found
      let failure
      try {
        found = next(specifier, context)
      } catch (error) {
        if (!MISSING.has(error?.code)) throw error
        failure = error
      }
      if (found && (mounted || !found.url.startsWith('file:') || isWithin(inside, found.url))) return found
      if (isBundled(specifier)) return fromHerald(specifier, context, next)
      throw failure ?? missing(specifier, parent)
    },
  })
}

/** `require` does not take another parent from a hook, so its answer is found beforehand. */
function fromHerald(specifier, context, next) {
  if (!context.conditions?.includes('require')) return next(specifier, { ...context, parentURL: import.meta.url })
  return { url: pathToFileURL(createRequire(import.meta.url).resolve(specifier)).href, shortCircuit: true }
}

function isWithin(folder, url) {
  const path = fileURLToPath(url)
  try {
    return realpathSync(path).startsWith(folder)
  } catch {
    return path.startsWith(folder)
  }
}

function missing(specifier, parent) {
  const error = new Error(`Cannot find package '${specifier}' imported from ${fileURLToPath(parent)}`)
  error.code = 'ERR_MODULE_NOT_FOUND'
  return error
}
