import { spaced, type Words } from './words.ts'

const units = { minute: ['minuut', 'minuten'], hour: ['uur', 'uur'], day: ['dag', 'dagen'] }

export const nl: Words = {
  ...spaced,
  period: (count, unit) => `${count} ${units[unit][count === 1 ? 0 : 1]}`,
  codes: {
    SignUp: {
      subject: 'Bevestig je e-mailadres',
      purpose: 'Vul deze code in om je registratie af te ronden.',
      short: (code) => `${code} is je registratiecode.`,
    },
    ResendCode: {
      subject: 'Je nieuwe bevestigingscode',
      purpose: 'Met deze nieuwe code rond je je registratie af. De vorige code werkt niet meer.',
      short: (code) => `${code} is je nieuwe registratiecode.`,
    },
    ForgotPassword: {
      subject: 'Stel je wachtwoord opnieuw in',
      purpose: 'Vul deze code in om een nieuw wachtwoord te kiezen.',
      short: (code) => `${code} is je code voor een nieuw wachtwoord.`,
    },
    UpdateUserAttribute: {
      subject: 'Bevestig je nieuwe e-mailadres',
      purpose: 'Vul deze code in om de wijziging in je account te bevestigen.',
      short: (code) => `${code} is de code om je nieuwe telefoonnummer te bevestigen.`,
    },
    VerifyUserAttribute: {
      subject: 'Verifieer je e-mailadres',
      purpose: 'Vul deze code in om te bevestigen dat dit e-mailadres van jou is.',
      short: (code) => `${code} is de code om je telefoonnummer te bevestigen.`,
    },
    Authentication: {
      subject: 'Je inlogcode',
      purpose: 'Vul deze code in om in te loggen.',
      short: (code) => `${code} is je inlogcode.`,
    },
    Other: {
      subject: 'Je code',
      purpose: 'Vul deze code in om verder te gaan.',
      short: (code) => `${code} is je code.`,
    },
  },
  yourCode: 'Je code',
  valid: (period) => `De code is ${period} geldig.`,
  validShort: (period) => `${period} geldig.`,
  keep: 'Geef deze code aan niemand. Wij bellen of schrijven nooit om ernaar te vragen.',
  keepShort: 'Deel de code met niemand.',
  ignore: 'Heb je deze code niet aangevraagd? Dan kun je dit bericht negeren.',
  ignoreShort: 'Niet aangevraagd? Negeer dit bericht.',
  ignoreSignIn:
    'Ben je niet aan het inloggen? Negeer dit bericht en wijzig je wachtwoord: iemand anders kent het misschien.',
  invitation: {
    subject: 'Je account staat klaar',
    purpose: 'Er is een account voor je aangemaakt. Log in met deze gebruikersnaam en dit tijdelijke wachtwoord.',
    userName: 'Gebruikersnaam',
    password: 'Tijdelijk wachtwoord',
    valid: (period) => `Het tijdelijke wachtwoord is ${period} geldig.`,
    change: 'Bij de eerste keer inloggen kies je je eigen wachtwoord.',
    keep: 'Geef dit wachtwoord aan niemand. Verwachtte je geen account? Dan kun je dit bericht negeren.',
    short: (userName, password) => `Je gebruikersnaam is ${userName} en je tijdelijke wachtwoord is ${password}`,
  },
  takeover: {
    subject: 'Was jij dit? Ongebruikelijke aanmelding bij je account',
    purpose: 'We zagen een aanmelding bij je account die afwijkt van je gebruikelijke aanmeldingen.',
    time: 'Tijdstip',
    place: 'Plaats',
    device: 'Apparaat',
    ip: 'IP-adres',
    action: 'Wat we hebben gedaan',
    actions: {
      blocked: 'We hebben de aanmelding geblokkeerd.',
      mfa: 'We hebben om een tweede bewijs van identiteit gevraagd.',
      allowed: 'We hebben de aanmelding toegestaan.',
    },
    itWasI: 'Ja, dat was ik',
    itWasNotI: 'Nee, dat was ik niet',
    advice: 'Was jij dit niet? Wijzig dan nu je wachtwoord.',
  },
  help: (support) => `Hulp nodig? ${support}`,
}
