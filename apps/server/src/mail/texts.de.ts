import type { Texts } from './words.ts'

export const de: Texts = {
  copyLink: 'Der Knopf geht nicht? Dann öffne diese Adresse in deinem Browser:',
  somebody: 'Jemand',
  of: {
    confirm_email: ({ link }) => ({
      subject: 'Bestätige deine E-Mail-Adresse',
      paragraphs: ['Bitte bestätige, dass diese Adresse dir gehört. Dann gilt sie für dein Konto bei humuus.'],
      button: { label: 'Adresse bestätigen', link },
      otherWay: null,
      why: 'Du bekommst diese Mail, weil jemand diese Adresse für ein Konto bei humuus angegeben hat.',
      notYou: 'Warst du das nicht? Dann tu einfach nichts: Ohne Bestätigung gilt die Adresse nicht.',
    }),
    already_registered: ({ signInLink, resetLink }) => ({
      subject: 'Du hast schon ein Konto',
      paragraphs: ['Zu dieser Adresse gibt es schon ein Konto bei humuus. Melde dich einfach damit an.'],
      button: { label: 'Anmelden', link: signInLink },
      otherWay: { label: 'Passwort vergessen? Hier wählst du ein neues', link: resetLink },
      why: 'Du bekommst diese Mail, weil jemand mit dieser Adresse ein neues Konto anlegen wollte.',
      notYou: 'Warst du das nicht? Dann musst du nichts tun: An deinem Konto hat sich nichts geändert.',
    }),
    reset_password: ({ link }) => ({
      subject: 'Wähle ein neues Passwort',
      paragraphs: ['Hier wählst du ein neues Passwort für dein Konto bei humuus. Gib den Link nicht weiter.'],
      button: { label: 'Neues Passwort wählen', link },
      otherWay: null,
      why: 'Du bekommst diese Mail, weil jemand für dein Konto ein neues Passwort angefordert hat.',
      notYou: 'Warst du das nicht? Dann tu einfach nichts: Dein Passwort bleibt, wie es ist.',
    }),
    no_account: ({ signInLink }) => ({
      subject: 'Zu dieser Adresse gibt es kein Konto',
      paragraphs: [
        'Zu dieser Adresse gibt es kein Konto bei humuus, also auch kein Passwort, das du ändern könntest.',
        'Vielleicht hast du dein Konto mit einer anderen Adresse angelegt.',
      ],
      button: { label: 'Zur Anmeldung', link: signInLink },
      otherWay: null,
      why: 'Du bekommst diese Mail, weil jemand für diese Adresse ein neues Passwort angefordert hat.',
      notYou: 'Warst du das nicht? Dann musst du nichts tun.',
    }),
    email_changed: ({ newEmail }) => ({
      subject: 'Deine E-Mail-Adresse wurde geändert',
      paragraphs: ['Dein Konto bei humuus hat jetzt diese Adresse:', newEmail],
      button: null,
      otherWay: null,
      why: 'Du bekommst diese Mail, weil dein Konto bisher die Adresse hatte, an die sie geht.',
      notYou: 'Warst du das nicht? Dann wende dich gleich an die Person, die dieses humuus betreibt.',
    }),
    password_changed: ({ resetLink }) => ({
      subject: 'Dein Passwort wurde geändert',
      paragraphs: ['Das Passwort deines Kontos bei humuus ist jetzt ein anderes. Wenn du das warst, ist alles gut.'],
      button: { label: 'Das war ich nicht', link: resetLink },
      otherWay: null,
      why: 'Du bekommst diese Mail, damit niemand dein Passwort ändern kann, ohne dass du es merkst.',
      notYou: 'Warst du das nicht? Dann wähle über den Knopf gleich ein neues Passwort.',
    }),
    invitation: ({ link, by }) => ({
      subject: 'Du bist zu humuus eingeladen',
      paragraphs: [`${by} lädt dich ein, bei humuus mitzumachen und Live-Workshops zu planen und zu leiten.`],
      button: { label: 'Einladung annehmen', link },
      otherWay: null,
      why: `Du bekommst diese Mail, weil ${by} diese Adresse angegeben hat.`,
      notYou: 'Sagt dir das nichts? Dann tu einfach nichts: Ohne dich entsteht kein Konto.',
    }),
  },
}
