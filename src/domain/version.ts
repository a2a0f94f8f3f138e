/** Version of the definitions that outcomes and measures follow; every export states it. */
export const DEFINITIONS_VERSION = '2';

/** What the record is for; every export states it. */
export const PURPOSE =
  'A record of what happened to these meetings, kept by its owner to prevent missed meetings and to tell people what was decided. It is not an assessment of any person.';
