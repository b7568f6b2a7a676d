/** What a copy of the database holds, by name of the table: whoever is referred to stands before whoever refers to it. */
export const keptTables = [
  'users',
  'devices',
  'sign_ins',
  'identities',
  'one_time_keys',
  'mails',
  'workshops',
  'workshop_sessions',
  'participant_actions',
  'command_refusals',
  'session_counters',
  'page_receipts',
  'shown_digests',
  'files',
] as const

/** What is worth nothing a minute later, and is in no copy. */
export const passingTables = ['rate_limits', 'servers', 'workers'] as const

export type KeptTable = (typeof keptTables)[number]

export const isKeptTable = (name: string): name is KeptTable => (keptTables as readonly string[]).includes(name)
