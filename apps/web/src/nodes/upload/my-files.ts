import type { FileKind } from '@humuus/workshop-engine'
import type { ParticipantFace } from '../faces.ts'
import type { UploadState } from './sending/upload-state.ts'

type Face = ParticipantFace<'upload'>
type OwnFile = Face['own']['files'][number]

/** One of my files, wherever it is: still on the phone, or known to the step. */
export type MyFile =
  | { readonly is: 'sent'; readonly id: string; readonly kind: FileKind; readonly file: OwnFile }
  | { readonly is: 'on_the_way'; readonly id: string; readonly kind: FileKind; readonly upload: UploadState }

/** Mine in the order in which I gave them; what the step knows of is shown as the step says. */
export function myFiles(own: readonly OwnFile[], uploads: readonly UploadState[], nodeId: string): readonly MyFile[] {
  const known = new Set(own.map(({ id }) => id))
  return [
    ...own.map((file): MyFile => ({ is: 'sent', id: file.id, kind: file.kind, file })),
    ...uploads
      .filter((upload) => upload.nodeId === nodeId && !known.has(upload.id))
      .map((upload): MyFile => ({ is: 'on_the_way', id: upload.id, kind: kindOf(upload.type), upload })),
  ]
}

/** What a file probably is; the server knows. */
function kindOf(type: string): FileKind {
  if (type.startsWith('image/')) return 'picture'
  if (type.startsWith('audio/')) return 'audio'
  return type.startsWith('video/') ? 'video' : 'document'
}

/** My words about a file as they stand, with what is on its way. */
export function captionNow(file: Pick<OwnFile, 'id' | 'caption'>, sent: Face['sent']): string {
  const last = sent.findLast((act) => act.type === 'caption' && act.fileId === file.id)
  return last?.type === 'caption' ? last.text : file.caption
}

/** What I vote for, with what is on its way. */
export function votesNow(votes: readonly string[], sent: Face['sent']): readonly string[] {
  return sent.reduce<readonly string[]>((now, act) => {
    if (act.type !== 'vote') return now
    const others = now.filter((id) => id !== act.fileId)
    return act.on ? [...others, act.fileId] : others
  }, votes)
}
