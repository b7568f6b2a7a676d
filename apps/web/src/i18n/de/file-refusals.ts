import type { fileRefusals as english } from '../en/file-refusals.ts'
import type { Shape } from '../shape.ts'

export const fileRefusals = {
  file_too_large: 'Diese Datei ist zu groß. Mehr als {{max}} MB gehen nicht.',
  file_empty: 'In dieser Datei ist nichts.',
  file_type: 'Solche Dateien gehen hier nicht. Bilder, PDF, Ton und Video schon.',
  file_mismatch: 'In dieser Datei ist etwas anderes, als ihr Name sagt.',
  file_polyglot: 'Diese Datei ist zweierlei zugleich. Speichere sie neu und schick sie dann.',
  file_pixels: 'Dieses Bild hat zu viele Pixel. Mach es kleiner und schick es dann.',
  file_unreadable: 'Diese Datei lässt sich nicht öffnen. Vielleicht ist sie beschädigt.',
  file_infected: 'Der Virenscanner hat in dieser Datei etwas gefunden. Sie wurde entfernt.',
  file_not_scanned: 'Der Virenscanner konnte diese Datei nicht prüfen. Darum bekommt sie niemand zu sehen.',
  file_checksum: 'Unterwegs hat sich etwas verändert. Schick sie noch einmal.',
  file_quota_person:
    'Du hast so viel geschickt, wie Platz ist: {{max}} MB. Entferne eine Datei, die du nicht mehr brauchst.',
  file_quota_session: 'Der Platz für Dateien dieses Workshops ist voll: {{max}} MB. Sag es der Leitung.',
  file_too_many: 'Mehr Dateien kannst du hier nicht schicken. Warte, bis die anderen angekommen sind.',
  file_gone: 'Diese Datei ist nicht mehr da.',
  file_link_expired: 'Dieser Link ist abgelaufen. Öffne den Workshop, dann bekommst du einen neuen.',
  file_in_use: 'Ein Workshop zeigt diese Datei noch. Nimm sie dort zuerst heraus.',
} as const satisfies Shape<typeof english>
