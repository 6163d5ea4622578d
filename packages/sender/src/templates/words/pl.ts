import { spaced, type Unit, type Words } from './words.ts'

const units: Record<Unit, readonly [string, string, string]> = {
  minute: ['minuta', 'minuty', 'minut'],
  hour: ['godzina', 'godziny', 'godzin'],
  day: ['dzień', 'dni', 'dni'],
}

/** 2 to 4 take one plural, also at the end of a larger number, but 12 to 14 do not. */
const form = (count: number) =>
  count === 1 ? 0 : count % 10 >= 2 && count % 10 <= 4 && (count % 100 < 12 || count % 100 > 14) ? 1 : 2

export const pl: Words = {
  ...spaced,
  period: (count, unit) => `${count} ${units[unit][form(count)]}`,
  codes: {
    SignUp: {
      subject: 'Potwierdź swój adres e-mail',
      purpose: 'Wpisz ten kod, aby dokończyć rejestrację.',
      short: (code) => `Kod rejestracji: ${code}.`,
    },
    ResendCode: {
      subject: 'Twój nowy kod potwierdzający',
      purpose: 'Oto nowy kod, który pozwoli dokończyć rejestrację. Poprzedni już nie działa.',
      short: (code) => `Nowy kod rejestracji: ${code}.`,
    },
    ForgotPassword: {
      subject: 'Zresetuj hasło',
      purpose: 'Wpisz ten kod, aby ustawić nowe hasło.',
      short: (code) => `Kod zmiany hasła: ${code}.`,
    },
    UpdateUserAttribute: {
      subject: 'Potwierdź swój nowy adres e-mail',
      purpose: 'Wpisz ten kod, aby potwierdzić zmianę na koncie.',
      short: (code) => `Kod potwierdzenia nowego numeru: ${code}.`,
    },
    VerifyUserAttribute: {
      subject: 'Zweryfikuj swój adres e-mail',
      purpose: 'Wpisz ten kod, aby potwierdzić, że ten adres e-mail należy do Ciebie.',
      short: (code) => `Kod weryfikacji numeru: ${code}.`,
    },
    Authentication: {
      subject: 'Twój kod logowania',
      purpose: 'Wpisz ten kod, aby się zalogować.',
      short: (code) => `Kod logowania: ${code}.`,
    },
    Other: { subject: 'Twój kod', purpose: 'Wpisz ten kod, aby kontynuować.', short: (code) => `Kod: ${code}.` },
  },
  yourCode: 'Twój kod',
  valid: (period) => `Okres ważności kodu: ${period}.`,
  validShort: (period) => `Wygasa za: ${period}.`,
  keep: 'Nie podawaj tego kodu nikomu. Nigdy nie zadzwonimy ani nie napiszemy, aby o niego zapytać.',
  keepShort: 'Nikomu go nie podawaj.',
  ignore: 'Jeśli ten kod nie był zamawiany przez Ciebie, zignoruj tę wiadomość.',
  ignoreShort: 'To nie Ty? Zignoruj SMS.',
  ignoreSignIn: 'Jeśli to nie Ty się logujesz, zignoruj tę wiadomość i zmień hasło: ktoś inny może je znać.',
  invitation: {
    subject: 'Twoje konto jest gotowe',
    purpose: 'Utworzono dla Ciebie konto. Zaloguj się za pomocą tej nazwy użytkownika i hasła tymczasowego.',
    userName: 'Nazwa użytkownika',
    password: 'Hasło tymczasowe',
    valid: (period) => `Okres ważności hasła tymczasowego: ${period}.`,
    change: 'Przy pierwszym logowaniu ustawisz własne hasło.',
    keep: 'Nie podawaj tego hasła nikomu. Jeśli nie spodziewasz się konta, zignoruj tę wiadomość.',
    short: (userName, password) => `Nazwa użytkownika: ${userName} Hasło tymczasowe: ${password}`,
  },
  takeover: {
    subject: 'Czy to Ty? Nietypowe logowanie na Twoje konto',
    purpose: 'Zauważyliśmy logowanie na Twoje konto, które różni się od zwykłych.',
    time: 'Data i godzina',
    place: 'Miejsce',
    device: 'Urządzenie',
    ip: 'Adres IP',
    action: 'Co zrobiliśmy',
    actions: {
      blocked: 'Zablokowaliśmy logowanie.',
      mfa: 'Poprosiliśmy o dodatkowe potwierdzenie tożsamości.',
      allowed: 'Zezwoliliśmy na logowanie.',
    },
    itWasI: 'Tak, to ja',
    itWasNotI: 'Nie, to nie ja',
    advice: 'Jeśli to nie Ty, natychmiast zmień hasło.',
  },
  help: (support) => `Potrzebujesz pomocy? ${support}`,
}
