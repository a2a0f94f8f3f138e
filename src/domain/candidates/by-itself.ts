/** A line that goes on from the one before it, as a log writes what did not fit. */
const GOES_ON = /^\s*(?:…|\.{2,})/;
/** Asks, or only leads to what comes below. */
const NOT_ENDED = /[?？:：]["'”»)\s]*$/u;
/** Tells of what was settled at another time. */
const EARLIER =
  /(?<!\p{L})(?:last (?:week|time|meeting|month|year)|previously|yesterday|a ?while ago|letzte woche|letztes mal|gestern|damals|la semaine dernière|la dernière fois|hier|la semana pasada|la última vez|ayer)(?!\p{L})/iu;
/** Tells that something was talked about, or was not. */
const TALKED =
  /^\W{0,6}(?:discussed|reviewed|presented)\b|\b(?:no time|could not|couldn't|not)(?: \w+){0,2} discuss/i;
/** One person holds with something; `agreed to` says what they will do, and all are not one. */
const ONE_HOLDS =
  /^[^\p{L}]{0,6}(?!All|Both|Every|Group|Team|They|We)\p{Lu}\p{L}{1,30} agree[ds] that(?!\p{L})/u;
const THINKS =
  /^[^\p{L}]{0,6}(?:so,? )?(?:i think|i believe|i'm just|i am just)(?!\p{L})(?!,? (?:that )?(?:we all|everyone|the consensus))/iu;
const LINK = /https?:\/\/\S+/g;

/**
 * Whether a passage can be read by itself as what was settled there. What cannot is offered all the same, and is never
 * *likely* (16): whoever reads three quotes should meet three that say something. `settled`: words of a decision are in it.
 */
export function saysByItself(quote: string, settled: boolean): boolean {
  if (NOT_ENDED.test(quote) || TALKED.test(quote) || EARLIER.test(quote)) return false;
  if (ONE_HOLDS.test(quote) || THINKS.test(quote)) return false;
  if (GOES_ON.test(quote) && !settled) return false;
  return /\p{L}{2}/u.test(quote.replace(LINK, ''));
}
