import type { phone as english } from '../en/phone.ts'
import type { Shape } from '../shape.ts'

export const phone = {
  // name
  nameHeading: 'Wie sollen wir dich nennen?',
  nameLabel: 'Dein Name hier',
  anotherName: 'Anderer Vorschlag',
  enter: 'Mitmachen',
  hostedBy: 'mit {{name}}',
  nameTaken: 'So heißt hier schon jemand. Du bist hier {{name}}.',

  // waiting
  youAreIn: 'Du bist dabei.',
  asName: 'als {{name}}',
  startsSoon: 'Gleich geht es los. Lass diese Seite offen; der erste Schritt kommt von selbst.',
  nextStepSoon: 'Der nächste Schritt kommt von selbst.',
  people_one: '{{count}} Person ist da',
  people_other: '{{count}} Menschen sind da',
  changeName: 'Name ändern',

  // a step
  lookUp: 'Schau auf die Leinwand.',
  readFirst: 'Erst lesen. Gleich kannst du antworten.',
  chooseOne: 'Wähle eine aus.',
  chooseSeveral: 'Wähle alle, die passen.',
  chooseUpTo_one: 'Wähle eine aus.',
  chooseUpTo_other: 'Wähle bis zu {{count}}.',
  yourAnswer: 'Deine Antwort',
  writeHere: 'Hier schreiben',
  send: 'Antwort senden',
  sendAnother: 'Noch eine senden',
  sending: 'Wird gesendet …',
  saved: 'Deine Antwort ist gespeichert.',
  kept: 'Wartet auf Netz. Deine Antwort ist sicher.',
  change: 'Antwort ändern',
  keepAnswer: 'So lassen',
  canChange: 'Du kannst sie ändern, bis die Antworten geschlossen werden.',
  closed: 'Die Antworten sind geschlossen.',
  closedWithout: 'Die Antworten sind geschlossen. Der nächste Schritt kommt von selbst.',
  paused: 'Der Workshop macht Pause.',
  resultSoon: 'Das Ergebnis kommt gleich.',

  // results
  right: 'Richtig!',
  partlyRight: 'Teilweise richtig.',
  notRight: 'Diesmal nicht.',
  notAnswered: 'Hier hast du nicht geantwortet.',
  pointsGained_one: '+{{count}} Punkt',
  pointsGained_other: '+{{count}} Punkte',
  pointsSoFar_one: 'bisher {{count}} Punkt',
  pointsSoFar_other: 'bisher {{count}} Punkte',
  yourPlace: 'Platz {{place}} von {{total}}',
  why: 'Warum',
  theRoom: 'Was alle sagen',
  scoreboard: 'Punkte bisher',

  // the end
  thankYou: 'Danke, dass du dabei warst.',
  over: 'Dieser Workshop ist vorbei.',
  stoppedEarly: 'Der Workshop wurde beendet. Deine Antworten bleiben erhalten.',
  yourAnswers: 'Deine Antworten',
  joinAnother: 'Bei einem anderen Workshop mitmachen',

  // the menu
  menu: 'Mehr',
  leave: 'Workshop verlassen',
  leaveConfirm: 'Workshop verlassen? Deine Antworten bleiben. Mit demselben Code kommst du zurück.',
  stay: 'Bleiben',
} as const satisfies Shape<typeof english>
