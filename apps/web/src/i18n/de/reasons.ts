import type { reasons as english } from '../en/reasons.ts'
import type { Shape } from '../shape.ts'

export const reasons = {
  signed_out: 'nicht angemeldet',
  not_allowed: 'nur für die Leitung',
  unknown_code: 'kein Workshop mit diesem Code',
  unknown_session: 'keine solche Sitzung',
  unknown_workshop: 'kein solcher Workshop',
  unknown_participant: 'Person nicht im Workshop',
  unknown_step: 'kein solcher Schritt',

  not_open_yet: 'Türen noch nicht offen',
  session_over: 'Workshop vorbei',
  session_full: 'Workshop voll',
  late_join_closed: 'nach dem Beginn gekommen',
  kicked: 'von der Leitung entfernt',
  taken_over: 'anderswo weitergemacht',
  not_joined: 'nicht dabei',
  name_empty: 'ohne Namen',
  name_too_long: 'Name zu lang',
  name_characters: 'Name mit unsichtbaren Zeichen',

  not_now: 'passte gerade nicht',
  step_changed: 'Schritt hatte inzwischen gewechselt',
  no_way_back: 'kein Schritt vor dem ersten',
  nothing_to_undo: 'nichts zurückzunehmen',
  no_time_limit: 'Schritt ohne Zeitgrenze',

  step_not_open: 'Schritt noch nicht offen',
  step_closed: 'Schritt schon geschlossen',
  too_early: 'in der Lesezeit gegeben',
  paused: 'in einer Pause gegeben',
  wrong_step_type: 'für eine andere Art Schritt',
  invalid_answer: 'passte nicht zur Frage',

  malformed: 'nicht verstanden',
  workshop_invalid: 'Fehler in der Workshop-Datei',
  too_large: 'zu groß',
  slow_down: 'zu viele auf einmal',
  unavailable: 'ließ sich gerade nicht speichern',
  storage_full: 'kein Platz auf dem Server',
  outdated_client: 'Seite zu alt',
  server_error: 'Fehler auf unserer Seite',
} as const satisfies Shape<typeof english>
