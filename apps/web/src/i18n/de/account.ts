import type { account as english } from '../en/account.ts'
import type { Shape } from '../shape.ts'

export const account = {
  title: 'Einstellungen',
  intro: 'Für diesen Browser.',
  device: 'Dieses Gerät',
  deviceHint:
    'Es gibt kein Passwort: dieser Browser ist dein Schlüssel zu deinen Workshops, deinen Sitzungen und ihren Berichten.',
  notKept: 'Dieser Browser behält nichts. Wenn du das Fenster schließt, bist du jemand Neues.',
  signOut: 'Von diesem Gerät abmelden',
  signOutHeading: 'Von diesem Gerät abmelden?',
  signOutLost:
    'An deine Workshops, Sitzungen und Berichte kommt dann niemand mehr, auch du nicht. Sichere vorher als Datei, was du brauchst.',
  signOutStays: 'Laufende Sitzungen gehen weiter, aber nur eine Co-Leitung kann sie noch steuern.',
} as const satisfies Shape<typeof english>
