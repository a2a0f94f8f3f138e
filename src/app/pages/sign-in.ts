/** The window an Outlook opens for signing in that hands out no tokens itself. */
import { signInHere } from '../../office/sign-in-page';
import { readConfig } from '../config';

const { clientId, authority } = await readConfig((...asked) => fetch(...asked));
await signInHere({ clientId, authority, redirectUri: `${location.origin}${location.pathname}` });
