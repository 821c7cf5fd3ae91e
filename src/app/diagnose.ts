import { formatCell, type CellRef } from '../workbook/address';
import type { Figure } from '../money/figure';
import { figuresOf, type Equation } from '../check/equation';
import type { Excess, Judgement } from '../check/run';
import { withinBounds } from '../repair/bounds';
import { corroborated } from '../repair/corroborate';
import { roundingConsistency } from '../repair/feasible';
import { localise, type Group, type LocaliseContext } from '../repair/localise';
import { afterShifts, detectShifts, type Shift } from '../repair/shift';
import { afterUnitSlips, detectUnitSlips, type UnitSlip } from '../repair/unit-slip';
import type { Accounts, Table } from '../tables/accounts';
import { allTables, byCell } from './by-cell';

/** What is wrong with a workbook: tables in the wrong unit, blocks that slipped, and the groups of wrong cells besides. */
export interface Diagnosis {
  readonly unitSlips: readonly UnitSlip[];
  readonly shifts: readonly Shift[];
  readonly groups: readonly Group[];
}

/** Explains every violated identity: tables in the wrong unit and slipped blocks first, single cells in what remains. */
export function diagnose(accounts: Accounts, lastYear: Accounts | null, judgement: Judgement): Diagnosis {
  const given = [...judgement.equations, ...judgement.agreements];
  const unitSlips = detectUnitSlips(accounts.tables.map(columnsOf), given);
  const equations = afterUnitSlips(given, unitSlips);
  const shifts = equations.some(({ verdict }) => verdict === 'error')
    ? detectShifts(accounts.tables.flatMap(columnsOf), equations)
    : [];
  const context = contextOf(accounts, lastYear);
  const groups = [...localise(afterShifts(equations, shifts), context), ...localise(judgement.tallies, context)];
  const misplaced = new Set([...unitSlips, ...shifts].flatMap(({ figures }) => figures).map(({ cell }) => formatCell(cell)));
  const telling = ({ rule, part, whole }: Excess): boolean =>
    rule.severity === 'error' && [part, whole].every(({ cell }) => !misplaced.has(formatCell(cell)));
  const exceeded = new Set(judgement.excesses);
  const held = judgement.bounds.filter((bound) => telling(bound) && !exceeded.has(bound));
  const exceeding = judgement.excesses.filter(telling);
  return { unitSlips, shifts, groups: corroborated(withinBounds(groups, held), judgement.computations, exceeding) };
}

/** Whether what passes identity by identity can be so all at once. */
export interface WholeTest {
  /** Identities that cannot all be correct roundings at once; those of one set belong together. */
  readonly contradictions: readonly (readonly Equation[])[];
  /** Whether the bounded effort sufficed to find all of them. */
  readonly settled: boolean;
}

/**
 * Tests all tables together. Identities with a suspected cell are left out: what that cell should hold decides them.
 */
export function testWhole({ equations }: Judgement, { unitSlips, shifts, groups }: Diagnosis): WholeTest {
  const suspected = new Set(
    [
      ...unitSlips.flatMap(({ figures }) => figures),
      ...shifts.flatMap(({ figures }) => figures),
      ...groups.flatMap(({ broken, explanations }) => [
        ...(explanations.length === 0 ? broken.flatMap(figuresOf) : []),
        ...explanations.flatMap(({ suspects }) => suspects.map(({ figure }) => figure)),
      ]),
    ].map(({ cell }) => formatCell(cell)),
  );
  const trusted = equations.filter(
    (equation) =>
      equation.verdict !== 'error' && figuresOf(equation).every(({ cell }) => !suspected.has(formatCell(cell))),
  );
  const parts = roundingConsistency(trusted);
  return {
    contradictions: parts.flatMap(({ conflicts }) => conflicts),
    settled: parts.every(({ verdict }) => verdict !== 'unknown'),
  };
}

/** The figures of a table by the column of the sheet they stand in, from top to bottom. */
function columnsOf({ figures }: Table): Figure[][] {
  const columns = new Map<number, Figure[]>();
  for (const figure of figures) columns.set(figure.cell.column, [...(columns.get(figure.cell.column) ?? []), figure]);
  return [...columns.values()].map((column) => column.sort((a, b) => a.cell.row - b.cell.row));
}

/**
 * What a wrong number is compared with: the rows above and below, and the same figure of last year. Cells beside it
 * are no witness, for a row's total rightly repeats its only amount.
 */
function contextOf(accounts: Accounts, lastYear: Accounts | null): LocaliseContext {
  const figureAt = byCell(allTables(accounts), (figure) => figure);
  const before = new Map<string, Figure>(lastYear?.tables.flatMap(({ id, figures }) => figures.map((figure) => [`${id} ${figure.label}`, figure] as const)));
  const home = byCell(accounts.tables, (_, { id }) => id);
  const around = ({ cell: { sheet, row, column } }: Figure): CellRef[] => [
    { sheet, row: row - 1, column }, { sheet, row: row + 1, column },
  ];
  return {
    neighbours: (figure) =>
      around(figure).flatMap((cell) => {
        const neighbour = figureAt.get(formatCell(cell));
        return neighbour === undefined || neighbour.shown.isZero() ? [] : neighbour.shown;
      }),
    lastYear: (figure) => before.get(`${home.get(formatCell(figure.cell))} ${figure.label}`)?.shown ?? null,
  };
}
