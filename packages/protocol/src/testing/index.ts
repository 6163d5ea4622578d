/** For tests: deterministic inputs for every operation of a model. */
export { type Chance, createChance } from './chance.ts'
export { type FuzzInput, fuzzInputs } from './fuzz-inputs.ts'
export { fuzzRequest } from './fuzz-request.ts'
