import type { FileRejectionCode } from '@humuus/api'

/** What a person reads when a file is refused. */
export const fileRefusals = {
  file_too_large: 'This file is too large. {{max}} MB are the most.',
  file_empty: 'There is nothing in this file.',
  file_type: 'Files of this type cannot be sent here. Pictures, PDF, audio and video can.',
  file_mismatch: 'What is in this file is not what its name says.',
  file_polyglot: 'This file is two things at once. Save it again as one, then send it.',
  file_pixels: 'This picture has too many pixels. Make it smaller, then send it.',
  file_unreadable: 'This file cannot be opened. Maybe it is damaged.',
  file_infected: 'The virus scanner found something in this file. It was removed.',
  file_not_scanned: 'The virus scanner could not look through this file, so nobody gets to see it.',
  file_checksum: 'Something was changed on the way. Send it once more.',
  file_quota_person: 'You have sent as much as there is room for: {{max}} MB. Remove a file you no longer need.',
  file_quota_session: 'The room for files of this workshop is used up: {{max}} MB. Tell whoever runs it.',
  file_too_many: 'That is as many files as you can send here. Wait until the others have arrived.',
  file_gone: 'This file is not here any more.',
  file_link_expired: 'This link has expired. Open the workshop to get a new one.',
  file_in_use: 'A workshop still shows this file. Take it out there first.',
} as const satisfies Record<FileRejectionCode, string>
