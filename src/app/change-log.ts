import { formatCell } from '../workbook/address';
import type { CellEdit } from '../workbook/edit';
import type { Finding } from '../check/finding';
import type { RepairRow } from './assistant';

/** A change that was written to the workbook, and why. */
export interface RecordedChange {
  readonly edit: CellEdit;
  /** One Chinese sentence or more. */
  readonly reason: string;
}

/** One write, as it is taken down. */
export interface Write {
  readonly edits: readonly CellEdit[];
  /** Why it was made, where that was not offered before. */
  readonly otherwise?: string;
  /** What the workbook remembered before it; left out where it did not touch that. */
  readonly memory?: string | null;
  /** It made or renewed a sheet of ours: no change of the user's own cells. */
  readonly ownSheet?: true;
}

/** What is needed to take a write back. */
export interface LastWrite {
  readonly edits: readonly CellEdit[];
  readonly memory?: string | null;
}

/** The changes of a sitting, in writes that can be taken back one by one, the last one first. */
export interface ChangeLog {
  /** Remembers why a change would be made that the user is shown; what was shown before is forgotten. */
  offerCorrections(findings: readonly Finding[]): void;
  offerRepair(rows: readonly RepairRow[]): void;
  record(write: Write): void;
  lastWrite(): LastWrite | null;
  dropLastWrite(): void;
  /** All changes of the user's cells that stand, the first one first. */
  changes(): readonly RecordedChange[];
}

const BY_HAND = '由使用者指定';

/** A log without any change. */
export function createChangeLog(): ChangeLog {
  const writes: (LastWrite & { readonly changes: readonly RecordedChange[] })[] = [];
  let corrections = new Map<string, string>();
  let repair = new Map<string, string>();
  return {
    offerCorrections(findings) {
      corrections = new Map(
        findings.flatMap(({ fix, message }) => (fix ?? []).map((edit) => [keyOf(edit), message] as const)),
      );
    },
    offerRepair(rows) {
      repair = new Map(rows.map(({ edit, closes }) => [keyOf(edit), `修复尾差：${closes.join('；')}`]));
    },
    record({ edits, otherwise = BY_HAND, ownSheet, ...memory }) {
      const reasonOf = (key: string): string => corrections.get(key) ?? repair.get(key) ?? otherwise;
      const changes = ownSheet === true ? [] : edits.map((edit) => ({ edit, reason: reasonOf(keyOf(edit)) }));
      writes.push({ edits, changes, ...memory });
    },
    lastWrite: () => writes.at(-1) ?? null,
    dropLastWrite: () => void writes.pop(),
    changes: () => writes.flatMap(({ changes }) => changes),
  };
}

function keyOf({ cell, to }: CellEdit): string {
  return `${formatCell(cell)} ${JSON.stringify(to)}`;
}
