import type { LocalDate } from '../../domain/time/time';

/** 100 ns steps of .NET's clock between the year 1 and 1970. */
const TICKS_BEFORE_1970 = 621_355_968_000_000_000n;
const TICKS_A_DAY = 864_000_000_000n;

/**
 * The original date that the id of an occurrence carries: midnight of it in .NET ticks, between `51 00 08` and `46`.
 * Undocumented but regular in every published id; used only where `originalStart` is missing. Null where the bytes
 * say anything else (as in the run-length coded `AQMk…` form).
 */
export function dateInId(id: string): LocalDate | null {
  const bytes = bytesOf(id);
  for (let at = 0; at + 12 <= bytes.length; at += 1) {
    if (bytes[at] !== 0x51 || bytes[at + 1] !== 0x00 || bytes[at + 2] !== 0x08 || bytes[at + 11] !== 0x46)
      continue;
    const ticks = bytes.slice(at + 3, at + 11).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    const since = ticks - TICKS_BEFORE_1970;
    if (since <= 0n || since % TICKS_A_DAY !== 0n || since / TICKS_A_DAY > 100_000n) continue;
    return new Date(Number(since / 10_000n)).toISOString().slice(0, 10);
  }
  return null;
}

/** Ids are base64 with `-` and `_`; which stands for `/` differs, and neither occurs in the bytes looked for. */
function bytesOf(id: string): readonly number[] {
  try {
    return [...atob(id.replaceAll('-', '/').replaceAll('_', '+'))].map((letter) => letter.charCodeAt(0));
  } catch {
    return [];
  }
}
