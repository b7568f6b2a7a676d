import type { door as english } from '../en/door.ts'
import type { Shape } from '../shape.ts'

export const door = {
  doorsSoon: 'Gleich gehen die Türen auf.',
  doorsSoonHint: 'Lass diese Seite offen. Sobald sie aufgehen, bist du dabei.',
  full: 'Alle Plätze sind vergeben.',
  fullHint: 'Frag die Leitung: Vielleicht ist noch Platz für dich.',
  lateClosed: 'Der Workshop hat schon begonnen.',
  lateClosedHint: 'Nach dem Start kommt niemand mehr hinein. Frag die Leitung, wenn das ein Versehen ist.',
  over: 'Dieser Workshop ist vorbei.',
  overHint: 'Auf diesem Gerät warst du nicht dabei; hier gibt es also nichts zum Nachlesen.',
  kicked: 'Die Leitung hat dich aus diesem Workshop entfernt.',
  kickedHint: 'Wenn das ein Versehen war, sprich mit der Leitung.',
  mayReturn: 'Du darfst wiederkommen.',
  left: 'Du hast den Workshop verlassen.',
  leftHint: 'Deine Antworten bleiben. Solange er läuft, kannst du zurückkommen.',
  comeBack: 'Zurückkommen',
  another: 'Bei einem anderen Workshop mitmachen',
} as const satisfies Shape<typeof english>
