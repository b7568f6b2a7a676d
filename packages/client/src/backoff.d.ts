/**
 * Ms to wait before trying again, `attempt` counting from 0: twice as long each time, up to 5 s. Up to half of it is chance,
 * so that a server which comes back does not meet everybody at once.
 */
export declare const backoff: (attempt: number) => number;
