import type { Saying } from '../../domain/facts/entered/check-in';
import type { MarkName } from './tile';

/** The four answers to what happened: the shape of each, and its name. */
export const SAID: Readonly<Record<Saying, readonly [MarkName, name: string]>> = {
  'we-met': ['met', 'We met'],
  'nobody-joined': ['nobody', 'Nobody joined'],
  'agreed-to-skip': ['away', 'Agreed to skip'],
  'i-was-not-there': ['away', 'I was not there'],
};
