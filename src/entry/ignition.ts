export {
  type Composed,
  type ComposeOptions,
  composeIgnition,
  type Fragment,
} from "../compose/index.js";
