import add from '@fluentui/svg-icons/icons/add_16_regular.svg';
import refresh from '@fluentui/svg-icons/icons/arrow_clockwise_16_regular.svg';
import download from '@fluentui/svg-icons/icons/arrow_download_16_regular.svg';
import back from '@fluentui/svg-icons/icons/arrow_left_20_regular.svg';
import undo from '@fluentui/svg-icons/icons/arrow_undo_16_regular.svg';
import upload from '@fluentui/svg-icons/icons/arrow_upload_16_regular.svg';
import check from '@fluentui/svg-icons/icons/checkmark_16_regular.svg';
import checkCircle from '@fluentui/svg-icons/icons/checkmark_circle_16_filled.svg';
import chevronDown from '@fluentui/svg-icons/icons/chevron_down_12_regular.svg';
import chevronRight from '@fluentui/svg-icons/icons/chevron_right_12_regular.svg';
import copy from '@fluentui/svg-icons/icons/copy_16_regular.svg';
import dismiss from '@fluentui/svg-icons/icons/dismiss_16_regular.svg';
import edit from '@fluentui/svg-icons/icons/edit_16_regular.svg';
import info from '@fluentui/svg-icons/icons/info_16_regular.svg';
import open from '@fluentui/svg-icons/icons/open_16_regular.svg';
import send from '@fluentui/svg-icons/icons/send_16_filled.svg';
import settings from '@fluentui/svg-icons/icons/settings_20_regular.svg';
import table from '@fluentui/svg-icons/icons/table_16_regular.svg';
import warning from '@fluentui/svg-icons/icons/warning_16_regular.svg';

/** The drawing inside a Fluent icon, without its frame. */
const drawn = (svg: string) => ({
  box: /viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 16 16',
  path: /\bd="([^"]+)"/.exec(svg)?.[1] ?? '',
});

/** The Fluent icons of the pane, by what they stand for. */
export const ICONS = {
  add: drawn(add),
  back: drawn(back),
  check: drawn(check),
  checkCircle: drawn(checkCircle),
  chevronDown: drawn(chevronDown),
  chevronRight: drawn(chevronRight),
  copy: drawn(copy),
  dismiss: drawn(dismiss),
  download: drawn(download),
  edit: drawn(edit),
  info: drawn(info),
  open: drawn(open),
  refresh: drawn(refresh),
  send: drawn(send),
  settings: drawn(settings),
  table: drawn(table),
  undo: drawn(undo),
  upload: drawn(upload),
  warning: drawn(warning),
} as const;

export type IconName = keyof typeof ICONS;
