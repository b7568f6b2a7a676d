import type fc from 'fast-check'
import type { FileNews } from '../../file-news.ts'

/** What the laws need to know of a node type to put it to the test. */
export interface NodeArbitraries<Config, Command, Moderation> {
  /** `data` of a step, as the engine has read it from a file. */
  readonly config: fc.Arbitrary<Config>
  /** Mostly what the step takes, now and then what it refuses; `null` where people only watch. */
  act(config: Config): fc.Arbitrary<Command> | null
  /** `null` where there is nothing to moderate. */
  moderation(config: Config): fc.Arbitrary<Moderation> | null
  /** Id of something that may have come in and be used elsewhere; missing where there is no such thing. */
  readonly cardId?: fc.Arbitrary<string>
  /** What may become of a person's first, second … file; missing where people give none. */
  readonly fileNews?: fc.Arbitrary<FileNews>
  /** The same step for those in the hall until the reveal, with everything else changed: solutions, points, explanations. */
  twin(config: Config): Config
}

/** Those of any node type, for code that does not care which. Methods are bivariant, so all fit. */
export type AnyNodeArbitraries = NodeArbitraries<unknown, unknown, unknown>

/** For step types that only show something. */
export const watched = { act: () => null, moderation: () => null } as const
