/** What a mail is about. Links are whole URLs of this installation; their secret is in the fragment, which no server logs. */
export type LetterContent =
  /** Somebody gave this address for an account. */
  | { readonly kind: 'confirm_email'; readonly link: string }
  /** Somebody wants an account with an address that has one. */
  | { readonly kind: 'already_registered'; readonly signInLink: string; readonly resetLink: string }
  | { readonly kind: 'reset_password'; readonly link: string }
  /** Asked for a new password, but there is no account with this address. */
  | { readonly kind: 'no_account'; readonly signInLink: string }
  /** Told to the old address. */
  | { readonly kind: 'email_changed'; readonly newEmail: string }
  | { readonly kind: 'password_changed'; readonly resetLink: string }
  /** `by`: the name of who invites. */
  | { readonly kind: 'invitation'; readonly link: string; readonly by: string }

/** A mail before it has words. `to`: one address. */
export type Letter = { readonly to: string; readonly language: 'de' | 'en' } & LetterContent
