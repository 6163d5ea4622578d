import { unspaced, type Words } from './words.ts'

const units = { minute: '分钟', hour: '小时', day: '天' }

export const zhHans: Words = {
  ...unspaced,
  period: (count, unit) => `${count}${units[unit]}`,
  codes: {
    SignUp: {
      subject: '请确认您的邮箱地址',
      purpose: '请输入此验证码以完成注册。',
      short: (code) => `您的注册验证码：${code}。`,
    },
    ResendCode: {
      subject: '您的新验证码',
      purpose: '这是用于完成注册的新验证码，之前的验证码已失效。',
      short: (code) => `您的新注册验证码：${code}。`,
    },
    ForgotPassword: {
      subject: '重置您的密码',
      purpose: '请输入此验证码以设置新密码。',
      short: (code) => `您的重置密码验证码：${code}。`,
    },
    UpdateUserAttribute: {
      subject: '请确认您的新邮箱地址',
      purpose: '请输入此验证码以确认对您账户的更改。',
      short: (code) => `您的新手机号验证码：${code}。`,
    },
    VerifyUserAttribute: {
      subject: '请验证您的邮箱地址',
      purpose: '请输入此验证码以确认该邮箱地址属于您。',
      short: (code) => `您的手机号验证码：${code}。`,
    },
    Authentication: {
      subject: '您的登录验证码',
      purpose: '请输入此验证码以登录。',
      short: (code) => `您的登录验证码：${code}。`,
    },
    Other: {
      subject: '您的验证码',
      purpose: '请输入此验证码以继续。',
      short: (code) => `您的验证码：${code}。`,
    },
  },
  yourCode: '您的验证码',
  valid: (period) => `验证码${period}内有效。`,
  validShort: (period) => `${period}内有效。`,
  keep: '请勿将验证码告诉任何人。我们绝不会致电或发信索取。',
  keepShort: '请勿告诉他人。',
  ignore: '如果您没有申请此验证码，请忽略本消息。',
  ignoreShort: '如非本人操作，请忽略。',
  ignoreSignIn: '如果您没有在登录，请忽略本消息并修改密码：他人可能已知道您的密码。',
  invitation: {
    subject: '您的账户已创建',
    purpose: '已为您创建账户。请使用以下用户名和临时密码登录。',
    userName: '用户名',
    password: '临时密码',
    valid: (period) => `临时密码${period}内有效。`,
    change: '首次登录时，您需要设置自己的密码。',
    keep: '请勿将此密码告诉任何人。如果您没有预期会收到账户，请忽略本消息。',
    short: (userName, password) => `您的用户名：${userName} 临时密码：${password}`,
  },
  takeover: {
    subject: '是您本人吗？您的账户有异常登录',
    purpose: '我们发现您的账户有一次与平常不同的登录。',
    time: '时间',
    place: '地点',
    device: '设备',
    ip: 'IP 地址',
    action: '我们的处理',
    actions: {
      blocked: '我们已阻止此次登录。',
      mfa: '我们已要求进行额外的身份验证。',
      allowed: '我们已允许此次登录。',
    },
    itWasI: '是我本人',
    itWasNotI: '不是我本人',
    advice: '如果不是您本人，请立即修改密码。',
  },
  help: (support) => `需要帮助？${support}`,
}
