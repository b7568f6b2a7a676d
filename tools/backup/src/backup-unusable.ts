/** A file that is no backup of ours, or not a whole one; the message says so to the person who named it. */
export class BackupUnusable extends Error {
  override readonly name = 'BackupUnusable'
}
