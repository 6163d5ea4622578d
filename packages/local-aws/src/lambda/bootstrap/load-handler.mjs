// Finds `folder/file.name` in the package, in the order AWS's Node runtime looks.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * @param {string} root the folder of the package
 * @param {string} name the function's handler
 * @param {{ mounted: boolean, runtime: string }} sandbox
 */
export async function loadHandler(root, name, sandbox) {
  if (name.includes('..')) {
    throw named(
      'Runtime.MalformedHandlerName',
      "'..' is not valid in handler name. Use absolute paths when specifying root directories in handler names.",
    )
  }
  const last = basename(name)
  const parts = /^([^.]*)\.(.*)$/.exec(last)
  if (!parts) throw named('Runtime.MalformedHandlerName', 'Bad handler')
  const [, file, path] = parts
  const module = await load(root, name.slice(0, name.lastIndexOf(last)), file, sandbox)
  const found = dig(module, path) ?? dig(module?.default, path)
  if (found === undefined) {
    throw named('Runtime.HandlerNotFound', `${name} is undefined or not exported`)
  }
  if (typeof found !== 'function') throw named('Runtime.HandlerNotFound', `${name} is not a function`)
  return found
}

async function load(root, folder, file, sandbox) {
  const base = resolve(root, folder, file)
  const endings = ['', '.js', '.mjs', '.cjs', ...(sandbox.mounted ? ['.ts', '.mts', '.cts'] : [])]
  const path = endings.map((ending) => base + ending).find(isFile) ?? resolvePackage(root, folder, file)
  if (!path) {
    throw named(
      'Runtime.ImportModuleError',
      `Error: Cannot find module '${file}'\nRequire stack:\n- ${join(root, folder)}`,
    )
  }
  try {
    return isModule(path) ? await import(pathToFileURL(path)) : await requireOrImport(path)
  } catch (error) {
    if (error instanceof SyntaxError) throw named('Runtime.UserCodeSyntaxError', `SyntaxError: ${error.message}`, error)
    if (error?.code === 'MODULE_NOT_FOUND' || error?.code === 'ERR_MODULE_NOT_FOUND') {
      throw named('Runtime.ImportModuleError', `Error: ${error.message}`, error)
    }
    throw error
  }
}

async function requireOrImport(path) {
  try {
    return createRequire(path)(path)
  } catch (error) {
    if (error?.code === 'ERR_REQUIRE_ASYNC_MODULE' || error?.code === 'ERR_REQUIRE_ESM')
      return import(pathToFileURL(path))
    throw error
  }
}

/** A handler's file may also be the name of a package that the function brings along. */
function resolvePackage(root, folder, file) {
  if (file === '') return undefined
  try {
    const found = createRequire(join(root, 'package.json')).resolve(file, { paths: [root, resolve(root, folder)] })
    return isFile(found) ? found : undefined
  } catch {
    return undefined
  }
}

function isModule(path) {
  if (/\.(mjs|mts)$/.test(path)) return true
  if (!/\.(js|ts)$/.test(path)) return false
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const description = join(folder, 'package.json')
    if (existsSync(description)) {
      try {
        return JSON.parse(readFileSync(description, 'utf8')).type === 'module'
      } catch {
        return false
      }
    }
    if (basename(folder) === 'node_modules' || dirname(folder) === folder) return false
  }
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

function dig(object, path) {
  return path.split('.').reduce((within, name) => within?.[name], object)
}

function named(name, message, cause) {
  const error = new Error(message)
  error.name = name
  if (cause?.stack) error.stack = `${name}: ${message}\n${cause.stack}`
  return error
}
