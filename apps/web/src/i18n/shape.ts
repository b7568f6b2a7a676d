/**
 * The shape of a set of texts: the same keys, any words. A German file says `satisfies Shape<typeof english>`,
 * so a text that is missing, or left over, does not compile.
 */
export type Shape<Texts> = { readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Shape<Texts[Key]> }
