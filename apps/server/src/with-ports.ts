import type { Context, Ports } from '@humuus/api'

/**
 * The context of a connection, which is kept as long as that. Each field is named: an object that is put together by spreading
 * gets a description of its fields of its own, larger than itself, and whoever reads it cannot count on any of them.
 */
export const withPorts = (ports: Ports, own: Omit<Context, keyof Ports>): Context => ({
  now: ports.now,
  installation: ports.installation,
  limits: ports.limits,
  signIns: ports.signIns,
  accounts: ports.accounts,
  people: ports.people,
  workshops: ports.workshops,
  sessions: ports.sessions,
  rooms: ports.rooms,
  receipts: ports.receipts,
  post: ports.post,
  mails: ports.mails,
  jobs: ports.jobs,
  housekeeping: ports.housekeeping,
  files: ports.files,
  fileWork: ports.fileWork,
  trouble: ports.trouble,
  ops: ports.ops,
  user: own.user,
  rejection: own.rejection,
  requestId: own.requestId,
  follow: own.follow,
  address: own.address,
  label: own.label,
  screenKey: own.screenKey,
  line: own.line,
  isWorker: own.isWorker,
  wireVersion: own.wireVersion,
  cookie: own.cookie,
})
