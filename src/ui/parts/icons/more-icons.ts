import download from '@fluentui/svg-icons/icons/arrow_download_16_regular.svg';
import upload from '@fluentui/svg-icons/icons/arrow_upload_16_regular.svg';
import checkCircle from '@fluentui/svg-icons/icons/checkmark_circle_16_filled.svg';
import chevronDown from '@fluentui/svg-icons/icons/chevron_down_12_regular.svg';
import copy from '@fluentui/svg-icons/icons/copy_16_regular.svg';
import dismiss from '@fluentui/svg-icons/icons/dismiss_16_regular.svg';
import info from '@fluentui/svg-icons/icons/info_16_regular.svg';
import open from '@fluentui/svg-icons/icons/open_16_regular.svg';
import send from '@fluentui/svg-icons/icons/send_16_filled.svg';
import table from '@fluentui/svg-icons/icons/table_16_regular.svg';
import warning from '@fluentui/svg-icons/icons/warning_16_regular.svg';

import { drawn } from './drawing';

/** Fluent icons of the parts that are loaded when they are first shown. */
export const sendIcon = drawn(send);
export const openIcon = drawn(open);
export const copyIcon = drawn(copy);
export const downloadIcon = drawn(download);
export const uploadIcon = drawn(upload);
export const chevronDownIcon = drawn(chevronDown);
export const tableIcon = drawn(table);
export const infoIcon = drawn(info);
export const checkCircleIcon = drawn(checkCircle);
export const dismissIcon = drawn(dismiss);
export const warningIcon = drawn(warning);
