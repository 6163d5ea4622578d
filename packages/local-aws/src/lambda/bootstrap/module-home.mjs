// Where modules may come from. AWS's Node runtime brings the AWS SDK v3 along (v2 up to Node 16): a function that does not
// package it gets Herald's own. Layers come first, for require and, as on AWS since Node 18, for import. A package that is
// none of these must not be found in a folder above the function's, or the function would work here and fail on AWS.
import { realpathSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const BUNDLED = /^@(aws-sdk|smithy)\//
const BUNDLED_ONCE = /^aws-sdk(\/|$)/
const NOT_A_PACKAGE = /^(\.{0,2}\/|[a-z][a-z+.-]+:|#|[A-Za-z]:[\\/])/
const MISSING = new Set(['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'])

/**
 * @param {{ root: string, mounted: boolean, runtime: string, layers?: string, modules: string[] }} options a mounted
 *   folder may use the folders above it; `modules` are the layers' `node_modules`, which lie in the folder `layers`
 */
export function keepModulesAtHome({ root, mounted, runtime, layers, modules }) {
  const old = Number(/^nodejs(\d+)/.exec(runtime)?.[1] ?? 0) < 18
  const homes = [root, ...(layers ? [layers] : [])].map((folder) => realpathSync(folder) + sep)
  const isBundled = (specifier) => BUNDLED.test(specifier) || (old && BUNDLED_ONCE.test(specifier))

  registerHooks({
    resolve(specifier, context, next) {
      const parent = context.parentURL
      if (NOT_A_PACKAGE.test(specifier) || !parent?.startsWith('file:') || !isWithin(homes, parent)) {
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
      if (found && (mounted || !found.url.startsWith('file:') || isWithin(homes, found.url))) return found
      for (const folder of modules) {
        const module = fromLayer(folder, homes, specifier, context, next)
        if (module) return module
      }
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

/** Asking on behalf of a layer comes back to the hook, which must not ask again. */
let asking = false

/** As if the module that asks lay beside the layer's `node_modules`. */
function fromLayer(folder, homes, specifier, context, next) {
  if (asking) return undefined
  const beside = join(dirname(folder), 'layer.js')
  asking = true
  try {
    const found = context.conditions?.includes('require')
      ? { url: pathToFileURL(createRequire(beside).resolve(specifier)).href, shortCircuit: true }
      : next(specifier, { ...context, parentURL: pathToFileURL(beside).href })
    return isWithin(homes, found.url) ? found : undefined
  } catch (error) {
    if (!MISSING.has(error?.code)) throw error
    return undefined
  } finally {
    asking = false
  }
}

function isWithin(folders, url) {
  const path = fileURLToPath(url)
  let real = path
  try {
    real = realpathSync(path)
  } catch {
    // It does not exist, so it is no link either.
  }
  return folders.some((folder) => real.startsWith(folder))
}

function missing(specifier, parent) {
  const error = new Error(`Cannot find package '${specifier}' imported from ${fileURLToPath(parent)}`)
  error.code = 'ERR_MODULE_NOT_FOUND'
  return error
}
