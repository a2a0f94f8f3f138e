/**
 * How long anybody is waited for, in ms. Whoever is asked and may never answer stands here, and `test/patience` has a
 * partner for each that never does. What comes over the network through Graph has limits of its own (`graph/client/transport`),
 * and code that is loaded later the one of webpack.config.js (`chunkLoadTimeout`).
 */
export const LIMITS = {
  /** Office.js, and Outlook behind it, at the opening. */
  outlookReady: 8_000,
  /** One question about the open item. */
  outlookAnswer: 6_000,
  /** A message or a window that Outlook is to show. */
  outlookShows: 8_000,
  /** A token without a window. */
  token: 10_000,
  /** A person in the window of a sign-in, who may look for a telephone. */
  signingIn: 5 * 60_000,
  /** The browser's database, before it says that it opens, upgrades or is held by another pane. */
  database: 8_000,
  /** Another log in this browser that is asked whose it is. */
  otherLog: 3_000,
  /** Whether a lock is free. */
  lock: 5_000,
  /** Another pane that holds one, and is at work. */
  otherPane: 2 * 60_000,
  /** A file that the person chose, which may first have to come from the cloud. */
  file: 60_000,
  /** `config.json`, beside the page. */
  config: 10_000,
} as const;
