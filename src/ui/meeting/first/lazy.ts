import { lazily } from '../../parts/Lazy';

/**
 * All that stands around the occurrence in hand comes together, asked for with the first view, which does not wait for
 * it: nobody reads it first, and most of it lies below the fold. Where it cannot come, the first of them says so.
 */
const around = () => import('../around/Around');
export const Banners = lazily(() => around().then((part) => part.Banners), 'quiet');
export const Above = lazily(() => around().then((part) => part.Above), 'accompanying');
export const NoOccurrences = lazily(() => around().then((part) => part.NoOccurrences), 'accompanying');
export const Views = lazily(() => around().then((part) => part.Views), 'accompanying');
export const Noted = lazily(() => around().then((part) => part.Noted), 'accompanying');
export const WhyAndChange = lazily(() => around().then((part) => part.WhyAndChange), 'accompanying');
export const Beforehand = lazily(() => around().then((part) => part.Beforehand), 'accompanying');
export const Evidence = lazily(() => around().then((part) => part.Evidence), 'accompanying');
export const Afterwards = lazily(() => around().then((part) => part.Afterwards), 'accompanying');
export const Gaps = lazily(() => around().then((part) => part.Gaps), 'accompanying');
export const Sums = lazily(() => around().then((part) => part.Sums));
