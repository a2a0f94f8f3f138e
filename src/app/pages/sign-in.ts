/** The window an Outlook opens for signing in that hands out no tokens itself. */

import { readConfig } from '../../browser/config';
import { signInHere } from '../../office/sign-in-page';

const { clientId, authority } = await readConfig((...asked) => fetch(...asked));
await signInHere({
  clientId,
  authority,
  redirectUri: `${location.origin}${location.pathname}`,
  onSilence: () => {
    const [title, words] = [document.querySelector('h1'), document.querySelector('p')];
    if (title) title.textContent = 'Outlook does not answer';
    if (words) words.textContent = 'Close this window, and press Sign in again in the pane.';
  },
});
