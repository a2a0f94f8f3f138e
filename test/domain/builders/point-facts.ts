import type { Point, PointMail, PointStep } from '../../../src/domain/facts/decided/point';
import { MARCUS, utc } from './readings';

/** A question for Marcus, raised on Mon 2 Nov. */
export const point = (number: number, more: Partial<Point> = {}): Point => ({
  ...{ kind: 'point', id: `p${number}`, recordedAt: utc('2026-11-02T09:00'), series: 'daily' },
  ...{ occurrence: null, number, text: `Point ${number}`, sort: 'question', person: MARCUS },
  raisedAt: utc('2026-11-02T09:00'),
  ...more,
});

export const pointStep = (
  of: string,
  step: PointStep['step'],
  at: string,
  more: Partial<PointStep> = {},
): PointStep => ({
  ...{ kind: 'point-step', id: `${step} ${of} ${at}`, recordedAt: utc(at), series: 'daily', point: of },
  ...{ person: MARCUS, step, occurrence: null, words: '', at: utc(at) },
  ...more,
});

export const pointMail = (
  points: readonly string[],
  called: readonly string[],
  at: string,
  more: Partial<PointMail> = {},
): PointMail => ({
  ...{ kind: 'point-mail', id: `mail ${at}`, recordedAt: utc(at), series: 'daily' },
  ...{ occurrence: `daily/${at.slice(0, 10)}`, mailKey: `key ${at}`, step: 'sent', to: [MARCUS] },
  ...{ subject: '', bodyHash: '', points, called, sentAt: utc(at), messageId: null },
  ...more,
});
