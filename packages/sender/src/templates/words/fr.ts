import { spaced, type Words } from './words.ts'

const units = { minute: 'minute', hour: 'heure', day: 'jour' }

export const fr: Words = {
  ...spaced,
  period: (count, unit) => `${count} ${units[unit]}${count < 2 ? '' : 's'}`,
  codes: {
    SignUp: {
      subject: 'Confirmez votre adresse e-mail',
      purpose: 'Saisissez ce code pour terminer votre inscription.',
      short: (code) => `${code} est votre code d'inscription.`,
    },
    ResendCode: {
      subject: 'Votre nouveau code de confirmation',
      purpose: 'Voici un nouveau code pour terminer votre inscription. Le précédent n’est plus valable.',
      short: (code) => `${code} est votre nouveau code d'inscription.`,
    },
    ForgotPassword: {
      subject: 'Réinitialisez votre mot de passe',
      purpose: 'Saisissez ce code pour choisir un nouveau mot de passe.',
      short: (code) => `${code} est votre code pour changer de mot de passe.`,
    },
    UpdateUserAttribute: {
      subject: 'Confirmez votre nouvelle adresse e-mail',
      purpose: 'Saisissez ce code pour confirmer la modification de votre compte.',
      short: (code) => `${code} est le code pour confirmer votre nouveau numéro.`,
    },
    VerifyUserAttribute: {
      subject: 'Vérifiez votre adresse e-mail',
      purpose: 'Saisissez ce code pour confirmer que cette adresse e-mail vous appartient.',
      short: (code) => `${code} est le code pour vérifier votre numéro.`,
    },
    Authentication: {
      subject: 'Votre code de connexion',
      purpose: 'Saisissez ce code pour vous connecter.',
      short: (code) => `${code} est votre code de connexion.`,
    },
    Other: {
      subject: 'Votre code',
      purpose: 'Saisissez ce code pour continuer.',
      short: (code) => `${code} est votre code.`,
    },
  },
  yourCode: 'Votre code',
  valid: (period) => `Durée de validité du code : ${period}.`,
  validShort: (period) => `Valable ${period}.`,
  keep: 'Ne communiquez ce code à personne. Nous ne vous le demanderons jamais, ni par téléphone ni par écrit.',
  keepShort: 'Ne le communiquez à personne.',
  ignore: 'Si vous n’avez pas demandé ce code, vous pouvez ignorer ce message.',
  ignoreShort: 'Pas vous ? Ignorez ce message.',
  ignoreSignIn:
    'Si vous n’êtes pas en train de vous connecter, ignorez ce message et changez votre mot de passe : quelqu’un d’autre le connaît peut-être.',
  invitation: {
    subject: 'Votre compte est prêt',
    purpose: 'Un compte a été créé pour vous. Connectez-vous avec ce nom d’utilisateur et ce mot de passe provisoire.',
    userName: 'Nom d’utilisateur',
    password: 'Mot de passe provisoire',
    valid: (period) => `Durée de validité du mot de passe provisoire : ${period}.`,
    change: 'Vous choisirez votre propre mot de passe lors de votre première connexion.',
    keep: 'Ne communiquez ce mot de passe à personne. Si vous n’attendiez pas de compte, vous pouvez ignorer ce message.',
    short: (userName, password) => `Nom d'utilisateur : ${userName} Mot de passe provisoire : ${password}`,
  },
  takeover: {
    subject: 'Était-ce vous ? Connexion inhabituelle à votre compte',
    purpose: 'Nous avons remarqué une connexion à votre compte qui diffère de vos connexions habituelles.',
    time: 'Date et heure',
    place: 'Lieu',
    device: 'Appareil',
    ip: 'Adresse IP',
    action: 'Notre réaction',
    actions: {
      blocked: 'Nous avons bloqué la connexion.',
      mfa: 'Nous avons demandé une deuxième preuve d’identité.',
      allowed: 'Nous avons autorisé la connexion.',
    },
    itWasI: 'Oui, c’était moi',
    itWasNotI: 'Non, ce n’était pas moi',
    advice: 'Si ce n’était pas vous, changez immédiatement votre mot de passe.',
  },
  help: (support) => `Besoin d’aide ? ${support}`,
}
