/** What was typed into the page while it was only HTML, before React took its place. */
export const typedAhead = (): string => {
  const fields = document.querySelectorAll<HTMLInputElement>('[data-first-frame] input')
  return [...fields].map(({ value }) => value).join('')
}
