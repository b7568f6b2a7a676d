import type { console as english } from '../en/console.ts'
import type { Shape } from '../shape.ts'

export const console = {
  // panes
  agenda: 'Ablauf',
  now: 'Jetzt',
  people: 'Menschen',
  notes: 'Notizen',
  hiddenOnScreen: 'Das siehst nur du. Die Leinwand zeigt es, wenn du es sagst.',

  // what does not work just now
  trouble_database:
    'Die Datenbank antwortet nicht. Die Antworten bleiben auf den Telefonen und kommen an, sobald sie wieder da ist.',
  trouble_storage: 'Auf dem Server ist kaum noch Platz. Hier geht es weiter, aber Neues lässt sich nicht beginnen.',
  trouble_clocks: 'Die Uhren klingeln gerade etwas spät. Schritte schließen trotzdem von selbst.',
  trouble_bus: 'Die Server hören gerade etwas später voneinander. Verloren geht nichts.',

  // agenda
  minutes_one: '{{count}} Min.',
  minutes_other: '{{count}} Min.',
  totalMinutes_one: '{{count}} Minute geplant',
  totalMinutes_other: '{{count}} Minuten geplant',
  stepDone: 'fertig',
  stepNow: 'jetzt',
  stepNext: 'als Nächstes',
  jumpHeading: 'Zu „{{title}}“ springen?',
  jumpWarning: 'Die Antworten sind noch offen. Sie schließen mit dem, was bisher da ist.',
  jump: 'Springen',

  // the one big action
  openDoors: 'Türen öffnen',
  start: 'Start: {{title}}',
  startNow: 'Start',
  closeAnswers: 'Antworten schließen',
  showResults: 'Ergebnis zeigen',
  showScores: 'Punkte zeigen',
  hideScores: 'Punkte verbergen',
  next: 'Weiter: {{title}}',
  finish: 'Workshop abschließen',
  reopen: 'Antworten wieder öffnen',
  done: 'Der Workshop ist abgeschlossen.',

  ended: 'Der Workshop wurde vorzeitig beendet. Was da ist, bleibt.',
  toLibrary: 'Zu den Workshops',

  // time
  pause: 'Pause',
  resume: 'Weiter',
  plusThirty: '30 Sekunden mehr',
  plusThirtyShort: '+30 s',
  noLimit: 'Ohne Limit',
  paused: 'Pausiert. Es läuft nichts ab.',

  // people
  present_one: '{{count}} da',
  present_other: '{{count}} da',
  returning_one: '{{count}} verbindet sich neu',
  returning_other: '{{count}} verbinden sich neu',
  gone_one: '{{count}} weg',
  gone_other: '{{count}} weg',
  stateHere: 'da',
  stateReturning: 'verbindet sich neu',
  stateGone: 'weg',
  stateRemoved: 'entfernt',
  answered: 'hat geantwortet',
  nobodyYet: 'Noch ist niemand da.',
  nobodyYetHint: 'Zeig den Code; alle kommen mit dem Handy herein.',
  searchPeople: 'Person suchen',
  rename: 'Umbenennen',
  renameHeading: '{{name}} umbenennen',
  newName: 'Neuer Name',
  remove: 'Entfernen',
  removeHeading: '{{name}} entfernen?',
  removeHint: 'Bisherige Antworten bleiben.',
  removeMayReturn: 'Darf zurückkommen',
  readmit: 'Wieder hereinlassen',
  makeFacilitator: 'Zur Co-Leitung machen',
  endFacilitator: 'Nicht mehr Co-Leitung',
  coFacilitator: 'Co-Leitung',

  // top
  code: 'Code und QR',
  copyLink: 'Link kopieren',
  copied: 'Kopiert.',
  screen: 'Leinwand',
  openScreen: 'Leinwand öffnen',
  allSaved: 'Alles gespeichert',
  saving: 'Speichert …',
  opened: '{{name}} ist jetzt bei „{{step}}“.',
  youOpened: 'Jetzt: „{{step}}“.',
  undone: 'Rückgängig gemacht.',
  handUp: 'meldet sich',
  keys: 'Tasten',
  menu: 'Mehr',

  // ending
  end: 'Beenden',
  endHeading: 'Workshop für alle beenden?',
  endHint: 'Alle bisherigen Antworten bleiben und stehen im Bericht. Niemand kann mehr antworten.',
  endNow: 'Jetzt beenden',
  goOn: 'Weitermachen',
  toReport: 'Zum Bericht',

  // keys
  keyPrimary: 'Der große Knopf',
  keyBack: 'Einen Schritt zurück',
  keyResults: 'Ergebnis zeigen',
  keyPause: 'Pause oder weiter',
  keyFull: 'Vollbild',
  keyHelp: 'Diese Tasten',
  keyEscape: 'Schließen, was offen ist',
  space: 'Leertaste',

  // console parts
  explanation: 'Erklärung nach der Auflösung',
  answersIn_one: '{{count}} Antwort',
  answersIn_other: '{{count}} Antworten',
  showAnswer: 'Diese Antwort auf der Leinwand zeigen',
  hideAnswer: 'Diese Antwort von der Leinwand nehmen',
  elapsed: '{{time}} bisher',
  untitled: 'Ohne Titel',
  previousStep: 'Einen Schritt zurück',
  scores: 'Punktestand',
  openedBy: 'geöffnet von {{name}}',
  answeredCount: 'haben geantwortet',
  pointsOf_one: '{{count}} Punkt',
  pointsOf_other: '{{count}} Punkte',
  actionsFor: 'Was du für {{name}} tun kannst',
  morePeople_one: 'und {{count}} weitere Person: nutze die Suche',
  morePeople_other: 'und {{count}} weitere: nutze die Suche',
  time: 'Zeit',
  fairForPeople: 'Es zählt, wann die Leute tippen, nicht wann es ankommt. Bis zu 2 Sekunden Weg bekommen sie zurück.',
  fairForYou:
    'Darum schließt ein Schritt mit Zeitgrenze 2 Sekunden nach seiner Uhr. Schließt du ihn vorher selbst, kommen Antworten zu spät, die noch unterwegs sind.',
  keyUndo: 'Den letzten Schritt zurücknehmen',
  newsClosed: 'Die Antworten sind geschlossen.',
  newsRevealed: 'Die Ergebnisse sind zu sehen.',
} as const satisfies Shape<typeof english>
