const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** True for the text form of a UUID; PostgreSQL throws on anything else where we want to say "unknown". */
export const isUuid = (text: string): boolean => form.test(text)
