import { spaced, type Words } from './words.ts'

const units = { minute: ['Minute', 'Minuten'], hour: ['Stunde', 'Stunden'], day: ['Tag', 'Tage'] }

export const de: Words = {
  ...spaced,
  period: (count, unit) => `${count} ${units[unit][count === 1 ? 0 : 1]}`,
  codes: {
    SignUp: {
      subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
      purpose: 'Geben Sie diesen Code ein, um Ihre Registrierung abzuschließen.',
      short: (code) => `${code} ist Ihr Code zur Registrierung.`,
    },
    ResendCode: {
      subject: 'Ihr neuer Bestätigungscode',
      purpose: 'Mit diesem neuen Code schließen Sie Ihre Registrierung ab. Der vorherige Code ist nicht mehr gültig.',
      short: (code) => `${code} ist Ihr neuer Code zur Registrierung.`,
    },
    ForgotPassword: {
      subject: 'Setzen Sie Ihr Passwort zurück',
      purpose: 'Geben Sie diesen Code ein, um ein neues Passwort zu wählen.',
      short: (code) => `${code} ist Ihr Code für ein neues Passwort.`,
    },
    UpdateUserAttribute: {
      subject: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
      purpose: 'Geben Sie diesen Code ein, um die Änderung an Ihrem Konto zu bestätigen.',
      short: (code) => `${code} ist der Code für Ihre neue Telefonnummer.`,
    },
    VerifyUserAttribute: {
      subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
      purpose: 'Geben Sie diesen Code ein, um zu bestätigen, dass diese E-Mail-Adresse Ihnen gehört.',
      short: (code) => `${code} ist der Code zur Bestätigung Ihrer Telefonnummer.`,
    },
    Authentication: {
      subject: 'Ihr Anmeldecode',
      purpose: 'Geben Sie diesen Code ein, um sich anzumelden.',
      short: (code) => `${code} ist Ihr Anmeldecode.`,
    },
    Other: {
      subject: 'Ihr Code',
      purpose: 'Geben Sie diesen Code ein, um fortzufahren.',
      short: (code) => `${code} ist Ihr Code.`,
    },
  },
  yourCode: 'Ihr Code',
  valid: (period) => `Gültigkeitsdauer des Codes: ${period}.`,
  validShort: (period) => `Gültigkeit: ${period}.`,
  keep: 'Geben Sie diesen Code niemals weiter. Wir fragen weder telefonisch noch schriftlich danach.',
  keepShort: 'Geben Sie ihn nicht weiter.',
  ignore: 'Falls Sie diesen Code nicht angefordert haben, können Sie diese Nachricht ignorieren.',
  ignoreShort: 'Nicht angefordert? Bitte ignorieren.',
  ignoreSignIn:
    'Falls Sie sich gerade nicht anmelden, ignorieren Sie diese Nachricht und ändern Sie Ihr Passwort: Es könnte jemand anderem bekannt sein.',
  invitation: {
    subject: 'Ihr Konto ist eingerichtet',
    purpose:
      'Für Sie wurde ein Konto angelegt. Melden Sie sich mit diesem Benutzernamen und dem vorläufigen Passwort an.',
    userName: 'Benutzername',
    password: 'Vorläufiges Passwort',
    valid: (period) => `Gültigkeitsdauer des vorläufigen Passworts: ${period}.`,
    change: 'Bei der ersten Anmeldung wählen Sie Ihr eigenes Passwort.',
    keep: 'Geben Sie dieses Passwort niemals weiter. Falls Sie kein Konto erwarten, können Sie diese Nachricht ignorieren.',
    short: (userName, password) => `Ihr Benutzername: ${userName} Ihr vorläufiges Passwort: ${password}`,
  },
  takeover: {
    subject: 'Waren Sie das? Ungewöhnliche Anmeldung bei Ihrem Konto',
    purpose: 'Bei Ihrem Konto gab es eine Anmeldung, die von Ihren üblichen abweicht.',
    time: 'Zeitpunkt',
    place: 'Ort',
    device: 'Gerät',
    ip: 'IP-Adresse',
    action: 'Unsere Maßnahme',
    actions: {
      blocked: 'Wir haben die Anmeldung blockiert.',
      mfa: 'Wir haben einen zusätzlichen Identitätsnachweis verlangt.',
      allowed: 'Wir haben die Anmeldung zugelassen.',
    },
    itWasI: 'Ja, das war ich',
    itWasNotI: 'Nein, das war ich nicht',
    advice: 'Falls Sie das nicht waren, ändern Sie jetzt Ihr Passwort.',
  },
  help: (support) => `Brauchen Sie Hilfe? ${support}`,
}
