import { describe, expect, test } from 'vitest';
import { BY_HAND } from '../../simulator/graph/conformance/offences';
import { GRAPH, ownerGraph } from '../owner-graph';

type Simulated = ReturnType<typeof ownerGraph>['simulated'];

/** The ids of a mail of the owner's: as Outlook gives it (moving with its folder), and the lasting one. */
async function idsOf(simulated: Simulated, words: string) {
  const ask = async (prefer: Record<string, string>) => {
    const url = `${GRAPH}/me/messages?$top=200&$select=id,subject`;
    const headers = { [BY_HAND]: 'test', Authorization: 'Bearer x', ...prefer };
    const { value } = (await (await simulated.answer(new Request(url, { headers }))).json()) as {
      value: { id: string; subject: string }[];
    };
    return value.find(({ subject }) => subject.includes(words))?.id ?? '';
  };
  return { outlook: await ask({}), lasting: await ask({ Prefer: 'IdType="ImmutableId"' }) };
}

/** As Outlook writes ids: the letters that Graph has others for. */
const asOutlook = (id: string) => id.replaceAll('-', '/').replaceAll('_', '+');

describe('The message that is open in Outlook', () => {
  test('is read by the id Outlook gives, and is the same message that a look at the mailbox finds', async () => {
    const { graph, simulated } = ownerGraph();
    const { outlook, lasting } = await idsOf(simulated, 'Declined: Atlas');
    const mail = await graph.readMail(asOutlook(outlook));
    expect(mail).toMatchObject({ id: lasting, mail: 'declined', from: { name: 'Marcus Hale' } });
    const found = await graph.readNoticeMails(0);
    expect(found).toContainEqual(mail);
  });

  test.each([{ goneEvent: 'error-500' }, { goneEvent: 'null' }, { derivedSelect: 'refused' }] as const)(
    'is read where Graph behaves like %j',
    async (habits) => {
      const { graph, simulated } = ownerGraph({ habits });
      const { outlook } = await idsOf(simulated, 'Canceled: Priya');
      const mail = await graph.readMail(outlook);
      expect(mail).toMatchObject({ mail: 'cancellation' });
    },
  );

  test.each(['', 'AAMkAGplainmail=', 'nonsense'])('is none where no mail has the id "%s"', async (id) => {
    const { graph } = ownerGraph();
    expect(await graph.readMail(id)).toBeNull();
  });

  test('says that it may not be read where mail may not be read', async () => {
    const { graph } = ownerGraph({ scopes: ['User.Read', 'Calendars.Read'] });
    await expect(graph.readMail('AAMkAG=')).rejects.toMatchObject({ kind: 'not-permitted' });
  });
});
