import { backoff } from "./backoff.js";
import { pause } from "./pause.js";
/** One attempt may take this long; then the connection counts as dead and the next begins. */
const attemptMs = 5_000;
/**
 * Asks again, with growing pauses, until there is an answer; `null` when there was none in time. An attempt that throws or
 * resolves to `null` got none.
 */
export async function untilAnswered(ask, { withinMs, signal }) {
    const end = performance.now() + withinMs;
    for (let attempt = 0; !signal.aborted; attempt++) {
        const left = end - performance.now();
        if (left <= 0)
            return null;
        const answer = await within(Math.min(attemptMs, left), signal, (given) => ask(given, attempt));
        if (answer !== null)
            return answer;
        await pause(Math.min(backoff(attempt), Math.max(0, end - performance.now())), signal);
    }
    return null;
}
/** One attempt, given up after `ms` or when the outer signal aborts. */
function within(ms, outer, ask) {
    const giveUp = new AbortController();
    const abort = () => giveUp.abort();
    const timer = setTimeout(abort, ms);
    outer.addEventListener('abort', abort, { once: true });
    const givenUp = new Promise((resolve) => {
        giveUp.signal.addEventListener('abort', () => resolve(null), { once: true });
    });
    return Promise.race([ask(giveUp.signal).catch(() => null), givenUp]).finally(() => {
        clearTimeout(timer);
        outer.removeEventListener('abort', abort);
    });
}
//# sourceMappingURL=until-answered.js.map