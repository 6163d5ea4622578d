import { spaced, type Words } from './words.ts'

const units = { minute: ['minuto', 'minuti'], hour: ['ora', 'ore'], day: ['giorno', 'giorni'] }

export const it: Words = {
  ...spaced,
  period: (count, unit) => `${count} ${units[unit][count === 1 ? 0 : 1]}`,
  codes: {
    SignUp: {
      subject: 'Conferma il tuo indirizzo e-mail',
      purpose: 'Inserisci questo codice per completare la registrazione.',
      short: (code) => `${code} è il tuo codice di registrazione.`,
    },
    ResendCode: {
      subject: 'Il tuo nuovo codice di conferma',
      purpose: 'Ecco un nuovo codice per completare la registrazione. Il precedente non è più valido.',
      short: (code) => `${code} è il tuo nuovo codice di registrazione.`,
    },
    ForgotPassword: {
      subject: 'Reimposta la tua password',
      purpose: 'Inserisci questo codice per scegliere una nuova password.',
      short: (code) => `${code} è il codice per reimpostare la password.`,
    },
    UpdateUserAttribute: {
      subject: 'Conferma il tuo nuovo indirizzo e-mail',
      purpose: 'Inserisci questo codice per confermare la modifica al tuo account.',
      short: (code) => `${code} è il codice per confermare il nuovo numero.`,
    },
    VerifyUserAttribute: {
      subject: 'Verifica il tuo indirizzo e-mail',
      purpose: 'Inserisci questo codice per confermare che questo indirizzo e-mail è tuo.',
      short: (code) => `${code} è il codice per verificare il tuo numero.`,
    },
    Authentication: {
      subject: 'Il tuo codice di accesso',
      purpose: 'Inserisci questo codice per accedere.',
      short: (code) => `${code} è il tuo codice di accesso.`,
    },
    Other: {
      subject: 'Il tuo codice',
      purpose: 'Inserisci questo codice per continuare.',
      short: (code) => `${code} è il tuo codice.`,
    },
  },
  yourCode: 'Il tuo codice',
  valid: (period) => `Validità del codice: ${period}.`,
  validShort: (period) => `Validità: ${period}.`,
  keep: 'Non comunicare questo codice a nessuno. Non ti chiameremo né ti scriveremo mai per chiedertelo.',
  keepShort: 'Non comunicarlo a nessuno.',
  ignore: 'Se non hai richiesto questo codice, puoi ignorare questo messaggio.',
  ignoreShort: 'Non sei tu? Ignora questo messaggio.',
  ignoreSignIn:
    'Se non stai effettuando l’accesso, ignora questo messaggio e cambia la password: qualcun altro potrebbe conoscerla.',
  invitation: {
    subject: 'Il tuo account è pronto',
    purpose: 'È stato creato un account per te. Accedi con questo nome utente e questa password temporanea.',
    userName: 'Nome utente',
    password: 'Password temporanea',
    valid: (period) => `Validità della password temporanea: ${period}.`,
    change: 'Al primo accesso sceglierai una tua password.',
    keep: 'Non comunicare questa password a nessuno. Se non aspettavi un account, puoi ignorare questo messaggio.',
    short: (userName, password) => `Il tuo nome utente è ${userName} e la password temporanea è ${password}`,
  },
  takeover: {
    subject: 'Riconosci questo accesso insolito al tuo account?',
    purpose: 'Abbiamo notato un accesso al tuo account diverso da quelli abituali.',
    time: 'Data e ora',
    place: 'Luogo',
    device: 'Dispositivo',
    ip: 'Indirizzo IP',
    action: 'Che cosa abbiamo fatto',
    actions: {
      blocked: 'Abbiamo bloccato l’accesso.',
      mfa: 'Abbiamo chiesto una seconda prova di identità.',
      allowed: 'Abbiamo consentito l’accesso.',
    },
    itWasI: 'Sì, l’accesso è mio',
    itWasNotI: 'No, l’accesso non è mio',
    advice: 'Se l’accesso non è tuo, cambia subito la password.',
  },
  help: (support) => `Serve aiuto? ${support}`,
}
