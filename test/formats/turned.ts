/** Red, green and blue of `#RRGGBB`, 0 to 1. */
export const channelsOf = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);

/** As dark modes turn a colour: light becomes dark, the hue stays. */
export function turned(colour: readonly number[]): readonly number[] {
  const [low, high] = [Math.min(...colour), Math.max(...colour)];
  return colour.map((one) => 1 - high - low + one);
}

export const turnedHex = (hex: string): string =>
  `#${turned(channelsOf(hex))
    .map((one) =>
      Math.round(one * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
