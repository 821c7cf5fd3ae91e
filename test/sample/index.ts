import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastYearBook, mistakenBook } from './books';
import { toXlsx } from './xlsx';

/** Writes the sample workbooks to assets/, where the product and its visitors find them. */
async function writeSamples(): Promise<void> {
  for (const book of [mistakenBook().workbook, lastYearBook()]) {
    await writeFile(join('assets', book.name), await toXlsx(book));
  }
}

void writeSamples();
