import { describe, expect, test } from 'vitest';
import { ownerOf } from '../../src/graph/me';

describe('The owner', () => {
  test('is known by every mail address, and by no other kind of address', () => {
    expect(
      ownerOf(
        {
          id: '9B1B',
          displayName: 'Priya Nair',
          mail: 'Priya.Nair@n.example',
          userPrincipalName: 'priya@n.example',
          proxyAddresses: [
            'SMTP:priya.nair@n.example',
            'smtp:pn@n.example',
            'x500:/o=Labs/cn=1',
            'SIP:priya@n.example',
          ],
          otherMails: ['priya@home.example'],
        },
        'UTC',
      ),
    ).toMatchObject({
      key: 'priya.nair@n.example',
      otherAddresses: ['priya.nair@n.example', 'priya@n.example', 'pn@n.example', 'priya@home.example'],
      directoryId: '9B1B',
    });
  });

  test('without a mailbox is still somebody', () => {
    expect(ownerOf({ id: 'x', mail: null }, 'UTC')).toMatchObject({ key: 'id:x', address: '' });
    expect(ownerOf({}, 'UTC')).toBeNull();
  });
});
