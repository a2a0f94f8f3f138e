import { NOTICE_BINS, type NoticeBin } from '../../domain/measure/notice-bins';
import { NOTICE_BIN_NAMES } from '../words/trend';

interface NoticeBinsProps {
  readonly bins: Readonly<Record<NoticeBin, number>>;
}

const WIDTH = 100;

/** How long before the start cancellations were known. */
export function NoticeBins({ bins }: NoticeBinsProps) {
  const most = Math.max(...NOTICE_BINS.map((bin) => bins[bin]));
  if (most === 0) return null;
  return (
    <div class="chart">
      <h3>How much notice there was</h3>
      <ul class="bins">
        {NOTICE_BINS.map((bin) => (
          <li key={bin}>
            <span class="bin-name">{NOTICE_BIN_NAMES[bin]}</span>{' '}
            <svg
              class="bin-bar"
              viewBox={`0 0 ${WIDTH} 10`}
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              <rect class="part cancelled" x="0" y="0" width={(bins[bin] / most) * WIDTH} height="10" />
            </svg>{' '}
            <span class="bin-count">{bins[bin]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
