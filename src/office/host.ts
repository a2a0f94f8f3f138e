/** What the pane learns about the Outlook it lives in. */
export interface Outlook {
  /** Primary address of the mailbox the pane is in. */
  readonly mailbox: string;
  readonly name: string;
  /** IANA or Windows name, as Outlook says it; empty when unknown. */
  readonly zone: string;
  readonly signsInByOutlook: boolean;
  /** A key prefix for storage where the host asks for one (partitioned frames). */
  readonly partition: string;
}

/**
 * Waits for Office.js, which the page loads `async`, and then for Outlook. Null when the page is not inside
 * Outlook. Never settles late without a word: `onSilence` is called once when nothing happened for `limit` ms,
 * and the promise still resolves if Outlook answers after that (onReady may never settle: office-js#6148).
 */
export async function findOutlook(outside: {
  readonly limit: number;
  readonly onSilence: () => void;
}): Promise<Outlook | null> {
  const silence = setTimeout(outside.onSilence, outside.limit);
  try {
    if (!(await officeScript())) return null;
    const ready = await Office.onReady();
    if (ready.host !== Office.HostType.Outlook || Office.context.mailbox === undefined) return null;
    const { userProfile } = Office.context.mailbox;
    return {
      mailbox: userProfile.emailAddress.toLowerCase(),
      name: userProfile.displayName,
      zone: userProfile.timeZone ?? '',
      signsInByOutlook: Office.context.requirements.isSetSupported('NestedAppAuth', '1.1'),
      partition: (Office.context as { partitionKey?: string }).partitionKey ?? '',
    };
  } finally {
    clearTimeout(silence);
  }
}

/** False when the script could not be loaded at all (blocked, offline). */
function officeScript(): Promise<boolean> {
  if ('Office' in globalThis) return Promise.resolve(true);
  const script = document.querySelector<HTMLScriptElement>('script[src*="office.js"]');
  if (script === null) return Promise.resolve(false);
  return new Promise((resolve) => {
    const settle = () => resolve('Office' in globalThis);
    script.addEventListener('load', settle);
    script.addEventListener('error', settle);
    // The script may have come and gone between the two lines above.
    if ('Office' in globalThis) settle();
  });
}
