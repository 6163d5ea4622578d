/** What a new account outside of the sandbox may send, as AWS documents it. What was sent is not counted. */
export const sendQuota = { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 0 }
