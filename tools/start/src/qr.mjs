/** A QR code in lines of block characters, light on dark. @param {string} text */
export async function qrCode(text) {
  // Only now: before this, the packages may not have been installed.
  const { renderUnicodeCompact } = await import('uqr')
  return renderUnicodeCompact(text, { border: 2 })
}
