export { resolveSecretish as credential } from '../secretish.ts'
