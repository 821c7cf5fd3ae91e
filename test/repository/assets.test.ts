import { readFileSync } from 'node:fs';
import { lastYearBook, mistakenBook } from '../sample/books';
import { toXlsx } from '../sample/xlsx';

describe('assets', () => {
  it.each([mistakenBook().workbook, lastYearBook()])('$name is what `npm run sample` writes', async (book) => {
    const stored = readFileSync(`assets/${book.name}`);
    expect(Buffer.from(await toXlsx(book)).equals(stored)).toBe(true);
  });
});
