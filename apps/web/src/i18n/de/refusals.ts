import type { refusals as english } from '../en/refusals.ts'
import type { Shape } from '../shape.ts'

export const refusals = {
  email_invalid: 'An diese Adresse lässt sich keine Mail senden.',
  email_taken: 'Diese Adresse gehört hier schon jemand anderem.',
  wrong_password: 'Adresse und Passwort passen nicht zusammen. Schau beides noch einmal an.',
  password_short: 'Dieses Passwort ist zu kurz. Nimm mindestens {{min}} Zeichen.',
  password_long: 'Dieses Passwort ist zu lang. Höchstens {{max}} Zeichen gehen.',
  password_weak:
    'Dieses Passwort ist leicht zu erraten. Nimm ein längeres, etwa vier Wörter, die nichts miteinander zu tun haben.',
  key_worthless: 'Dieser Link gilt nicht mehr. Er wurde schon benutzt oder ist zu alt.',
  may_not_host: 'Hier dürfen nicht alle leiten.',
  last_admin: 'Jemand muss diese Installation verwalten. Gib die Verwaltung erst weiter.',
  account_gone: 'Dieses Konto gibt es nicht mehr.',
  has_email: 'Auf diesem Gerät ist schon jemand angemeldet. Melde dich erst ab.',
  unknown_mail: 'Diese Mail gibt es nicht mehr.',
  provider_off: 'Hier gibt es keinen anderen Weg, dich anzumelden. Nimm deine Adresse und dein Passwort.',
  provider_refused: 'Der andere Dienst hat dich nicht hereingelassen. Versuch es noch einmal.',
} as const satisfies Shape<typeof english>
