/** The address that a QR code opens. */
export const joinLink = (code: string): string => `${location.origin}/s/${code}`

/** The address of the projector's page; its key stays in the fragment, which no request carries. */
export const screenLink = (sessionId: string, screenKey: string | null): string =>
  `/screen/${sessionId}${screenKey === null ? '' : `#${screenKey}`}`
