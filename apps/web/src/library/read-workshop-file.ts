/** Something wrong in a file: where (a path such as `nodes.2.data.text`, `''` for the whole), and what. */
export interface FileProblem {
  readonly where: string
  readonly what: string
}

export type ReadFile =
  | { readonly ok: true; readonly content: unknown }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/** Most bytes a workshop file may have: what the server takes, with room for the envelope. */
export const mostBytes = 1_000_000

/** Reads JSON, or says in the parser's words where it breaks. */
export async function readWorkshopFile(file: Pick<File, 'size' | 'text'>): Promise<ReadFile> {
  if (file.size > mostBytes) return { ok: false, problems: [{ where: '', what: `${file.size} > ${mostBytes} bytes` }] }
  try {
    return { ok: true, content: JSON.parse(await file.text()) }
  } catch (error) {
    return { ok: false, problems: [{ where: '', what: error instanceof Error ? error.message : String(error) }] }
  }
}
