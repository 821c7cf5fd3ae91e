/** How long the browser may take to fetch what it was handed, in milliseconds. */
const KEPT = 60_000;

/** Hands a file to the user, as a download. */
export function saveFile(name: string, data: BlobPart, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([data], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}
