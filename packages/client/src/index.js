export { backoff } from "./backoff.js";
export { connect } from "./connect.js";
export { newDevice } from "./device.js";
export { pause } from "./pause.js";
export { rejectionOf } from "./rejection-of.js";
//# sourceMappingURL=index.js.map