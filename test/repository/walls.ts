/** What a folder of src/ may import. */
export interface Wall {
  /** Folders it may import at will; `host` is the port and what its adapters share. */
  readonly folders: readonly string[];
  /** Folders it may import types from, which leave no trace in what runs. */
  readonly types?: readonly string[];
  readonly packages: readonly string[];
  /** It may use Node. */
  readonly node?: boolean;
}

const REACT = ['react', 'react-dom'] as const;
const FLUENT = ['@fluentui/react-components', '@fluentui/react-icons', '@tanstack/react-virtual'] as const;

/** The walls of docs/architecture.md. The first seven folders and `app` are the pure core. */
export const WALLS: Readonly<Record<string, Wall>> = {
  workbook: { folders: [], packages: [] },
  money: { folders: ['workbook'], packages: ['decimal.js'] },
  tables: { folders: ['workbook', 'money'], packages: ['decimal.js'] },
  check: { folders: ['workbook', 'money', 'tables'], packages: ['decimal.js'] },
  rules: { folders: ['workbook', 'money', 'tables', 'check'], packages: ['decimal.js'] },
  repair: { folders: ['workbook', 'money', 'check'], packages: ['decimal.js'] },
  narrative: { folders: ['workbook', 'money', 'tables'], packages: ['decimal.js'] },
  app: {
    folders: ['workbook', 'money', 'tables', 'check', 'rules', 'repair', 'narrative', 'host'],
    packages: ['decimal.js'],
  },
  host: { folders: ['workbook'], packages: [] },
  'host/excel': { folders: ['workbook', 'host'], packages: ['@microsoft/office-js-helpers'] },
  'host/xlsx': {
    folders: ['workbook', 'host'],
    packages: ['@borgar/fx', '@e965/xlsx', '@formulajs/formulajs', 'fflate', 'numfmt', 'saxes'],
  },
  'host/docx': { folders: ['workbook', 'host', 'host/xlsx'], packages: ['docx', 'fflate'] },
  pane: {
    folders: ['workbook', 'money', 'narrative', 'host', 'app'],
    types: ['tables', 'check'],
    packages: [...REACT, ...FLUENT],
  },
  taskpane: {
    folders: ['workbook', 'host', 'host/excel', 'host/xlsx', 'host/docx', 'app', 'pane', 'commands'],
    packages: [...REACT, ...FLUENT],
  },
  standalone: {
    folders: ['workbook', 'money', 'host', 'host/xlsx', 'host/docx', 'app', 'pane'],
    types: ['check'],
    packages: [...REACT, ...FLUENT],
  },
  commands: { folders: ['workbook', 'host', 'host/excel', 'app', 'pane'], packages: [] },
  cli: {
    folders: ['workbook', 'money', 'tables', 'narrative', 'host', 'host/xlsx', 'host/docx', 'app'],
    types: ['check'],
    packages: ['decimal.js'],
    node: true,
  },
};

/** Compiled without DOM, Node and Office types: src/tsconfig.core.json lists them. */
export const CORE = ['workbook', 'money', 'tables', 'check', 'rules', 'repair', 'narrative', 'app'] as const;

/** The wall a file of src/ stands behind: `host/xlsx` for src/host/xlsx/…, `host` for src/host/…; null outside. */
export function folderOf(path: string): string | null {
  const [top, ...parts] = path.split('/');
  if (top !== 'src' || parts.length < 2) return null;
  const [first = '', second = ''] = parts;
  const inner = `${first}/${second}`;
  return parts.length > 2 && inner in WALLS ? inner : first;
}
