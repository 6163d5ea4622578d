import { spaced, type Words } from './words.ts'

const units = { minute: 'minuto', hour: 'hora', day: 'día' }

/** In an SMS a code is a `clave`: that keeps to the letters of GSM-7, which has no `ó`. */
export const es: Words = {
  ...spaced,
  period: (count, unit) => `${count} ${units[unit]}${count === 1 ? '' : 's'}`,
  codes: {
    SignUp: {
      subject: 'Confirma tu correo electrónico',
      purpose: 'Introduce este código para completar tu registro.',
      short: (code) => `${code} es tu clave de registro.`,
    },
    ResendCode: {
      subject: 'Tu nuevo código de confirmación',
      purpose: 'Aquí tienes un nuevo código para completar tu registro. El anterior ya no sirve.',
      short: (code) => `${code} es tu nueva clave de registro.`,
    },
    ForgotPassword: {
      subject: 'Restablece tu contraseña',
      purpose: 'Introduce este código para elegir una contraseña nueva.',
      short: (code) => `${code} es tu clave para cambiar la contraseña.`,
    },
    UpdateUserAttribute: {
      subject: 'Confirma tu nuevo correo electrónico',
      purpose: 'Introduce este código para confirmar el cambio en tu cuenta.',
      short: (code) => `${code} es tu clave para confirmar tu nuevo celular.`,
    },
    VerifyUserAttribute: {
      subject: 'Verifica tu correo electrónico',
      purpose: 'Introduce este código para confirmar que este correo electrónico es tuyo.',
      short: (code) => `${code} es tu clave para verificar tu celular.`,
    },
    Authentication: {
      subject: 'Tu código de acceso',
      purpose: 'Introduce este código para iniciar sesión.',
      short: (code) => `${code} es tu clave de acceso.`,
    },
    Other: {
      subject: 'Tu código',
      purpose: 'Introduce este código para continuar.',
      short: (code) => `${code} es tu clave.`,
    },
  },
  yourCode: 'Tu código',
  valid: (period) => `El código es válido durante ${period}.`,
  validShort: (period) => `Vence en ${period}.`,
  keep: 'No compartas este código con nadie. Nunca te llamaremos ni te escribiremos para pedírtelo.',
  keepShort: 'No la compartas con nadie.',
  ignore: 'Si no has pedido este código, puedes ignorar este mensaje.',
  ignoreShort: 'Si no la has pedido, ignora este mensaje.',
  ignoreSignIn:
    'Si no estás iniciando sesión, ignora este mensaje y cambia tu contraseña: puede que otra persona la conozca.',
  invitation: {
    subject: 'Tu cuenta está lista',
    purpose: 'Hemos creado una cuenta para ti. Inicia sesión con este nombre de usuario y esta contraseña temporal.',
    userName: 'Nombre de usuario',
    password: 'Contraseña temporal',
    valid: (period) => `La contraseña temporal es válida durante ${period}.`,
    change: 'Elegirás tu propia contraseña al iniciar sesión por primera vez.',
    keep: 'No compartas esta contraseña con nadie. Si no esperabas una cuenta, puedes ignorar este mensaje.',
    short: (userName, password) => `Tu usuario es ${userName} y tu contraseña temporal es ${password}`,
  },
  takeover: {
    subject: '¿Has sido tú? Acceso inusual a tu cuenta',
    purpose: 'Hemos detectado un acceso a tu cuenta distinto de los habituales.',
    time: 'Fecha y hora',
    place: 'Lugar',
    device: 'Dispositivo',
    ip: 'Dirección IP',
    action: 'Qué hemos hecho',
    actions: {
      blocked: 'Hemos bloqueado el acceso.',
      mfa: 'Hemos pedido una segunda prueba de identidad.',
      allowed: 'Hemos permitido el acceso.',
    },
    itWasI: 'Sí, he sido yo',
    itWasNotI: 'No, no he sido yo',
    advice: 'Si no has sido tú, cambia tu contraseña ahora mismo.',
  },
  help: (support) => `¿Necesitas ayuda? ${support}`,
}
