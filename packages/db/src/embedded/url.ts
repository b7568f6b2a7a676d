/** Address of the database `humuus` of an embedded PostgreSQL, password included. */
export const urlOf = (port: number, password: string): string =>
  `postgresql://humuus:${encodeURIComponent(password)}@127.0.0.1:${port}/humuus`
