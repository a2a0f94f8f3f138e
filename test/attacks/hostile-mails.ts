import fc from 'fast-check';
import type { ArrivingMail } from '../simulator/graph/simulated-graph';

/** What a receiving server writes, and whether it says that the mail is not from whom it claims to be. */
export const AUTHENTICATION: readonly (readonly [string, boolean])[] = [
  [
    'spf=pass smtp.mailfrom=n.example; dkim=pass header.d=n.example; dmarc=pass action=none; compauth=pass',
    false,
  ],
  ['dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=n.example;', false],
  ['spf=softfail smtp.mailfrom=n.example; dkim=none; dmarc=none', false],
  ['spf=fail smtp.mailfrom=list.example; dkim=pass header.d=n.example; dmarc=pass', false],
  ['spf=fail; dkim=fail; dmarc=fail action=none; compauth=pass reason=130', false],
  ['mx.n.example; dmarc=pass (p=reject dmarc=fail) header.from=n.example', false],
  ['mx.n.example; spf=pass smtp.mailfrom="a;dmarc=fail"@n.example; dmarc=pass', false],
  ['', false],
  [
    'spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=x.example; dkim=none; dmarc=fail action=quarantine',
    true,
  ],
  ['dmarc = FAIL action=none header.from=n.example', true],
  ['mx.n.example 1; dmarc=fail header.from=n.example', true],
  ['spf=pass; dkim=pass; dmarc=pass; compauth=fail reason=001', true],
  ['spf=fail smtp.mailfrom=x.example; dkim=none; dmarc=none', true],
  ['mx.n.example; spf=pass smtp.mailfrom="a;dmarc=pass;compauth=pass"@x.example; dmarc=fail', true],
  ['mx.n.example; dkim=none (a \\) compauth=pass ; dmarc=pass ) ; dmarc=fail', true],
];

export interface HostileMail extends ArrivingMail {
  /** Nothing speaks against its being what it says. */
  readonly honest: boolean;
}

/** Mails in the name of a colleague: from anywhere, in any folder, with any word of the server that received it. */
export const hostileMail = (
  from: string,
  to: string,
  subjects: readonly string[],
): fc.Arbitrary<HostileMail> =>
  fc
    .record({
      folder: fc.constantFrom('inbox' as const, 'deleteditems' as const, 'junkemail' as const),
      sender: fc.option(fc.constantFrom('evil@attacker.example', 'assistant@northwind.example'), {
        nil: null,
      }),
      said: fc.option(fc.constantFrom(...AUTHENTICATION), { nil: null }),
      subject: fc.constantFrom(...subjects),
    })
    .map(({ folder, sender, said, subject }) => ({
      ...{ from, to, subject, folder },
      ...(sender === null ? {} : { sender }),
      ...(said === null ? {} : { authentication: said[0] }),
      honest: folder !== 'junkemail' && sender === null && said?.[1] !== true,
    }));
