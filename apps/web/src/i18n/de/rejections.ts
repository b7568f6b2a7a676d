import type { rejections as english } from '../en/rejections.ts'
import type { Shape } from '../shape.ts'

export const rejections = {
  signed_out: 'Du bist hier abgemeldet. Lade die Seite neu.',
  not_allowed: 'Das kann nur die Leitung.',
  unknown_code: 'Diesen Code hat kein Workshop. Schau noch einmal auf die Leinwand.',
  unknown_session: 'Diese Sitzung gibt es nicht oder nicht mehr.',
  unknown_workshop: 'Diesen Workshop gibt es nicht oder nicht mehr.',
  unknown_participant: 'Diese Person ist nicht im Workshop.',
  unknown_step: 'Diesen Schritt gibt es nicht.',

  not_open_yet: 'Die Türen sind noch zu. Versuch es gleich noch einmal.',
  session_over: 'Dieser Workshop ist vorbei.',
  session_full: 'Der Workshop ist voll.',
  late_join_closed: 'Der Workshop läuft schon und nimmt niemanden mehr auf.',
  kicked: 'Die Leitung hat dich aus diesem Workshop entfernt.',
  taken_over: 'Du bist in einem anderen Fenster oder auf einem anderen Gerät weitergegangen.',
  not_joined: 'Du bist nicht im Workshop. Komm mit dem Code herein.',
  name_empty: 'Bitte gib einen Namen ein.',
  name_too_long: 'Dieser Name ist zu lang. {{max}} Zeichen reichen.',
  name_characters: 'Bitte nimm Buchstaben und Ziffern, die alle sehen können.',

  not_now: 'Das passt hier gerade nicht.',
  step_changed: 'Der Schritt hat inzwischen gewechselt. Es ist nichts passiert.',
  no_way_back: 'Das ist der erste Schritt.',
  nothing_to_undo: 'Es gibt nichts mehr rückgängig zu machen.',
  no_time_limit: 'Dieser Schritt hat kein Zeitlimit.',

  step_not_open: 'Dieser Schritt ist noch nicht offen.',
  step_closed: 'Dieser Schritt wurde geschlossen, während du weg warst.',
  too_early: 'Erst lesen. Gleich kannst du antworten.',
  paused: 'Der Workshop macht Pause. Versuch es, wenn es weitergeht.',
  wrong_step_type: 'Diese Antwort gehört zu einer anderen Art von Schritt.',
  invalid_answer: 'Diese Antwort passt nicht zur Frage.',

  malformed: 'Der Server hat das nicht verstanden. Lade die Seite neu.',
  workshop_invalid: 'In der Workshop-Datei ist ein Fehler.',
  too_large: 'Das ist zu groß.',
  slow_down: 'Das war sehr schnell. Atme durch und versuch es noch einmal.',
  unavailable: 'Das lässt sich gerade nicht speichern. Wir versuchen es weiter.',
  storage_full: 'Auf dem Server ist kein Platz mehr. Deine Antworten bleiben hier. Sag es denen, die ihn betreiben.',
  outdated_client: 'Es gibt eine neuere Fassung. Lade die Seite neu.',
  server_error: 'Bei uns ist etwas schiefgegangen. Versuch es noch einmal.',
} as const satisfies Shape<typeof english>
