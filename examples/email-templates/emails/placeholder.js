/** A Liquid output. No quotes in the expression: React escapes them. */
export const v = (expression) => `{{ ${expression} }}`
