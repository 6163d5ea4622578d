import { Text } from '@react-email/components'
import { Frame, quiet, SecretBox } from './frame.jsx'
import { v } from './placeholder.js'

export default function Code({ locale, words }) {
  return (
    <Frame locale={locale} title={words.title} help={words.help}>
      <SecretBox label={words.label} value={v('code')} />
      <Text>{words.valid}</Text>
      <Text style={quiet}>{words.keep}</Text>
    </Frame>
  )
}
