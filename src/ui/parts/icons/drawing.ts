/** What is drawn inside the frame of an icon. */
export interface Drawing {
  readonly box: string;
  readonly path: string;
}

/** The drawing of a Fluent icon, taken out of its file. */
export const drawn = (svg: string): Drawing => ({
  box: /viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 16 16',
  path: /\bd="([^"]+)"/.exec(svg)?.[1] ?? '',
});
