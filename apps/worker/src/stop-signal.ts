/** Resolves when the process is asked to stop: by a signal, or because the launcher that started it is gone. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(event, () => resolve())
    // Gone before anybody listened.
    if (process.connected === false) resolve()
  })
}
