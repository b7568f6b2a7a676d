import type { Texts } from './words.ts'

export const en: Texts = {
  copyLink: 'The button does not work? Then open this address in your browser:',
  somebody: 'Somebody',
  of: {
    confirm_email: ({ link }) => ({
      subject: 'Confirm your email address',
      paragraphs: ['Please confirm that this address is yours. Your account at humuus will then use it.'],
      button: { label: 'Confirm address', link },
      otherWay: null,
      why: 'You get this mail because somebody gave this address for an account at humuus.',
      notYou: 'It was not you? Then simply do nothing: without a confirmation the address is not used.',
    }),
    already_registered: ({ signInLink, resetLink }) => ({
      subject: 'You already have an account',
      paragraphs: ['There already is an account at humuus with this address. Simply sign in with it.'],
      button: { label: 'Sign in', link: signInLink },
      otherWay: { label: 'Forgot your password? Choose a new one here', link: resetLink },
      why: 'You get this mail because somebody wanted to make a new account with this address.',
      notYou: 'It was not you? Then there is nothing to do: nothing has changed in your account.',
    }),
    reset_password: ({ link }) => ({
      subject: 'Choose a new password',
      paragraphs: ['Here you choose a new password for your account at humuus. Do not pass this link on.'],
      button: { label: 'Choose a new password', link },
      otherWay: null,
      why: 'You get this mail because somebody asked for a new password for your account.',
      notYou: 'It was not you? Then simply do nothing: your password stays as it is.',
    }),
    no_account: ({ signInLink }) => ({
      subject: 'There is no account with this address',
      paragraphs: [
        'There is no account at humuus with this address, and so no password that could be changed.',
        'Maybe you made your account with another address.',
      ],
      button: { label: 'Go to sign-in', link: signInLink },
      otherWay: null,
      why: 'You get this mail because somebody asked for a new password for this address.',
      notYou: 'It was not you? Then there is nothing to do.',
    }),
    email_changed: ({ newEmail }) => ({
      subject: 'Your email address was changed',
      paragraphs: ['Your account at humuus now has this address:', newEmail],
      button: null,
      otherWay: null,
      why: 'You get this mail because until now your account had the address it is sent to.',
      notYou: 'It was not you? Then please tell the person who runs this humuus at once.',
    }),
    password_changed: ({ resetLink }) => ({
      subject: 'Your password was changed',
      paragraphs: ['Your account at humuus has another password now. If that was you, all is well.'],
      button: { label: 'It was not me', link: resetLink },
      otherWay: null,
      why: 'You get this mail so that nobody can change your password without you noticing.',
      notYou: 'It was not you? Then use the button to choose a new password at once.',
    }),
    invitation: ({ link, by }) => ({
      subject: 'You are invited to humuus',
      paragraphs: [`${by} invites you to join humuus, to plan and run live workshops.`],
      button: { label: 'Accept the invitation', link },
      otherWay: null,
      why: `You get this mail because ${by} gave this address.`,
      notYou: 'That means nothing to you? Then simply do nothing: without you there will be no account.',
    }),
  },
}
