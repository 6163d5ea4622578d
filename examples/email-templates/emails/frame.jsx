import { Body, Container, Head, Heading, Html, Preview, Text } from '@react-email/components'
import { v } from './placeholder.js'

const font = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

export const quiet = { color: '#4b5563', fontSize: '14px', lineHeight: '20px' }

/** What all our mails have around them. */
export function Frame({ locale, title, help, children }) {
  return (
    <Html lang={locale} dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
      </Head>
      <Preview>{v('preheader')}</Preview>
      <Body style={{ backgroundColor: '#f4f5f7', fontFamily: font, margin: 0 }}>
        <Container style={{ backgroundColor: '#ffffff', borderRadius: '8px', padding: '28px', maxWidth: '520px' }}>
          <Text style={{ fontSize: '18px', fontWeight: 600 }}>{v('brand.name')}</Text>
          <Heading as="h1" style={{ fontSize: '22px', lineHeight: '30px', margin: '0 0 16px' }}>
            {title}
          </Heading>
          {children}
          <Text style={quiet}>
            {help} {v('brand.support')}
          </Text>
        </Container>
      </Body>
    </Html>
  )
}

/** A code or password, exactly as it is to be typed. */
export function SecretBox({ label, value }) {
  return (
    <>
      <Text style={{ ...quiet, margin: '0 0 4px' }}>{label}</Text>
      <Text
        style={{
          backgroundColor: '#f3f4f6',
          borderRadius: '8px',
          fontFamily: 'Menlo, Consolas, monospace',
          fontSize: '24px',
          margin: '0 0 20px',
          padding: '14px 18px',
          whiteSpace: 'pre-wrap',
          wordBreak: 'break-all',
        }}
      >
        {value}
      </Text>
    </>
  )
}
