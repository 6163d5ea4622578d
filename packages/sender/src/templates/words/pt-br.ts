import { spaced, type Words } from './words.ts'

const units = { minute: 'minuto', hour: 'hora', day: 'dia' }

/** The SMS avoid `ã`, `ó` and `ç`, which GSM-7 does not have. */
export const ptBr: Words = {
  ...spaced,
  period: (count, unit) => `${count} ${units[unit]}${count < 2 ? '' : 's'}`,
  codes: {
    SignUp: {
      subject: 'Confirme seu e-mail',
      purpose: 'Digite este código para concluir seu cadastro.',
      short: (code) => `Use ${code} para concluir seu cadastro.`,
    },
    ResendCode: {
      subject: 'Seu novo código de confirmação',
      purpose: 'Este é o novo código para concluir seu cadastro. O anterior não vale mais.',
      short: (code) => `Use ${code} (novo) para concluir seu cadastro.`,
    },
    ForgotPassword: {
      subject: 'Redefina sua senha',
      purpose: 'Digite este código para escolher uma nova senha.',
      short: (code) => `Use ${code} para redefinir sua senha.`,
    },
    UpdateUserAttribute: {
      subject: 'Confirme seu novo e-mail',
      purpose: 'Digite este código para confirmar a alteração na sua conta.',
      short: (code) => `Use ${code} para confirmar seu novo telefone.`,
    },
    VerifyUserAttribute: {
      subject: 'Verifique seu e-mail',
      purpose: 'Digite este código para confirmar que este e-mail é seu.',
      short: (code) => `Use ${code} para verificar seu telefone.`,
    },
    Authentication: {
      subject: 'Seu código de acesso',
      purpose: 'Digite este código para entrar na sua conta.',
      short: (code) => `Use ${code} para entrar na sua conta.`,
    },
    Other: {
      subject: 'Seu código',
      purpose: 'Digite este código para continuar.',
      short: (code) => `Use ${code} para continuar.`,
    },
  },
  yourCode: 'Seu código',
  valid: (period) => `O código é válido por ${period}.`,
  validShort: (period) => `Vale por ${period}.`,
  keep: 'Não compartilhe este código com ninguém. Nunca ligaremos nem escreveremos para pedi-lo.',
  keepShort: 'Nunca compartilhe com ninguém.',
  ignore: 'Se você não pediu este código, ignore esta mensagem.',
  ignoreShort: 'Se desconhece o pedido, ignore.',
  ignoreSignIn:
    'Se você não está entrando na sua conta, ignore esta mensagem e troque sua senha: outra pessoa pode conhecê-la.',
  invitation: {
    subject: 'Sua conta está pronta',
    purpose: 'Uma conta foi criada para você. Entre com este nome de usuário e esta senha temporária.',
    userName: 'Nome de usuário',
    password: 'Senha temporária',
    valid: (period) => `A senha temporária é válida por ${period}.`,
    change: 'Você escolherá sua própria senha no primeiro acesso.',
    keep: 'Não compartilhe esta senha com ninguém. Se você não esperava uma conta, ignore esta mensagem.',
    short: (userName, password) => `Seu usuário é ${userName} e sua senha temporária é ${password}`,
  },
  takeover: {
    subject: 'Foi você? Acesso incomum à sua conta',
    purpose: 'Notamos um acesso à sua conta diferente dos habituais.',
    time: 'Data e hora',
    place: 'Local',
    device: 'Dispositivo',
    ip: 'Endereço IP',
    action: 'O que fizemos',
    actions: {
      blocked: 'Bloqueamos o acesso.',
      mfa: 'Pedimos uma segunda prova de identidade.',
      allowed: 'Permitimos o acesso.',
    },
    itWasI: 'Sim, fui eu',
    itWasNotI: 'Não fui eu',
    advice: 'Se não foi você, troque sua senha agora.',
  },
  help: (support) => `Precisa de ajuda? ${support}`,
}
