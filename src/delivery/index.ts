export { checkPlatform } from "./check.js";
export { pointerConfig } from "./envelope.js";
export { type DeliveryOptions, type DeliveryPlan, planDelivery } from "./plan.js";
export { userDataBytes } from "./size.js";
