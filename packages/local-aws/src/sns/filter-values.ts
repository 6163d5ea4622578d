/** Whether a value, or one of the values of a list, meets one condition of a filter policy. */
export function matchesValue(condition: unknown, value: unknown): boolean {
  if (typeof condition === 'object' && condition !== null && 'exists' in condition)
    return (value !== undefined) === condition.exists
  if (value === undefined) return false
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values.some((one) => meets(condition, one))
}

function meets(condition: unknown, value: unknown): boolean {
  if (typeof condition !== 'object' || condition === null) return condition === value
  const [[operator, wanted] = ['', undefined]] = Object.entries(condition)
  switch (operator) {
    case 'prefix':
      return typeof value === 'string' && value.startsWith(String(wanted))
    case 'suffix':
      return typeof value === 'string' && value.endsWith(String(wanted))
    case 'equals-ignore-case':
      return typeof value === 'string' && value.toLowerCase() === String(wanted).toLowerCase()
    case 'numeric':
      return typeof value === 'number' && inRange(wanted as (string | number)[], value)
    case 'anything-but': {
      const others: unknown[] = Array.isArray(wanted) ? wanted : [wanted]
      return !others.some((other) => meets(other, value))
    }
    default:
      return false
  }
}

/** `[">", 0, "<=", 150]`: every pair must hold. */
function inRange(rule: readonly (string | number)[], value: number): boolean {
  for (let i = 0; i < rule.length; i += 2) {
    const bound = Number(rule[i + 1])
    const holds = {
      '=': value === bound,
      '<': value < bound,
      '<=': value <= bound,
      '>': value > bound,
      '>=': value >= bound,
    }[String(rule[i])]
    if (!holds) return false
  }
  return true
}
