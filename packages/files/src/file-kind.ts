import { extname } from 'node:path'

/** What people can send. */
export type FileKind = 'picture' | 'audio' | 'video' | 'document'

/** What is taken of each kind: the type it has, and how files of it are called. */
export interface FileFormat {
  readonly kind: FileKind
  /** As in `Content-Type`. */
  readonly type: string
  /** The usual ending, without a dot. */
  readonly ext: string
}

const format = (kind: FileKind, type: string, ext: string): FileFormat => ({ kind, type, ext })

/** Everything that is accepted. What is not in here is refused. */
export const fileFormats = {
  jpg: format('picture', 'image/jpeg', 'jpg'),
  png: format('picture', 'image/png', 'png'),
  gif: format('picture', 'image/gif', 'gif'),
  webp: format('picture', 'image/webp', 'webp'),
  heic: format('picture', 'image/heic', 'heic'),
  mp3: format('audio', 'audio/mpeg', 'mp3'),
  wav: format('audio', 'audio/wav', 'wav'),
  m4a: format('audio', 'audio/mp4', 'm4a'),
  ogg: format('audio', 'audio/ogg', 'ogg'),
  mp4: format('video', 'video/mp4', 'mp4'),
  mov: format('video', 'video/quicktime', 'mov'),
  pdf: format('document', 'application/pdf', 'pdf'),
} as const satisfies Record<string, FileFormat>
export type FormatName = keyof typeof fileFormats

/** Other names for the same, as phones and programs write them. */
const otherEndings: Readonly<Record<string, FormatName>> = {
  ...{ jpeg: 'jpg', jpe: 'jpg', jfif: 'jpg', pjpeg: 'jpg', heif: 'heic', hif: 'heic' },
  ...{ wave: 'wav', m4b: 'm4a', oga: 'ogg', opus: 'ogg', m4v: 'mp4', qt: 'mov' },
}

/** For the `accept` of a file dialogue: endings with their dots, and types. */
export const acceptedFiles: Readonly<Record<FileKind, readonly string[]>> = {
  picture: acceptedOf('picture'),
  audio: acceptedOf('audio'),
  video: acceptedOf('video'),
  document: acceptedOf('document'),
}

function acceptedOf(kind: FileKind): string[] {
  const formats = Object.values(fileFormats).filter((each) => each.kind === kind)
  const others = Object.entries(otherEndings).filter(([, name]) => fileFormats[name].kind === kind)
  return [
    ...formats.map(({ ext }) => `.${ext}`),
    ...others.map(([ending]) => `.${ending}`),
    ...formats.map(({ type }) => type),
  ]
}

/** What a file's name ends with, in small letters and without the dot; '' where there is none. */
export const endingOf = (name: string): string => extname(name.trim()).slice(1).toLowerCase()

/** What a name says its file is; `null` where it says nothing that we know. */
export function formatOfName(name: string): FileFormat | null {
  const ending = endingOf(name)
  if (Object.hasOwn(otherEndings, ending)) return fileFormats[otherEndings[ending] as FormatName]
  return Object.hasOwn(fileFormats, ending) ? fileFormats[ending as FormatName] : null
}
