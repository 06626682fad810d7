// Loaded on the static pages of accounts.
import { offerPasskeys } from "./passkeys.js";

offerPasskeys();
