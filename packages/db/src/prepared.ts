/** Written at the head of a raw statement that is sent so often that its plan should be kept: `/* prepared: name *\/`. */
const mark = /^\/\* prepared: (\w+) \*\//

/** The name under which a connection keeps a statement's plan; none for a statement without the mark. */
export const preparedName = ({ sql }: { readonly sql: string }): string => mark.exec(sql)?.[1] ?? ''

/** False behind a pooler that gives each transaction another connection, told of as Prisma has it: `?pgbouncer=true`. */
export const keepsPlans = (url: string): boolean => !/[?&]pgbouncer=true(&|$)/.test(url)
