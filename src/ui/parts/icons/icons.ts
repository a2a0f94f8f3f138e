import add from '@fluentui/svg-icons/icons/add_16_regular.svg';
import refresh from '@fluentui/svg-icons/icons/arrow_clockwise_16_regular.svg';
import undo from '@fluentui/svg-icons/icons/arrow_undo_16_regular.svg';
import check from '@fluentui/svg-icons/icons/checkmark_16_regular.svg';
import settings from '@fluentui/svg-icons/icons/settings_20_regular.svg';

import { drawn } from './drawing';

/** Fluent icons of the first view; outlines do not compress, so only these are loaded at once. */
export const addIcon = drawn(add);
export const refreshIcon = drawn(refresh);
export const settingsIcon = drawn(settings);
export const undoIcon = drawn(undo);
export const checkIcon = drawn(check);
