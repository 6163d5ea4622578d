// A mail service with an answer that says whether it took the message.
export async function sendMail(mail, key = 'key') {
  const response = await fetch(process.env.MAIL_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify(mail),
    signal: AbortSignal.timeout(4000),
  })
  if (!response.ok) throw new Error(`mail service answered ${response.status}`)
}
