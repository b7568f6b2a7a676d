/** Resolves to the first state, from now on, that the predicate likes. Throws when time is up, on a rejection, when it is closed. */
export function until(watched, predicate, timeoutMs) {
    return new Promise((resolve, reject) => {
        const end = () => {
            clearTimeout(timer);
            unsubscribe();
        };
        const fail = (why) => {
            end();
            reject(new Error(why));
        };
        const look = () => {
            const { state, rejection, isClosed } = watched;
            if (rejection !== null)
                return fail(`the view was refused: ${rejection.code}`);
            if (isClosed)
                return fail('the view was closed');
            if (state === null || !predicate(state))
                return;
            end();
            resolve(state);
        };
        const late = () => fail(`not seen within ${timeoutMs} ms; the view is at version ${watched.state?.version ?? 'none'}`);
        const timer = setTimeout(late, timeoutMs);
        const unsubscribe = watched.changed(look);
        look();
    });
}
//# sourceMappingURL=until.js.map