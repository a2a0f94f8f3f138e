import { createSieve } from '../domain/sieve';
import { Trouble } from '../domain/trouble';
import { erasePerson, planErasing } from '../tasks/forget';
import type { KeeperDesk } from '../ui/state/keeper-desk';
import { type House, showAgain } from './house';
import { forgetScene } from './snapshot';

/** Forgetting and looking after the log. */
export function createKeeperDesk(house: House): KeeperDesk {
  const { ports, stage } = house;
  const owner = () => {
    const { owner: self } = stage.scene();
    if (self === null) throw new Trouble('not-found', 'owner of the log');
    return self;
  };
  return {
    planErasing: (person) => planErasing(ports, owner(), person),
    erase: async (person, role) => {
      await erasePerson(ports, owner(), person, role);
      const { mentions } = createSieve(await ports.ledger.limits());
      house.drafts.forget(mentions);
      forgetScene();
      const { message, kept } = stage.scene();
      stage.show({
        message: mentions(message) ? null : (message ?? null),
        kept: kept.filter((one) => !mentions(one.title)),
        done: `${person.name} was erased from this log.`,
      });
      await showAgain(house);
    },
  };
}
