import { guid, scatter } from '../telling';
import type { LocalDate } from '../time';

/** What an Exchange id says to somebody who can read it. */
export interface ItemId {
  /** Whose mailbox it belongs to, as a hash. */
  box: string;
  /** Which item it names, as a hash. */
  item: string;
  /** The midnight of the original date, which every id of an occurrence carries. */
  date: LocalDate | null;
  immutable: boolean;
}

export interface Mint {
  box: string;
  item: string;
  date?: LocalDate | null;
  /** A mutable id changes with the folder. */
  folder: string;
  immutable: boolean;
}

const MUTABLE = [0x00, 0x03, 0x24, 0x00];
const IMMUTABLE = [0x00, 0x09, 0x00, 0x2e];
const OCCURRENCE = [0x01, 0x51, 0x00, 0x08];
const ENTRY = [0x46, 0x00, 0x00, 0x00, 0x00];
/** .NET counts 100 ns from the year 1. */
const TICKS_AT_1970 = 621355968000000000n;

const bytesOf = (text: string): number[] =>
  scatter(text).flatMap((part) => [part >>> 24, (part >>> 16) & 255, (part >>> 8) & 255, part & 255]);

const hexOf = (bytes: readonly number[]) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const boxHash = (person: string): string => guid(`mailbox ${person}`);
export const itemHash = (item: string): string => hexOf(bytesOf(`item ${item}`));

function ticksOf(date: LocalDate): number[] {
  const ticks = BigInt(Date.parse(`${date}T00:00:00Z`)) * 10_000n + TICKS_AT_1970;
  return [...Array(8).keys()].map((place) => Number((ticks >> BigInt(8 * (7 - place))) & 255n));
}

function dateOf(bytes: readonly number[]): LocalDate {
  const ticks = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return new Date(Number((ticks - TICKS_AT_1970) / 10_000n)).toISOString().slice(0, 10);
}

/** Exchange writes `-` for `/` and `_` for `+`, and keeps the padding. */
const encode = (bytes: readonly number[]) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('/', '-')
    .replaceAll('+', '_');

/**
 * An id made from what it names: an occurrence's from its series and original date, so that it survives a move of
 * the occurrence, as real ids do.
 */
export function mintId(mint: Mint): string {
  const known = JSON.stringify([mint.box, mint.item, mint.date ?? null, mint.folder, mint.immutable]);
  const id = minted.get(known) ?? freshId(mint);
  minted.set(known, id);
  return id;
}

/** The same few thousand ids are asked for again and again. */
const minted = new Map<string, string>();

function freshId({ box, item, date, folder, immutable }: Mint): string {
  const name = [...boxHash(box)].map((letter) => letter.charCodeAt(0));
  const place = immutable ? Array<number>(8).fill(0) : bytesOf(`folder ${folder}`).slice(0, 8);
  const when = date === undefined || date === null ? [] : [...OCCURRENCE, ...ticksOf(date)];
  return encode([
    ...(immutable ? IMMUTABLE : MUTABLE),
    ...name,
    ...when,
    ...ENTRY,
    ...place,
    ...bytesOf(`item ${item}`),
  ]);
}

/** Reads an id, or null for anything that was never minted. */
export function readId(id: string): ItemId | null {
  if (!/^[A-Za-z0-9_-]+=*$/.test(id)) return null;
  let text: string;
  try {
    text = atob(id.replaceAll('-', '/').replaceAll('_', '+'));
  } catch {
    return null;
  }
  const bytes = [...text].map((letter) => letter.charCodeAt(0));
  const recurring = bytes.length === 81;
  if (!recurring && bytes.length !== 69) return null;
  const head = hexOf(bytes.slice(0, 4));
  if (head !== hexOf(MUTABLE) && head !== hexOf(IMMUTABLE)) return null;
  return {
    box: String.fromCharCode(...bytes.slice(4, 40)),
    item: hexOf(bytes.slice(-16)),
    date: recurring ? dateOf(bytes.slice(44, 52)) : null,
    immutable: head === hexOf(IMMUTABLE),
  };
}
