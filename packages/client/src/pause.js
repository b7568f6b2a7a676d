/** Waits, but not longer than the signal allows. */
export function pause(ms, signal) {
    return new Promise((resolve) => {
        const done = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', done);
            resolve();
        };
        const timer = setTimeout(done, ms);
        signal?.addEventListener('abort', done, { once: true });
        if (signal?.aborted)
            done();
    });
}
//# sourceMappingURL=pause.js.map