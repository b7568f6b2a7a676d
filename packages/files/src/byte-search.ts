/** Bytes as text in which each character is one byte, so that patterns can look for them. */
export const asText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

export const startsWith = (bytes: Uint8Array, text: string): boolean => asText(bytes.subarray(0, text.length)) === text
