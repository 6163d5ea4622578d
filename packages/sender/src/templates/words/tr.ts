import { spaced, type Words } from './words.ts'

const units = { minute: 'dakika', hour: 'saat', day: 'gün' }

export const tr: Words = {
  ...spaced,
  period: (count, unit) => `${count} ${units[unit]}`,
  codes: {
    SignUp: {
      subject: 'E-posta adresinizi onaylayın',
      purpose: 'Kaydınızı tamamlamak için bu kodu girin.',
      short: (code) => `Kayıt kodunuz: ${code}.`,
    },
    ResendCode: {
      subject: 'Yeni onay kodunuz',
      purpose: 'Kaydınızı tamamlamak için yeni kodunuz aşağıdadır. Önceki kod artık geçerli değil.',
      short: (code) => `Yeni kayıt kodunuz: ${code}.`,
    },
    ForgotPassword: {
      subject: 'Şifrenizi sıfırlayın',
      purpose: 'Yeni bir şifre belirlemek için bu kodu girin.',
      short: (code) => `Şifre sıfırlama kodunuz: ${code}.`,
    },
    UpdateUserAttribute: {
      subject: 'Yeni e-posta adresinizi onaylayın',
      purpose: 'Hesabınızdaki değişikliği onaylamak için bu kodu girin.',
      short: (code) => `Yeni numaranızı onaylama kodu: ${code}.`,
    },
    VerifyUserAttribute: {
      subject: 'E-posta adresinizi doğrulayın',
      purpose: 'Bu e-posta adresinin size ait olduğunu doğrulamak için bu kodu girin.',
      short: (code) => `Numara doğrulama kodunuz: ${code}.`,
    },
    Authentication: {
      subject: 'Giriş kodunuz',
      purpose: 'Giriş yapmak için bu kodu girin.',
      short: (code) => `Giriş kodunuz: ${code}.`,
    },
    Other: {
      subject: 'Kodunuz',
      purpose: 'Devam etmek için bu kodu girin.',
      short: (code) => `Kodunuz: ${code}.`,
    },
  },
  yourCode: 'Kodunuz',
  valid: (period) => `Kod ${period} boyunca geçerlidir.`,
  validShort: (period) => `${period} geçerlidir.`,
  keep: 'Bu kodu kimseyle paylaşmayın. Sizi arayarak ya da size yazarak bu kodu asla istemeyiz.',
  keepShort: 'Kimseyle paylaşmayın.',
  ignore: 'Bu kodu siz istemediyseniz bu mesajı dikkate almayın.',
  ignoreShort: 'Siz istemediyseniz dikkate almayın.',
  ignoreSignIn:
    'Giriş yapmaya çalışan siz değilseniz bu mesajı dikkate almayın ve şifrenizi değiştirin: başka biri şifrenizi biliyor olabilir.',
  invitation: {
    subject: 'Hesabınız hazır',
    purpose: 'Sizin için bir hesap oluşturuldu. Bu kullanıcı adı ve geçici şifreyle giriş yapın.',
    userName: 'Kullanıcı adı',
    password: 'Geçici şifre',
    valid: (period) => `Geçici şifre ${period} boyunca geçerlidir.`,
    change: 'İlk girişinizde kendi şifrenizi belirleyeceksiniz.',
    keep: 'Bu şifreyi kimseyle paylaşmayın. Bir hesap beklemiyorsanız bu mesajı dikkate almayın.',
    short: (userName, password) => `Kullanıcı adınız: ${userName} Geçici şifreniz: ${password}`,
  },
  takeover: {
    subject: 'Bu siz miydiniz? Hesabınıza olağan dışı giriş',
    purpose: 'Hesabınıza her zamankinden farklı bir giriş fark ettik.',
    time: 'Tarih ve saat',
    place: 'Yer',
    device: 'Cihaz',
    ip: 'IP adresi',
    action: 'Ne yaptık',
    actions: {
      blocked: 'Girişi engelledik.',
      mfa: 'Ek bir kimlik doğrulaması istedik.',
      allowed: 'Girişe izin verdik.',
    },
    itWasI: 'Evet, bendim',
    itWasNotI: 'Hayır, ben değildim',
    advice: 'Bu siz değilseniz şifrenizi hemen değiştirin.',
  },
  help: (support) => `Yardıma mı ihtiyacınız var? ${support}`,
}
