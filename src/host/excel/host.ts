import type { Host } from '../host';
import { newChangeFeed } from './changes';
import { markCells } from './mark';
import { writeOwnSheet } from './own-sheet';
import { readWorkbook } from './read';
import { revealCell } from './reveal';
import { withExcel } from './run';
import { readSelection } from './selection';
import { newSitting } from './sitting';
import { writeEdits } from './write';

/**
 * The workbook that is open in Excel, through Office.js. Reading takes two round trips, whatever the number of
 * sheets; after a reading, marking takes one, writing takes one and making a sheet takes one.
 */
export function createExcelHost(): Host {
  const sitting = newSitting();
  const changes = newChangeFeed(sitting.own);
  let last: Promise<unknown> = Promise.resolve();

  /** One thing after the other: an operation relies on what the one before it left. */
  const inTurn = <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> => {
    const turn = last.then(() => withExcel(batch));
    last = turn.catch(() => undefined);
    return turn;
  };

  changes.listen(() => {
    sitting.calm = false;
  });

  return {
    read: () => inTurn((context) => readWorkbook(context, sitting, changes)),
    write: (edits, memory) => inTurn((context) => writeEdits(context, sitting, edits, memory)),
    mark: (marks) => inTurn((context) => markCells(context, sitting, marks)),
    reveal: (cell) => inTurn((context) => revealCell(context, cell)),
    selection: () => inTurn(readSelection),
    writeSheet: (sheet, memory) => inTurn((context) => writeOwnSheet(context, sitting, sheet, memory)),
    onChange: (listener) => {
      const stop = changes.listen(listener);
      if (!changes.isSubscribed()) void subscribe().catch(() => undefined);
      return stop;
    },
  };

  /** If Excel is busy now, the next reading subscribes. */
  async function subscribe(): Promise<void> {
    await inTurn(async (context) => {
      const subscription = changes.subscribe(context);
      await context.sync();
      subscription.confirm();
    });
  }
}
