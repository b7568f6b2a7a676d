const pictures = new Map<string, string>()

/** A small picture of what this page sent, as a `data:` address: shown until the server has made one. */
export const pictureSent = (fileId: string): string | null => pictures.get(fileId) ?? null

/** Twice as wide as it is shown, for phones. */
const width = 240

/** Draws it small, upright; `null` where the browser cannot. It is a few kilobytes, gone with the page. */
export async function rememberPicture(fileId: string, bytes: Blob): Promise<string | null> {
  if (!bytes.type.startsWith('image/')) return null
  const image = await createImageBitmap(bytes, { resizeWidth: width, resizeQuality: 'medium' }).catch(() => null)
  if (image === null) return null
  const canvas = document.createElement('canvas')
  canvas.width = image.width
  canvas.height = image.height
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  const address = canvas.toDataURL('image/jpeg', 0.8)
  pictures.set(fileId, address)
  return address
}
