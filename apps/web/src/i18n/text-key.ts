import type { Area, Texts } from './texts.ts'

/** A counted text has one key for both of its forms. */
type Uncounted<Name> = Name extends `${infer Base}_one` ? Base : Name extends `${infer Base}_other` ? Base : Name

type KeyOf<A extends Area> = Uncounted<keyof Texts[A] & string>

/** What can be said with these areas at hand: keys of the first as they are, keys of all with their area. */
export type TextKey<First extends Area, All extends Area> = KeyOf<First> | { [A in All]: `${A}:${KeyOf<A>}` }[All]

type Forms<Words, Name extends string> = Words[Extract<keyof Words, Name | `${Name}_one` | `${Name}_other`>]

type TextOf<First extends Area, Key extends string> = Key extends `${infer A extends Area}:${infer Name}`
  ? Forms<Texts[A], Name>
  : Forms<Texts[First], Key>

type IsCounted<First extends Area, Key extends string> = Key extends `${infer A extends Area}:${infer Name}`
  ? Extract<keyof Texts[A], `${Name}_other`>
  : Extract<keyof Texts[First], `${Key}_other`>

type Bare<Blank extends string> = Blank extends `${infer Name}, ${string}` ? Name : Blank

type Blanks<Text> = Text extends `${string}{{${infer Blank}}}${infer Rest}` ? Bare<Blank> | Blanks<Rest> : never

type Names<First extends Area, Key extends string> =
  | Blanks<TextOf<First, Key>>
  | ([IsCounted<First, Key>] extends [never] ? never : 'count')

/** What a text needs to be said: something for every blank, and the count of what is counted; nothing where it has none. */
export type Params<First extends Area, Key extends string> = [Names<First, Key>] extends [never]
  ? []
  : [params: { readonly [Name in Names<First, Key>]: Name extends 'count' ? number : string | number }]
