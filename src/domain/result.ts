/** What a function gives back that can be refused for expected reasons: bad input, a bad line. */
export type Result<Value, Fault> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: Fault };

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });
export const fail = <Fault>(fault: Fault): { ok: false; fault: Fault } => ({ ok: false, fault });
