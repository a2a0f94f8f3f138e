/** A paragraph, line by line. */
export type LetterPart = readonly string[];

/** A mail of plain paragraphs, before a person reads and edits it. */
export interface Letter {
  readonly subject: string;
  readonly parts: readonly LetterPart[];
}

export const letterText = ({ parts }: Letter): string => parts.map((lines) => lines.join('\n')).join('\n\n');
