import type { LinkAction } from './confirm-url.ts'

/** What the page says in one language. */
export interface PageWords {
  readonly titles: Readonly<Record<LinkAction, string>>
  readonly buttons: Readonly<Record<LinkAction, string>>
  /** What is said when it is done. */
  readonly done: Readonly<Record<LinkAction, string>>
  readonly password: string
  /** Of a link that is wrong, used, or too old. */
  readonly stale: string
  readonly weak: string
  readonly often: string
  readonly failed: string
}

export const pageWords: Readonly<Record<string, PageWords>> = {
  en: {
    titles: { confirm: 'Confirm your account', reset: 'Choose a new password', verify: 'Confirm the change' },
    buttons: { confirm: 'Confirm', reset: 'Save password', verify: 'Confirm' },
    done: {
      confirm: 'Your account is confirmed.',
      reset: 'Your password is changed.',
      verify: 'The change is confirmed.',
    },
    password: 'New password',
    stale:
      'This link is no longer valid. It may have been used already, or a newer one sent. Please ask for a new one.',
    weak: 'This password does not meet the rules. Please choose another.',
    often: 'Too many attempts. Please try again later.',
    failed: 'That did not work. Please try again later.',
  },
  de: {
    titles: { confirm: 'Konto bestätigen', reset: 'Neues Passwort wählen', verify: 'Änderung bestätigen' },
    buttons: { confirm: 'Bestätigen', reset: 'Passwort speichern', verify: 'Bestätigen' },
    done: {
      confirm: 'Ihr Konto ist bestätigt.',
      reset: 'Ihr Passwort ist geändert.',
      verify: 'Die Änderung ist bestätigt.',
    },
    password: 'Neues Passwort',
    stale:
      'Dieser Link ist nicht mehr gültig. Vielleicht wurde er schon benutzt oder ein neuerer verschickt. Bitte fordern Sie einen neuen an.',
    weak: 'Dieses Passwort entspricht nicht den Regeln. Bitte wählen Sie ein anderes.',
    often: 'Zu viele Versuche. Bitte versuchen Sie es später noch einmal.',
    failed: 'Das hat nicht funktioniert. Bitte versuchen Sie es später noch einmal.',
  },
  fr: {
    titles: {
      confirm: 'Confirmer votre compte',
      reset: 'Choisir un nouveau mot de passe',
      verify: 'Confirmer la modification',
    },
    buttons: { confirm: 'Confirmer', reset: 'Enregistrer', verify: 'Confirmer' },
    done: {
      confirm: 'Votre compte est confirmé.',
      reset: 'Votre mot de passe a été changé.',
      verify: 'La modification est confirmée.',
    },
    password: 'Nouveau mot de passe',
    stale:
      'Ce lien n’est plus valable. Il a peut-être déjà été utilisé ou remplacé par un plus récent. Veuillez en demander un nouveau.',
    weak: 'Ce mot de passe ne respecte pas les règles. Veuillez en choisir un autre.',
    often: 'Trop de tentatives. Veuillez réessayer plus tard.',
    failed: 'Cela n’a pas fonctionné. Veuillez réessayer plus tard.',
  },
  es: {
    titles: { confirm: 'Confirma tu cuenta', reset: 'Elige una contraseña nueva', verify: 'Confirma el cambio' },
    buttons: { confirm: 'Confirmar', reset: 'Guardar contraseña', verify: 'Confirmar' },
    done: {
      confirm: 'Tu cuenta está confirmada.',
      reset: 'Tu contraseña se ha cambiado.',
      verify: 'El cambio está confirmado.',
    },
    password: 'Contraseña nueva',
    stale:
      'Este enlace ya no es válido. Puede que ya se haya usado o que se haya enviado otro más reciente. Solicita uno nuevo.',
    weak: 'Esta contraseña no cumple las reglas. Elige otra.',
    often: 'Demasiados intentos. Vuelve a intentarlo más tarde.',
    failed: 'No ha funcionado. Vuelve a intentarlo más tarde.',
  },
  'pt-BR': {
    titles: { confirm: 'Confirme sua conta', reset: 'Escolha uma nova senha', verify: 'Confirme a alteração' },
    buttons: { confirm: 'Confirmar', reset: 'Salvar senha', verify: 'Confirmar' },
    done: {
      confirm: 'Sua conta foi confirmada.',
      reset: 'Sua senha foi alterada.',
      verify: 'A alteração foi confirmada.',
    },
    password: 'Nova senha',
    stale: 'Este link não é mais válido. Ele pode já ter sido usado ou substituído por um mais recente. Peça um novo.',
    weak: 'Esta senha não atende às regras. Escolha outra.',
    often: 'Muitas tentativas. Tente novamente mais tarde.',
    failed: 'Não funcionou. Tente novamente mais tarde.',
  },
  it: {
    titles: { confirm: 'Conferma il tuo account', reset: 'Scegli una nuova password', verify: 'Conferma la modifica' },
    buttons: { confirm: 'Conferma', reset: 'Salva password', verify: 'Conferma' },
    done: {
      confirm: 'Il tuo account è confermato.',
      reset: 'La password è stata cambiata.',
      verify: 'La modifica è confermata.',
    },
    password: 'Nuova password',
    stale:
      'Questo link non è più valido. Forse è già stato usato o sostituito da uno più recente. Richiedine uno nuovo.',
    weak: 'Questa password non rispetta le regole. Scegline un’altra.',
    often: 'Troppi tentativi. Riprova più tardi.',
    failed: 'Non ha funzionato. Riprova più tardi.',
  },
  nl: {
    titles: { confirm: 'Bevestig je account', reset: 'Kies een nieuw wachtwoord', verify: 'Bevestig de wijziging' },
    buttons: { confirm: 'Bevestigen', reset: 'Wachtwoord opslaan', verify: 'Bevestigen' },
    done: {
      confirm: 'Je account is bevestigd.',
      reset: 'Je wachtwoord is gewijzigd.',
      verify: 'De wijziging is bevestigd.',
    },
    password: 'Nieuw wachtwoord',
    stale:
      'Deze link is niet meer geldig. Misschien is hij al gebruikt of is er een nieuwere verstuurd. Vraag een nieuwe aan.',
    weak: 'Dit wachtwoord voldoet niet aan de regels. Kies een ander.',
    often: 'Te veel pogingen. Probeer het later opnieuw.',
    failed: 'Dat is niet gelukt. Probeer het later opnieuw.',
  },
  pl: {
    titles: { confirm: 'Potwierdź konto', reset: 'Ustaw nowe hasło', verify: 'Potwierdź zmianę' },
    buttons: { confirm: 'Potwierdź', reset: 'Zapisz hasło', verify: 'Potwierdź' },
    done: {
      confirm: 'Konto zostało potwierdzone.',
      reset: 'Hasło zostało zmienione.',
      verify: 'Zmiana została potwierdzona.',
    },
    password: 'Nowe hasło',
    stale: 'Ten link stracił ważność. Być może został już użyty lub wysłano nowszy. Poproś o nowy.',
    weak: 'To hasło nie spełnia wymagań. Wybierz inne.',
    often: 'Zbyt wiele prób. Spróbuj ponownie później.',
    failed: 'Nie udało się. Spróbuj ponownie później.',
  },
  tr: {
    titles: { confirm: 'Hesabınızı onaylayın', reset: 'Yeni bir şifre belirleyin', verify: 'Değişikliği onaylayın' },
    buttons: { confirm: 'Onayla', reset: 'Şifreyi kaydet', verify: 'Onayla' },
    done: { confirm: 'Hesabınız onaylandı.', reset: 'Şifreniz değiştirildi.', verify: 'Değişiklik onaylandı.' },
    password: 'Yeni şifre',
    stale:
      'Bu bağlantı artık geçerli değil. Daha önce kullanılmış veya yenisi gönderilmiş olabilir. Lütfen yenisini isteyin.',
    weak: 'Bu şifre kurallara uymuyor. Lütfen başka bir şifre seçin.',
    often: 'Çok fazla deneme yapıldı. Lütfen daha sonra tekrar deneyin.',
    failed: 'İşlem başarısız oldu. Lütfen daha sonra tekrar deneyin.',
  },
  ja: {
    titles: { confirm: 'アカウントの確認', reset: '新しいパスワードの設定', verify: '変更の確認' },
    buttons: { confirm: '確認する', reset: 'パスワードを保存', verify: '確認する' },
    done: {
      confirm: 'アカウントを確認しました。',
      reset: 'パスワードを変更しました。',
      verify: '変更を確認しました。',
    },
    password: '新しいパスワード',
    stale:
      'このリンクは無効です。すでに使用されたか、新しいリンクが送信された可能性があります。もう一度お手続きください。',
    weak: 'このパスワードは条件を満たしていません。別のパスワードを入力してください。',
    often: '試行回数が多すぎます。しばらくしてからお試しください。',
    failed: '処理できませんでした。しばらくしてからお試しください。',
  },
  'zh-Hans': {
    titles: { confirm: '确认您的账户', reset: '设置新密码', verify: '确认更改' },
    buttons: { confirm: '确认', reset: '保存密码', verify: '确认' },
    done: { confirm: '您的账户已确认。', reset: '您的密码已修改。', verify: '更改已确认。' },
    password: '新密码',
    stale: '此链接已失效，可能已被使用或已发送新链接。请重新申请。',
    weak: '此密码不符合规则，请另选一个。',
    often: '尝试次数过多，请稍后再试。',
    failed: '操作失败，请稍后再试。',
  },
}
