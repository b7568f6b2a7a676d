import { wireVersion, wireVersionName } from '@humuus/api/wire';
import { createTRPCClient, httpLink } from '@trpc/client';
import { apiAddress } from "./address.js";
import { Client } from "./client.js";
import { newDevice } from "./device.js";
import { httpTransport } from "./http-transport.js";
import { isPassing, rejectionOf } from "./rejection-of.js";
import { untilAnswered } from "./until-answered.js";
import { webSocketTransport } from "./web-socket-transport.js";
const transports = { websocket: webSocketTransport, http: httpTransport };
/** Signs a device in. Throws when the server cannot be reached in time, or refuses (`rejectionOf` tells why). */
export async function connect(options) {
    const { url, device = newDevice(), transport = 'websocket', withinMs = 10_000 } = options;
    const address = apiAddress(url);
    const { userId, token } = await signIn(address.http, device, withinMs).catch((error) => {
        throw rejectionOf(error) === null ? new Error(`${url} cannot be reached`, { cause: error }) : error;
    });
    const open = transports[transport];
    return new Client({ device, userId, transport: open(address[transport], token) });
}
async function signIn(url, device, withinMs) {
    const headers = { [wireVersionName]: String(wireVersion) };
    const trpc = createTRPCClient({ links: [httpLink({ url, headers })] });
    let trouble = new Error('no answer in time');
    const ask = async (signal) => {
        try {
            return { account: await trpc.auth.device.mutate({ ...device, delivery: 'bearer' }, { signal }) };
        }
        catch (error) {
            if (!signal.aborted)
                trouble = error;
            const rejection = rejectionOf(error);
            return rejection === null || isPassing(rejection) ? null : { refused: error };
        }
    };
    const answer = await untilAnswered(ask, { withinMs, signal: new AbortController().signal });
    if (answer === null)
        throw trouble;
    if ('refused' in answer)
        throw answer.refused;
    if (answer.account.token === null)
        throw new Error('the server gave no token');
    return { userId: answer.account.userId, token: answer.account.token };
}
//# sourceMappingURL=connect.js.map