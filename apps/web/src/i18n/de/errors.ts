import type { errors as english } from '../en/errors.ts'
import type { Shape } from '../shape.ts'

export const errors = {
  pageNotFound: 'Unter dieser Adresse ist nichts.',
  pageNotFoundHint: 'Der Link ist vielleicht alt, oder es fehlt ein Buchstabe.',
  somethingBroke: 'Hier ist etwas schiefgegangen.',
  somethingBrokeHint: 'Der Fehler liegt bei uns, nicht bei dir. Was du gesendet hast, ist sicher.',
  cannotReach: 'Der Server ist nicht erreichbar.',
  cannotReachHint: 'Prüfe das Netz. Wir versuchen es weiter.',
  perhapsLost: 'Das kam vielleicht nicht an. Versuch es noch einmal, wenn du wieder Netz hast.',
  newVersion: 'Es gibt eine neuere Fassung dieser Seite.',
  newVersionHint: 'Lade sie neu, dann geht es weiter.',
  reload: 'Neu laden',
  notAllowed: 'Diese Seite ist für die Leitung.',
  notAllowedHint: 'Öffne sie in dem Browser, in dem der Workshop angelegt wurde.',
} as const satisfies Shape<typeof english>
