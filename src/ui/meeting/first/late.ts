import { lazily } from '../../parts/Lazy';

/**
 * All that stands around the occurrence in hand comes together, asked for with the first view, which does not wait for
 * it: nobody reads it first, and most of it lies below the fold.
 */
const around = () => import('../around/Around');
export const Banners = lazily(() => around().then((part) => part.Banners), 'quiet');
export const MessageLine = lazily(() => around().then((part) => part.MessageLine), 'quiet');
export const Beforehand = lazily(() => around().then((part) => part.Beforehand), 'quiet');
export const Evidence = lazily(() => around().then((part) => part.Evidence), 'quiet');
export const Afterwards = lazily(() => around().then((part) => part.Afterwards), 'quiet');
export const Gaps = lazily(() => around().then((part) => part.Gaps), 'quiet');
export const Sums = lazily(() => around().then((part) => part.Sums));
