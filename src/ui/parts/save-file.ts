/** Long enough for the browser to have taken the file. */
const KEPT = 60_000;

/** Hands a file to the browser as a download. */
export function saveFile(
  name: string,
  { bytes, mime }: { readonly bytes: Uint8Array; readonly mime: string },
): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
