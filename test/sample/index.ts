import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lastYearBook, mistakenBook } from './books';
import { toXlsx } from './xlsx';

const assets = new URL('../../assets/', import.meta.url);
for (const book of [mistakenBook().workbook, lastYearBook()]) {
  const path = fileURLToPath(new URL(book.name, assets));
  await writeFile(path, await toXlsx(book));
  process.stderr.write(`${path}\n`);
}
