import type { QuoteCandidate } from '../src/domain/candidates/candidate';

export function extract(input: {
  readonly text: string;
}): readonly (QuoteCandidate & { readonly time?: number; readonly speaker?: string })[];
