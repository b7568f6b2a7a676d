import { commandRights } from '@humuus/workshop-engine'
import { procedureRights, roles, viewRights } from './rights.ts'

/** How the document calls those who are named only in the rights of commands. */
const speakers: Readonly<Record<string, string>> = { anybody: 'person', system: 'the server itself' }

/** All rights as one document in Markdown: what everybody may do, a line each. */
export function rightsTable(): string {
  return [
    '# Who may do what',
    '',
    'Made from the tables that the program asks ([procedures and views](../packages/api/src/rights.ts), checked in',
    '[guard.ts](../packages/api/src/guard.ts); [commands](../packages/workshop-engine/src/rights.ts), checked in',
    '[decide.ts](../packages/workshop-engine/src/decide.ts)); a test holds them together. What is in no table is refused.',
    '',
    '## Roles',
    '',
    `${roles.map((role) => `\`${role}\``).join(' · ')}`,
    '',
    '## Procedures',
    '',
    ...table('Procedure', procedureRights),
    '',
    '## Views of a session (`sessions.live`)',
    '',
    ...table('View', viewRights),
    '',
    '## Commands in a session (`sessions.command`)',
    '',
    ...table('Command', commandRights),
    '',
  ].join('\n')
}

function table(what: string, rights: Readonly<Record<string, readonly string[]>>): string[] {
  const rows = Object.entries(rights).map(([name, who]) => [
    `\`${name}\``,
    who.map((role) => speakers[role] ?? role).join(', '),
  ])
  const cells = [[what, 'may be used by'], ...rows]
  const widths = [0, 1].map((column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = cells
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)]
}
