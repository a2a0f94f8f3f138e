import { type OccurrenceKey, type SeriesId, seriesOf } from '../../../domain/facts/things/occurrence';

interface KeptMeeting {
  readonly lineage: SeriesId;
  readonly series?: readonly SeriesId[];
  readonly title: string;
}

/** What the meeting of an occasion is called; null where no log of it is kept here. */
export const titlesAmong =
  (kept: readonly KeptMeeting[]) =>
  (occasion: OccurrenceKey): string | null => {
    const series = seriesOf(occasion);
    const meeting = kept.find((one) => one.lineage === series || one.series?.includes(series));
    if (meeting === undefined) return null;
    return meeting.title === '' ? 'a meeting without a title' : `“${meeting.title}”`;
  };
