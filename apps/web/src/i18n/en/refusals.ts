import type { AccountRejectionCode } from '@humuus/api'

/** What a person reads when a wish about accounts is refused. */
export const refusals = {
  email_invalid: 'This is not an address that mail can be sent to.',
  email_taken: 'This address belongs to somebody else here.',
  wrong_password: 'The address and the password do not fit together. Look at both once more.',
  password_short: 'This password is too short. Take at least {{min}} characters.',
  password_long: 'This password is too long. {{max}} characters are the most.',
  password_weak:
    'This password is easily guessed. Take a longer one, such as four words that have nothing to do with each other.',
  key_worthless: 'This link no longer works. It was used already, or is too old.',
  may_not_host: 'Not everybody may host here.',
  last_admin: 'Somebody has to look after this installation. Make somebody else admin first.',
  account_gone: 'This account does not exist any more.',
  has_email: 'Somebody is signed in on this device already. Sign out first.',
  unknown_mail: 'This mail is not there any more.',
  provider_off: 'There is no other way to sign in here. Take your address and password.',
  provider_refused: 'The other service did not let you in. Try it once more.',
} as const satisfies Record<AccountRejectionCode, string>
