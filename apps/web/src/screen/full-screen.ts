/** Into full screen, or out of it; a browser that refuses leaves things as they are. */
export function toggleFullScreen(): Promise<void> {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  return change.catch(() => undefined)
}
