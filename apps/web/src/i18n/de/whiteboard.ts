import type { whiteboard as english } from '../en/whiteboard.ts'
import type { Shape } from '../shape.ts'

export const whiteboard = {
  yourNote: 'Dein Zettel',
  anotherNote: 'Noch einer',
  changeNote: 'Zettel ändern',
  yourNotes_one: 'Dein Zettel',
  yourNotes_other: 'Deine Zettel',
  othersNotes: 'Zettel der anderen',
  allNotes: 'Die Tafel',
  notesOf: '{{count}} von {{max}} Zetteln.',
  putUp: 'Aufhängen',
  changedMeanwhile:
    'Jemand hat diesen Zettel inzwischen geändert: „{{text}}“. Wenn du deinen schickst, entscheidet die Leitung.',
  goneMeanwhile: 'Jemand hat diesen Zettel inzwischen abgenommen. Wenn du deinen schickst, entscheidet die Leitung.',
  waitsForDecision: 'Jemand war mit einer Änderung schneller. Die Leitung entscheidet, welcher Text bleibt.',

  colour: 'Farbe',
  yellow: 'Gelb',
  green: 'Grün',
  blue: 'Blau',
  pink: 'Rosa',
  orange: 'Orange',
  violet: 'Violett',

  notesIn_one: '{{count}} Zettel',
  notesIn_other: '{{count}} Zettel',
  board: 'Tafel. Pfeiltasten verschieben einen Zettel.',
  note: 'Zettel: {{text}}',
  noteOf: 'Zettel von {{name}}: {{text}}',
  actionsFor: 'Was mit „{{text}}“ geschehen soll',
  edit: 'Text ändern',
  editHeading: 'Einen Zettel ändern',
  remove: 'Abnehmen',
  useInStep: 'Verwenden in …',
  useIn: 'In „{{step}}“ verwenden',
  addNote: 'Zettel hinzufügen',
  addHeading: 'Ein neuer Zettel',
  text: 'Text',
  save: 'Speichern',
  add: 'Hinzufügen',
  noNotes: 'Noch keine Zettel.',
} as const satisfies Shape<typeof english>
