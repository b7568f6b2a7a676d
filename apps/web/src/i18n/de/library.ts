import type { library as english } from '../en/library.ts'
import type { Shape } from '../shape.ts'

export const library = {
  title: 'Workshops',
  intro: 'Such dir einen aus und leg los. Jeder Durchlauf ist eine eigene Sitzung mit eigenem Code.',
  empty: 'Noch keine Workshops.',
  emptyHint: 'Fang mit einer Workshop-Datei an.',
  importFile: 'Aus Datei hinzufügen',
  importDrop: 'Workshop-Datei hier ablegen',
  imported: '„{{title}}“ ist in deiner Sammlung.',
  importFailed: 'Diese Datei ist kein Workshop, den wir lesen können.',
  importProblem: '{{where}}: {{what}}',
  host: 'Jetzt leiten',
  hosting: 'Öffnet …',
  open: 'Ansehen',
  steps_one: '{{count}} Schritt',
  steps_other: '{{count}} Schritte',
  minutes_one: 'etwa {{count}} Minute',
  minutes_other: 'etwa {{count}} Minuten',
  lastRun: 'Zuletzt am {{date}}',
  neverRun: 'Noch nie gelaufen',
  running: 'Läuft gerade',
  resume: 'Zurück zur Sitzung',
  sessions: 'Sitzungen',
  noSessions: 'Dieser Workshop ist noch nie gelaufen.',
  report: 'Bericht',
  yourAccount: 'Einstellungen',
} as const satisfies Shape<typeof english>
