/** The address that the QR code opens. */
export const joinLink = (code: string): string => `${location.origin}/s/${code}`
