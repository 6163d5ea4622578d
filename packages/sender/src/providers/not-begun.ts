/** What an attempt comes to whose time was over before anything left. */
export const notBegun = { status: 'retry', reason: 'no time was left to begin' } as const
