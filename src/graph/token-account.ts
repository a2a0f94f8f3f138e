import type { Account } from '../domain/facts/things/account';
import { Trouble } from '../domain/trouble';
import { openChain } from './client/ask';
import { withToken } from './client/authorize';
import { troubleOfAnswer, unreadable } from './client/errors';
import { fieldsOf, type Json, parsed } from './client/json';
import { type AccountCheck, type Bearer, type Outside, queryText } from './client/outside';
import { CALLS } from './client/permissions';
import { ownerOf } from './me';

const ME = CALLS.me;
const ASKED = `${ME.path}?${queryText({ $select: 'id,displayName,mail,userPrincipalName,otherMails,proxyAddresses' })}`;

/** A pane that stays open gets new tokens by the hour; nobody needs to know whose the old ones were. */
const MOST_KNOWN = 32;

/**
 * Outlook can hand out a token of another account than the one whose mailbox is open (msal-browser#7356), and another
 * one from one moment to the next. So nothing is believed of a session: each token is asked whose it is before it is used
 * for anything else, and what was found belongs to that token alone.
 */
export function createAccountCheck(outside: Outside): AccountCheck {
  const ask = openChain(outside, []);
  const known = new Map<string, Promise<Json | Response>>();

  const askWith = async (bearer: Bearer): Promise<Json | Response> => {
    const headers = { Authorization: `Bearer ${bearer.token}` };
    const { graphRequest, response, text } = await ask({ call: ME }, ASKED, headers);
    // With its words: whoever asked may have to say why it was refused.
    if (response.status === 401) return new Response(text, { status: 401, headers: response.headers });
    // A token that may do what it is for and not that: another one of the same account says who it is.
    if (response.status === 403 && bearer.account !== null) {
      const other = await outside.token([ME.scope]);
      if (other.account === bearer.account && other.token !== bearer.token) return whose(other);
    }
    if (!response.ok) throw troubleOfAnswer(response, text, graphRequest);
    const me = fieldsOf(parsed(text));
    if (me === null) throw unreadable(graphRequest, 'no JSON object');
    return me;
  };

  const whose = (bearer: Bearer): Promise<Json | Response> => {
    const before = known.get(bearer.token);
    if (before !== undefined) return before;
    const asked = askWith(bearer);
    known.set(bearer.token, asked);
    const forget = () => void known.delete(bearer.token);
    asked.then((said) => said instanceof Response && forget(), forget);
    const [oldest] = known.size > MOST_KNOWN ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return asked;
  };

  const ours = async (said: Json | Response): Promise<Json | Response> => {
    if (said instanceof Response) return said;
    const account: Account | null = ownerOf(said, outside.browserZone);
    if (account === null) throw unreadable({ call: ME }, 'neither id nor address');
    if (!(await outside.isOurs(account))) throw new Trouble('wrong-account', 'sign-in');
    return said;
  };

  return {
    check: async (bearer) => ours(await whose(bearer)),
    me: async () => {
      const said = await withToken(outside.token, [ME.scope], async (bearer) => ours(await whose(bearer)));
      if (said instanceof Response) throw troubleOfAnswer(said, '', { call: ME, signal: undefined });
      return said;
    },
  };
}
