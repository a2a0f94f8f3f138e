/** The window an Outlook opens for signing in that hands out no tokens itself. */

import { readConfig } from '../../browser/config';
import { signInHere } from '../../office/sign-in-page';

const { clientId, authority } = await readConfig((...asked) => fetch(...asked));
await signInHere({ clientId, authority, redirectUri: `${location.origin}${location.pathname}` });
