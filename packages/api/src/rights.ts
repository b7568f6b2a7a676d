/** Who somebody can be, from the widest to the narrowest; one person is mostly several. */
export const roles = [
  /** Anybody who asks. */
  'visitor',
  /** Signed in, if only with a device. */
  'person',
  /** Looks on with the link of a screen. */
  'screen',
  /** Joined this session. */
  'participant',
  /** Was in this session, and left or was removed. */
  'former',
  /** Helps to run this session. */
  'co-facilitator',
  /** Runs this session: whoever created it, or took over. */
  'facilitator',
  /** May create workshops and sessions here: the installation says who (`WHO_MAY_HOST`). */
  'host',
  /** Made this workshop. */
  'author',
  /** Whoever is signed in, where a workshop is everybody's, such as the demos. */
  'reader',
  /** Looks after this installation. */
  'admin',
  /** The worker process, proven by its secret. */
  'worker',
] as const

export type Role = (typeof roles)[number]

const team = ['co-facilitator', 'facilitator'] as const

/** Who may call what: a line per procedure. What is not in this table is refused. */
export const procedureRights = {
  'installation.get': ['visitor'],

  'auth.device': ['visitor'],
  'auth.email': ['visitor'],
  'auth.provider': ['person'],
  'auth.renew': ['person'],
  'auth.me': ['visitor'],
  'auth.signOut': ['visitor'],

  'account.get': ['person'],
  'account.update': ['person'],
  'account.register': ['person'],
  'account.confirmEmail': ['visitor'],
  'account.forgotPassword': ['visitor'],
  'account.resetPassword': ['visitor'],
  'account.changePassword': ['person'],
  'account.changeEmail': ['person'],
  'account.devices': ['person'],
  'account.signOutDevice': ['person'],
  'account.export': ['person'],
  'account.remove': ['person'],
  'account.acceptInvitation': ['person'],
  'account.becomeAdmin': ['person'],

  'admin.people': ['admin'],
  'admin.setRole': ['admin'],
  'admin.removePerson': ['admin'],
  'admin.invite': ['admin'],
  'admin.invitations': ['admin'],
  'admin.mails': ['admin'],
  'admin.removeMail': ['admin'],

  'workshops.list': ['person'],
  'workshops.get': ['author', 'reader'],
  'workshops.create': ['host'],
  'workshops.remove': ['author'],

  // And only of a workshop they may read.
  'sessions.create': ['host'],
  'sessions.lookup': ['visitor'],
  'sessions.get': ['person'],
  'sessions.screen': ['screen', ...team],
  'sessions.mine': ['person'],
  'sessions.join': ['person'],
  'sessions.leave': ['person'],
  // Which command may come from whom is in `commandRights`.
  'sessions.command': ['person'],
  'sessions.beat': ['visitor'],
  'sessions.reportReceipts': ['participant', 'former', ...team],
  'sessions.receipts': team,
  'sessions.clock': ['visitor'],
  'sessions.trouble': ['person'],
  // A view for each role: see `viewRights`.
  'sessions.live': ['visitor'],
  'sessions.report': team,

  'ops.overview': ['admin'],
  'ops.queues': ['admin'],
  'ops.deadLetters': ['admin'],
  'ops.retryJob': ['admin'],
  'ops.discardJob': ['admin'],
  'files.limits': ['visitor'],
  // A role for each view: see `viewRights`.
  'files.links': ['visitor'],
  'files.mine': ['participant', 'former', ...team],
  'files.ofSession': team,
  // Their own, or what came in where they are facilitators.
  'files.remove': ['person'],
  'files.keep': team,
  'files.expire': team,
  'files.archive': team,
  // Their own.
  'files.media': ['person'],
  'files.removeMedia': ['person'],

  'internal.tick': ['worker'],
  'internal.takeMail': ['worker'],
  'internal.mailSent': ['worker'],
  'internal.mailFailed': ['worker'],
  'internal.lives': ['worker'],
  'internal.housekeeping': ['worker'],
  'internal.takeFile': ['worker'],
  'internal.fileScanned': ['worker'],
  'internal.fileDerived': ['worker'],
  'internal.fileRefused': ['worker'],
  'internal.expireFiles': ['worker'],
  'internal.reconcileFiles': ['worker'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Procedure = keyof typeof procedureRights

/** Whose eyes may look through which view of a session. */
export const viewRights = {
  participant: ['participant'],
  screen: ['screen', ...team],
  host: team,
} as const satisfies Readonly<Record<string, readonly Role[]>>
