import { Text } from '@react-email/components'
import { Frame, quiet, SecretBox } from './frame.jsx'
import { v } from './placeholder.js'

export default function Invitation({ locale, words }) {
  return (
    <Frame locale={locale} title={words.title} help={words.help}>
      <Text>{words.intro}</Text>
      <Text>
        {words.user}: {v('user_name')}
      </Text>
      <SecretBox label={words.password} value={v('password')} />
      <Text>{words.valid}</Text>
      <Text style={quiet}>{words.keep}</Text>
    </Frame>
  )
}
