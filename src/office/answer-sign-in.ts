import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

/** Hands what the sign-in page put into this page's address to the pane, over a broadcast channel. */
export const answerSignIn = (): Promise<void> => broadcastResponseToMainFrame();
