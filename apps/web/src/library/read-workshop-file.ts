/** What a file holds, or why it cannot be read: too large, or not JSON (in the parser's words). */
export type ReadFile =
  | { readonly ok: true; readonly content: unknown }
  | { readonly ok: false; readonly problem: 'too_large' }
  | { readonly ok: false; readonly problem: 'not_json'; readonly detail: string }

/** Most bytes a workshop file may have: what the server takes, with room for the envelope. */
export const mostBytes = 1_000_000

/** Reads a workshop file as JSON; whether it is a workshop is for the server to say. */
export async function readWorkshopFile(file: Pick<File, 'size' | 'text'>): Promise<ReadFile> {
  if (file.size > mostBytes) return { ok: false, problem: 'too_large' }
  try {
    return { ok: true, content: JSON.parse(await file.text()) }
  } catch (error) {
    return { ok: false, problem: 'not_json', detail: error instanceof Error ? error.message : String(error) }
  }
}
