import { randomBytes, randomUUID } from 'node:crypto';
/** A device nobody has seen before. */
export const newDevice = () => ({
    deviceId: randomUUID(),
    secret: randomBytes(32).toString('base64url'),
});
//# sourceMappingURL=device.js.map