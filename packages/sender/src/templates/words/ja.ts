import { unspaced, type Words } from './words.ts'

const units = { minute: '分', hour: '時間', day: '日' }

export const ja: Words = {
  ...unspaced,
  period: (count, unit) => `${count}${units[unit]}`,
  codes: {
    SignUp: {
      subject: 'メールアドレスの確認',
      purpose: '登録を完了するには、次のコードを入力してください。',
      short: (code) => `登録用の確認コード: ${code}。`,
    },
    ResendCode: {
      subject: '新しい確認コード',
      purpose: '登録を完了するための新しいコードです。以前のコードは使用できません。',
      short: (code) => `登録用の新しい確認コード: ${code}。`,
    },
    ForgotPassword: {
      subject: 'パスワードの再設定',
      purpose: '新しいパスワードを設定するには、次のコードを入力してください。',
      short: (code) => `パスワード再設定用のコード: ${code}。`,
    },
    UpdateUserAttribute: {
      subject: '新しいメールアドレスの確認',
      purpose: 'アカウントの変更を確認するには、次のコードを入力してください。',
      short: (code) => `新しい電話番号の確認コード: ${code}。`,
    },
    VerifyUserAttribute: {
      subject: 'メールアドレスの確認',
      purpose: 'ご本人のメールアドレスであることを確認するため、次のコードを入力してください。',
      short: (code) => `電話番号の確認コード: ${code}。`,
    },
    Authentication: {
      subject: 'サインイン用コード',
      purpose: 'サインインするには、次のコードを入力してください。',
      short: (code) => `サインイン用コード: ${code}。`,
    },
    Other: {
      subject: '確認コード',
      purpose: '続けるには、次のコードを入力してください。',
      short: (code) => `確認コード: ${code}。`,
    },
  },
  yourCode: '確認コード',
  valid: (period) => `コードの有効期間は${period}です。`,
  validShort: (period) => `有効期間${period}。`,
  keep: 'このコードは誰にも教えないでください。当方から電話やメールでコードをお尋ねすることはありません。',
  keepShort: '誰にも教えないでください。',
  ignore: 'お心当たりがない場合は、このメッセージを無視してください。',
  ignoreShort: 'お心当たりがない場合は無視してください。',
  ignoreSignIn:
    'ご本人がサインインしていない場合は、このメッセージを無視し、パスワードを変更してください。第三者に知られている可能性があります。',
  invitation: {
    subject: 'アカウントの準備ができました',
    purpose: 'お客様のアカウントが作成されました。次のユーザー名と仮パスワードでサインインしてください。',
    userName: 'ユーザー名',
    password: '仮パスワード',
    valid: (period) => `仮パスワードの有効期間は${period}です。`,
    change: '初回のサインイン時に、ご自身のパスワードを設定していただきます。',
    keep: 'このパスワードは誰にも教えないでください。お心当たりがない場合は、このメッセージを無視してください。',
    short: (userName, password) => `ユーザー名: ${userName} 仮パスワード: ${password}`,
  },
  takeover: {
    subject: 'ご本人のサインインですか？通常と異なるサインインがありました',
    purpose: 'お客様のアカウントで、通常と異なるサインインを検出しました。',
    time: '日時',
    place: '場所',
    device: '端末',
    ip: 'IPアドレス',
    action: '対応',
    actions: {
      blocked: 'サインインをブロックしました。',
      mfa: '追加の本人確認を求めました。',
      allowed: 'サインインを許可しました。',
    },
    itWasI: 'はい、本人です',
    itWasNotI: 'いいえ、本人ではありません',
    advice: 'お心当たりがない場合は、すぐにパスワードを変更してください。',
  },
  help: (support) => `お問い合わせ: ${support}`,
}
