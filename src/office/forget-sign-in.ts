/** What the sign-in library keeps: accounts, tokens (sealed), and in a cookie the key that seals them. */
const ITS_OWN = /^msal[.|]/;
const KEY_COOKIE = 'msal.cache.encryption';

/**
 * Who was signed in here, and their tokens: of every account, for the list of them is one. Whoever comes back is signed in
 * by Outlook again, or asked once. Works without the library, which need not have been loaded.
 */
export function forgetStoredSignIn(): void {
  for (const storage of [() => localStorage, () => sessionStorage]) {
    try {
      const kept = storage();
      for (const name of Object.keys(kept)) if (ITS_OWN.test(name)) kept.removeItem(name);
    } catch {
      // Denied: nothing was kept either.
    }
  }
  // biome-ignore lint/suspicious/noDocumentCookie: where cookies can be denied, the store of them is not there at all.
  document.cookie = `${KEY_COOKIE}=; Max-Age=0; Path=/; SameSite=None; Secure`;
}
