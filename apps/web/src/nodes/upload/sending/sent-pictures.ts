const pictures = new Map<string, string>()

/** What this page sent, as an address to draw it from: shown until the server has made one. */
export const pictureSent = (fileId: string): string | null => pictures.get(fileId) ?? null

/** Remembers what a browser can draw; it is a few pictures, gone with the page. */
export function rememberPicture(fileId: string, bytes: Blob, type: string): string | null {
  if (!type.startsWith('image/') || /hei[cf]/.test(type)) return null
  const address = URL.createObjectURL(bytes)
  pictures.set(fileId, address)
  return address
}
