const firstMs = 100;
const longestMs = 5_000;
/**
 * Ms to wait before trying again, `attempt` counting from 0: twice as long each time, up to 5 s. Up to half of it is chance,
 * so that a server which comes back does not meet everybody at once.
 */
export const backoff = (attempt) => Math.min(longestMs, firstMs * 2 ** attempt) * (0.5 + Math.random() / 2);
//# sourceMappingURL=backoff.js.map