/** Hands a text to the person as a file of their own. */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the text by then.
  setTimeout(() => URL.revokeObjectURL(address), 1_000)
}
