import { Button } from '../../parts/controls/Button';
import { chevronDownIcon } from '../../parts/icons/more-icons';
import { Menu } from '../../parts/menu/Menu';
import { CHANGES } from '../../state/check-in/changes';
import type { AboutCheckIn } from '../about';

/** Beside what was said: why the record says so, and the ways to change it. What they open comes below. */
export const WhyAndChange = ({ state, occurrence, checkIn: { why, changing } }: AboutCheckIn) => (
  <>
    <Button
      look="subtle"
      small
      icon={chevronDownIcon}
      expanded={why.value}
      onPress={() => {
        why.value = !why.value;
      }}
    >
      Why?
    </Button>
    <Menu
      name="Change"
      look="subtle"
      small
      items={CHANGES}
      onChoose={(change) => {
        // Another meeting may begin meanwhile: this one stays in hand.
        state.choose(occurrence.key);
        changing.value = change;
      }}
    />
  </>
);
