import type { account as english } from '../en/account.ts'
import type { Shape } from '../shape.ts'

export const account = {
  title: 'Konto',
  intro: 'Wer du hier bist.',
  loading: 'Dein Konto',

  profile: 'Du',
  picture: 'Dein Bild',
  pictureHint: 'Für dich gezeichnet. Es steht neben deinem Namen.',
  anotherPicture: 'Ein anderes',
  resetPicture: 'Wie am Anfang',
  name: 'Name',
  nameHint: 'Er wird dir vorgeschlagen, wo immer du mitmachst.',
  save: 'Speichern',
  saved: 'Gespeichert.',

  appearance: 'Sprache und Aussehen',

  deviceOnly: 'Nur dieses Gerät',
  deviceHint:
    'Es gibt kein Passwort: dieser Browser ist dein Schlüssel zu deinen Workshops, deinen Sitzungen und ihren Berichten. Mit einem Konto kommst du von überall daran.',
  createAccount: 'Konto anlegen',
  signIn: 'Anmelden',
  notKept: 'Dieser Browser behält nichts. Wenn du das Fenster schließt, bist du jemand Neues.',
  waiting:
    'Eine Mail ist unterwegs an {{email}}. Sobald du auf den Link darin geklickt hast, kannst du dich mit dieser Adresse anmelden.',

  address: 'Adresse',
  confirmed: 'Bestätigt',
  unconfirmed: 'Nicht bestätigt',
  waitsForClick: '{{email}} wartet auf den Klick in der Mail.',
  changeAddress: 'Adresse ändern',
  newAddress: 'Neue Adresse',
  addressChanged: 'Deine Adresse ist geändert.',
  addressWaits: 'Eine Mail ist unterwegs an {{email}}. Die Adresse gilt, sobald du auf den Link darin geklickt hast.',
  provider: 'Du meldest dich mit {{provider}} an.',

  password: 'Passwort',
  changePassword: 'Passwort ändern',
  currentPassword: 'Jetziges Passwort',
  newPassword: 'Neues Passwort',
  passwordChanged: 'Dein Passwort ist geändert. Alle anderen Geräte sind abgemeldet.',
  yourPassword: 'Dein Passwort',
  wrongPassword: 'Das ist nicht dein Passwort.',

  devices: 'Geräte',
  devicesHint: 'Hier bist du angemeldet. Melde ab, was du nicht kennst.',
  thisDevice: 'Dieses Gerät',
  unknownDevice: 'Ein Programm',
  lastSeen: 'Zuletzt benutzt {{date}}',
  signOutDevice: 'Abmelden',
  signOutOf: 'Abmelden: {{device}}',
  signedOutDevice: '{{device}} ist abgemeldet.',

  data: 'Deine Daten',
  exportHint: 'Alles, was über dich gespeichert ist, als Datei, die Programme lesen können.',
  export: 'Meine Daten sichern',
  exported: 'Deine Daten sind in der Datei.',

  remove: 'Mein Konto löschen',
  removeHint: 'Dein Name, deine Adresse und deine Workshops gehen für immer.',
  removeHeading: 'Dein Konto löschen?',
  removeGoes:
    'Dein Name, deine Adresse, deine Workshops und deine Geräte werden gelöscht. Niemand kann sie zurückholen.',
  removeStays: 'Was du in Workshops getan hast, bleibt in deren Berichten, ohne deinen Namen.',
  removed: 'Dein Konto ist gelöscht.',

  signOut: 'Von diesem Gerät abmelden',
  signOutHeading: 'Von diesem Gerät abmelden?',
  signOutLost:
    'An deine Workshops, Sitzungen und Berichte kommt dann niemand mehr, auch du nicht. Sichere vorher als Datei, was du brauchst.',
  signOutStays: 'Laufende Sitzungen gehen weiter, aber nur eine Co-Leitung kann sie noch steuern.',
  signOutHint: 'Du kommst mit deiner Adresse und deinem Passwort zurück.',

  toAdmin: 'Diese Installation verwalten',

  confirmTitle: 'Bestätige deine Adresse',
  confirmIntro: 'Mit diesem Klick sagst du, dass die Adresse dir gehört. Danach kannst du dich mit ihr anmelden.',
  confirmDo: 'Das ist meine Adresse',
  confirmDone: '{{email}} ist bestätigt.',
  resetTitle: 'Wähl ein neues Passwort',
  resetIntro: 'Es ersetzt das bisherige. Alle deine Geräte werden abgemeldet.',
  resetDo: 'Passwort setzen',
  resetDone: 'Dein Passwort gilt. Melde dich damit an.',
  invitationTitle: 'Du bist eingeladen',
  invitationIntro: 'Mit diesem Klick nimmst du an, was dir die Einladung auf dieser Installation anbietet.',
  invitationDevice:
    'Du bist nicht angemeldet: die Einladung würde für diesen Browser gelten. Wenn du ein Konto hast, melde dich erst an und öffne den Link in der Mail noch einmal.',
  invitationDo: 'Einladung annehmen',
  invitationDone_member: 'Du gehörst zu dieser Installation.',
  invitationDone_host: 'Du darfst hier Workshops leiten.',
  invitationDone_admin: 'Du verwaltest jetzt diese Installation.',
  invitationRegister: 'Leg ein Konto an, damit sie auch auf deinen anderen Geräten gilt.',
  claimTitle: 'Diese Installation verwalten',
  claimIntro:
    'Mit diesem Klick verwaltest du sie: du sagst, wer leiten darf, lädst Leute ein und liest Mails, die nicht gesendet wurden.',
  claimDo: 'Verwaltung übernehmen',
  claimDone: 'Du verwaltest jetzt diese Installation.',
  noKey: 'Der Link ist nicht vollständig.',
  noKeyHint: 'Öffne ihn noch einmal aus der Mail, oder kopiere ihn mit allem, was hinter dem # steht.',
  worthless: 'Dieser Link gilt nicht mehr.',
  worthlessHint: 'Er wurde schon benutzt, ist zu alt oder durch einen neueren ersetzt. Lass dir einen neuen schicken.',
  goOn: 'Weiter',
} as const satisfies Shape<typeof english>
