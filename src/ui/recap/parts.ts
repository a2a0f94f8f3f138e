/** Writing a recap and how it stands: loaded together, so that nothing has to come while one is being sent. */
export { RecapEditor } from './RecapEditor';
export { RecapStanding } from './RecapStanding';
