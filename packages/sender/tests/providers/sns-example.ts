/** A message of SNS, signed by OpenSSL as version 1 has it, and the certificate of the key. */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIDGTCCAgGgAwIBAgIUYlp1mZ9g8lFtWBHxA/aiwzy4g7cwDQYJKoZIhvcNAQEL
BQAwHDEaMBgGA1UEAwwRc25zLmFtYXpvbmF3cy5jb20wHhcNMjYxMTIxMDU1NTMx
WhcNMzYxMTE4MDU1NTMxWjAcMRowGAYDVQQDDBFzbnMuYW1hem9uYXdzLmNvbTCC
ASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAKfIzXIr7k+eq8J3Qsu67mlw
16i+KdzlfJVK+SuCBuEdKdeWkTbt33QpQ73INsMHGYHT5ZkL2N5/PWQiUYq2Y/aD
i6eLIz08OjAphT8ddFAZ+DeeXU7/A1AAjWlLZotxeoI7kJ6Qo3LSFVcCFKpCnJxy
oPF+q5TdimS4og3DjjoURBSR5fTgffKOzgWyVM+fvFcoIDjSSLGBDk4DR45Ovx0T
uD/BYJtuJy+Pzr4oXZZcsiQhRBFWWnzUvihE8uE21s/plSQ/kjJTLvur9V0bkYMn
90nP61Jsv0ugsEoV/2hKZ0CgRyn1t/Kzr35aklk97VZRUMuBHeWOsM9jRyjZFcUC
AwEAAaNTMFEwHQYDVR0OBBYEFC6bjZlbTks4wA+MoO6tXSzI8tzyMB8GA1UdIwQY
MBaAFC6bjZlbTks4wA+MoO6tXSzI8tzyMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZI
hvcNAQELBQADggEBACsLGaBXfSZ1inOdpBmvlwkCkuQsmWH7PP0OWuuLoiyRJ3TS
EBaPsmiQg7su3TsEOdcP1R4HjWxPxW8JHzAAIaqx2tv0wt/66hQbWpKL23QsE3+P
157rKW32rGo5c//AWEAMn6S748foRZljo1D4FjJXEdtESEwvqY1LakKGcxMwHGNS
Ec8L4oZbj8d3eVupvcvChL+iOIiIH3AOBeCzqBjVUe+BoWPx45nw5fo8pKUNyHCO
wmeI+VTMUTyd+5LxN/QP8kxmnk0556yBIxR72F+9oh43EvEnlWSVygXf205OLcV8
dBTdUsl+4PVLYCsnDBYJV4x9R/Tvx5Z/dPycKsI=
-----END CERTIFICATE-----
`

export const signedExample = {
  Type: 'Notification',
  MessageId: 'm-1',
  TopicArn: 'arn:aws:sns:eu-west-1:111122223333:events',
  Message: '{"eventType":"Delivery"}',
  Timestamp: '2026-03-01T12:00:00.000Z',
  SignatureVersion: '1',
  SigningCertURL: 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-example.pem',
  Signature: [
    'enT1zzIe94MMmR9YUuAiwnunANzsi+2dNFLtcZFKUWN2zcgevXsyY0Ddy5e8zZukQqrHgq1+U6fj86OIwYHso2apBuJZ47N3ztdH',
    'bWyLphwBbUHTUG+1vZ/wANSq/4SXLkpZfHPJlvtGotaOm1h0xn4Cuk9wU4VNvuJOpBFq4B1uzFG39qdqXNn9y0zr3mADn7Cres46',
    'f69JJatdt/3dlITWS0e1s34C1XspbSCRTvhyetAU6byzWiIQH68Uc59m5+zArbCwZ0XJmi5PXxWuTqFJYrMy3ZmxY9hAk5WKgs8X',
    'bnlN+YDuwJm9xXN7s1JNboqbKm42ZLUY1djeqpdc+w==',
  ].join(''),
}
