/** A number of E.164 without its plus sign, as several services want it. */
export const bareNumber = (number: string) => number.replace(/^\+/, '')
