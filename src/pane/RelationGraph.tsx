import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import type { Relation } from '../app/relations';
import { GRAVITY, VERDICT_NAMES } from '../money/verdict';
import { isSameScope, type Scope, type TableKey } from './filter';
import { TABLE_NAMES } from './wording';

const WIDTH = 320;
const HEIGHT = 292;
const NODE = { width: 84, height: 26 } as const;
const VERDICTS = ['exact', 'rounding', 'warning', 'error'] as const satisfies readonly Relation['verdict'][];

const useStyles = makeStyles({
  // Reaches under the fold's sign: a drawing needs the width more than the indent.
  graph: { display: 'block', width: 'calc(100% + 20px)', maxWidth: '420px', marginLeft: '-20px' },
  box: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralStroke1 },
  name: { fill: tokens.colorNeutralForeground1, fontSize: '12px', fontFamily: tokens.fontFamilyBase },
  line: { strokeWidth: '1.5' },
  exact: { stroke: tokens.colorNeutralStroke1 },
  rounding: { stroke: tokens.colorPaletteBlueBorderActive, strokeWidth: '2', strokeDasharray: '2 3' },
  warning: { stroke: tokens.colorStatusWarningBorderActive, strokeWidth: '2', strokeDasharray: '7 3' },
  error: { stroke: tokens.colorStatusDangerBorderActive, strokeWidth: '3' },
  reach: { stroke: 'transparent', strokeWidth: '16' },
  button: {
    cursor: 'pointer',
    outlineStyle: 'none',
    '&:hover [data-box]': { fill: tokens.colorNeutralBackground1Hover },
    '&:focus-visible [data-box]': { stroke: tokens.colorStrokeFocus2, strokeWidth: '2' },
    '&:focus-visible [data-line], &:hover [data-line]': { strokeWidth: '5' },
    '@media (forced-colors: active)': {
      '&:focus-visible [data-box], &:focus-visible [data-line]': { stroke: 'Highlight' },
    },
  },
  pressed: {
    '& [data-box]': { stroke: tokens.colorBrandStroke1, strokeWidth: '2', fill: tokens.colorBrandBackground2 },
    '& [data-line]': { strokeWidth: '5' },
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    padding: `0 0 ${tokens.spacingVerticalS}`,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    '& li': { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  },
});

interface RelationGraphProps {
  readonly relations: readonly Relation[];
  readonly scope: Scope | null;
  readonly onScope: (scope: Scope | null) => void;
}

/** The 勾稽关系图: tables in a ring, a line where two were compared, drawn by how they agree; pressing filters. */
export function RelationGraph({ relations, scope, onScope }: RelationGraphProps) {
  const styles = useStyles();
  const tables = [...new Set(relations.flatMap(({ between }) => between))];
  const places = new Map(tables.map((table, index) => [table, placeOf(index, tables.length)]));
  const toggle = (next: Scope): void => onScope(isSameScope(scope, next) ? null : next);
  return (
    <>
      <svg className={styles.graph} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label="勾稽关系图">
        {[...relations].sort(byGravity).map((relation) => (
          <Edge
            key={relation.between.join(' ')}
            relation={relation}
            places={places}
            pressed={isSameScope(scope, { kind: 'relation', relation })}
            onPress={() => toggle({ kind: 'relation', relation })}
          />
        ))}
        {tables.map((table) => (
          <Node
            key={table}
            table={table}
            places={places}
            pressed={isSameScope(scope, { kind: 'table', table })}
            onPress={() => toggle({ kind: 'table', table })}
          />
        ))}
      </svg>
      <ul className={styles.legend}>
        {VERDICTS.map((verdict) => (
          <li key={verdict}>
            <svg width="24" height="8" aria-hidden>
              <line className={mergeClasses(styles.line, styles[verdict])} x1="0" y1="4" x2="24" y2="4" />
            </svg>
            {VERDICT_NAMES[verdict]}
          </li>
        ))}
      </ul>
    </>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface PartProps {
  readonly places: ReadonlyMap<TableKey, Point>;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Edge({ relation, places, pressed, onPress }: PartProps & { readonly relation: Relation }) {
  const styles = useStyles();
  const [first, second] = relation.between;
  const from = places.get(first);
  const to = places.get(second);
  if (from === undefined || to === undefined) return null;
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  const line = <line data-line className={mergeClasses(styles.line, styles[relation.verdict])} {...ends} />;
  if (relation.verdict === 'exact') return line;
  return (
    <PressableGroup
      label={`${TABLE_NAMES[first]}与${TABLE_NAMES[second]}：${VERDICT_NAMES[relation.verdict]}，比对 ${relation.judged} 处`}
      pressed={pressed}
      onPress={onPress}
    >
      {line}
      <line className={styles.reach} {...ends} />
    </PressableGroup>
  );
}

function Node({ table, places, pressed, onPress }: PartProps & { readonly table: TableKey }) {
  const styles = useStyles();
  const { x, y } = places.get(table) ?? { x: 0, y: 0 };
  return (
    <PressableGroup label={`只看${TABLE_NAMES[table]}`} pressed={pressed} onPress={onPress}>
      <rect data-box className={styles.box} x={x - NODE.width / 2} y={y - NODE.height / 2} rx="6" {...NODE} />
      <text className={styles.name} x={x} y={y} textAnchor="middle" dominantBaseline="central">
        {TABLE_NAMES[table]}
      </text>
    </PressableGroup>
  );
}

interface PressableGroupProps {
  readonly label: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}

/** A part of a drawing that is a button. */
function PressableGroup({ label, pressed, onPress, children }: PressableGroupProps) {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPress();
  };
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-pressed={pressed}
      className={mergeClasses(styles.button, pressed && styles.pressed)}
      onClick={onPress}
      onKeyDown={onKeyDown}
    >
      <title>{label}</title>
      {children}
    </g>
  );
}

/** Places on a ring, the first at its top. */
function placeOf(index: number, count: number): Point {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  return {
    x: WIDTH / 2 + (WIDTH / 2 - NODE.width / 2 - 2) * Math.cos(angle),
    y: HEIGHT / 2 + (HEIGHT / 2 - NODE.height / 2 - 2) * Math.sin(angle),
  };
}

/** The gravest is drawn last, over the others. */
function byGravity(a: Relation, b: Relation): number {
  return GRAVITY[a.verdict] - GRAVITY[b.verdict];
}
