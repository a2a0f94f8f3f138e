import type { Promised, PromiseStep } from '../../../src/domain/facts/decided/promise';
import { MARCUS, utc } from './readings';

/** What Marcus said on Mon 2 Nov he would do by Thu 12 Nov. */
export const promised = (id: string, more: Partial<Promised> = {}): Promised => ({
  ...{ kind: 'promise', id, recordedAt: utc('2026-11-02T09:00'), text: `Promise ${id}`, whose: MARCUS },
  ...{ by: '2026-11-12', saidAt: utc('2026-11-02T09:00') },
  ...more,
});

export const promiseStep = (
  of: string,
  step: PromiseStep['step'],
  at: string,
  more: Partial<PromiseStep> = {},
): PromiseStep => ({
  ...{ kind: 'promise-step', id: `${step} ${of} ${at}`, recordedAt: utc(at), promise: of, whose: MARCUS },
  ...{ step, at: utc(at) },
  ...more,
});
