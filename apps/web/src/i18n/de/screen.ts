import type { screen as english } from '../en/screen.ts'
import type { Shape } from '../shape.ts'

export const screen = {
  joinHeading: 'Mach mit',
  joinHow: 'Scannen oder Code eingeben',
  people_one: '{{count}} Person ist da',
  people_other: '{{count}} Menschen sind da',
  waiting: 'Willkommen. Gleich geht es los.',
  answered: 'haben geantwortet',
  paused: 'Pause',
  readFirst: 'Erst lesen',
  timeUp: 'Die Zeit ist um',
  closed: 'Die Antworten sind geschlossen',
  noAnswers: 'Noch hat niemand geantwortet.',
  scoreboard: 'Punkte',
  finalScoreboard: 'Endstand',
  thankYou: 'Danke',
  over: 'Der Workshop ist vorbei',
  lostConnection: 'Verbindung verloren. Das ist das letzte Bild.',
  noLimit: 'Ohne Zeitlimit',
  more_one: 'und {{count}} mehr',
  more_other: 'und {{count}} mehr',
} as const satisfies Shape<typeof english>
