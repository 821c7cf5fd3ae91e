/**
 * The answers of R's packages deducorrect and deductive (van der Loo, de Jonge, Scholtus) to the cases of their own
 * tests and of Scholtus 2008 and 2009, as data of ours: identities, what the cells hold, and what the peer changes.
 */
export interface PeerCase {
  readonly id: string;
  readonly identities: readonly string[];
  readonly values: Readonly<Record<string, number | null>>;
  /** What the peer puts where it changes something; nothing where it leaves the record as it is. */
  readonly corrected: Readonly<Record<string, number>>;
  /** Further conditions of the peer, which identities do not have. */
  readonly limits?: readonly string[];
  /** A variable the peer was told to leave alone. */
  readonly fixed?: string;
}

/** The accounts of Scholtus 2009, section 4. */
const SCHOLTUS = ['x3 = x1 + x2', 'x2 = x4', 'x8 = x5 + x6 + x7', 'x9 = x3 + x8', 'x11 = x9 - x10'];

/** Typing errors: correct_typos. */
export const PEER_TYPING: readonly PeerCase[] = [
  {
    id: 'typo.scholtus2009.s4.1',
    identities: SCHOLTUS,
    values: { x1: 1452, x2: 116, x3: 1568, x4: 116, x5: 323, x6: 76, x7: 12, x8: 411, x9: 1979, x10: 1842, x11: 137 },
    corrected: {},
  },
  {
    id: 'typo.scholtus2009.s4.2',
    identities: SCHOLTUS,
    values: { x1: 1452, x2: 116, x3: 1568, x4: 161, x5: 323, x6: 76, x7: 12, x8: 411, x9: 1979, x10: 1842, x11: 137 },
    corrected: { x4: 116 },
  },
  {
    id: 'typo.scholtus2009.s4.3',
    identities: SCHOLTUS,
    values: { x1: 1452, x2: 116, x3: 1568, x4: 161, x5: 323, x6: 76, x7: 12, x8: 411, x9: 19979, x10: 1842, x11: 137 },
    corrected: { x4: 116, x9: 1979 },
  },
  {
    id: 'typo.scholtus2009.s4.4',
    identities: SCHOLTUS,
    values: { x1: 1452, x2: 116, x3: 1568, x4: 161, x5: 0, x6: 0, x7: 0, x8: 411, x9: 19979, x10: 1842, x11: 137 },
    corrected: { x4: 116, x9: 1979 },
  },
  {
    id: 'typo.scholtus2009.s4.5',
    identities: SCHOLTUS,
    values: { x1: 1452, x2: 116, x3: 1568, x4: 161, x5: 323, x6: 76, x7: 12, x8: 0, x9: 19979, x10: 1842, x11: 137 },
    corrected: { x4: 116 },
  },
  {
    id: 'typo.reorder.1',
    identities: ['x3 = x1 + x2'],
    values: { x2: 1452, x1: 116, x3: 1568 },
    corrected: {},
  },
  {
    id: 'typo.reorder.2',
    identities: ['x3 = x1 + x2'],
    values: { x2: 1452, x1: 161, x3: 1568 },
    corrected: { x1: 116 },
  },
  {
    id: 'typo.fixate_x2',
    identities: ['x3 = x1 + x2'],
    values: { x2: 1452, x1: 161, x3: 1568 },
    corrected: { x1: 116 },
    fixed: 'x2',
  },
  {
    id: 'typo.fixate_x1_no_solution',
    identities: ['x3 = x1 + x2'],
    values: { x2: 1452, x1: 161, x3: 1568 },
    corrected: {},
    fixed: 'x1',
  },
  {
    id: 'typo.vignette_123_192_252',
    identities: ['z = x + y'],
    values: { x: 123, y: 192, z: 252 },
    corrected: { y: 129 },
  },
  {
    id: 'typo.inequality_blocks.1',
    identities: ['x1 = x2'],
    values: { x1: 10, x2: 1 },
    corrected: {},
    limits: ['x2 < 10'],
  },
  {
    id: 'typo.inequality_blocks.2',
    identities: ['x1 = x2'],
    values: { x1: 29, x2: 92 },
    corrected: {},
    limits: ['x2 < 10'],
  },
  {
    id: 'typo.overconstrained',
    identities: ['x1 = x2', 'x2 = x1 + x1 + x1 + x1 + x1 + x1 + x1 + x1 + x1'],
    values: { x1: 10, x2: 99 },
    corrected: {},
  },
  {
    id: 'typo.ineq_not_repaired',
    identities: ['x2 = x1 + x1 + x1 + x1 + x1 + x1 + x1 + x1 + x1'],
    values: { x1: 10, x2: 99 },
    corrected: {},
    limits: ['x1 <= x2'],
  },
  {
    id: 'typo.no_candidate',
    identities: ['x1 = x2 + x3 + x5 + x6'],
    values: { x1: 42280000, x2: 11289000, x3: 4328000, x4: 361300, x5: 11201000, x6: 11849000 },
    corrected: {},
  },
  {
    id: 'typo.extra_rule_not_violated',
    identities: ['z = x + y'],
    values: { x: -123, y: 129, z: 252 },
    corrected: {},
    limits: ['x < 0'],
  },
  {
    id: 'typo.dup_1_12_1',
    identities: ['z = x + y'],
    values: { x: 1, y: 12, z: 1 },
    corrected: { z: 13 },
    limits: ['x >= 0'],
  },
  {
    id: 'typo.ranges_10_1_2',
    identities: ['z = x + y'],
    values: { x: 10, y: 1, z: 2 },
    corrected: { x: 1 },
    limits: ['x >= 0', 'y > 0', 'y < 2', 'z > 1', 'z < 3'],
  },
  {
    id: 'typo.111',
    identities: ['z = x + y'],
    values: { x: 1, y: 1, z: 1 },
    corrected: {},
  },
  {
    id: 'typo.pkg_example.1',
    identities: ['z = x - y'],
    values: { x: 3, y: 13, z: 10 },
    corrected: {},
  },
  {
    id: 'typo.pkg_example.2',
    identities: ['z = x - y'],
    values: { x: 14, y: -4, z: 10 },
    corrected: {},
  },
  {
    id: 'typo.pkg_example.3',
    identities: ['z = x - y'],
    values: { x: 15, y: 5, z: -10 },
    corrected: {},
  },
];

/** Missing numbers that the others determine: impute_lr. */
export const PEER_IMPUTATION: readonly PeerCase[] = [
  {
    id: 'impute.dewaal304',
    identities: SCHOLTUS,
    values: {
      x1: 145, x2: null, x3: 155, x4: null, x5: null,
      x6: null, x7: null, x8: 86, x9: null, x10: 217, x11: null,
    },
    corrected: { x2: 10, x4: 10, x9: 241, x11: 24 },
  },
  {
    id: 'impute.zeros307',
    identities: SCHOLTUS,
    values: { x1: 145, x2: 10, x3: 155, x4: 10, x5: 86, x6: null, x7: null, x8: 86, x9: 241, x10: 217, x11: 24 },
    corrected: {},
    limits: ['x6 >= 0', 'x7 >= 0'],
  },
  {
    id: 'impute.dcar',
    identities: ['x3 = x1 + x2', 'x1 = x4 + x5 + x6', 'x2 = x7 + x8', 'x3 = x9 + x10'],
    values: { x1: 100, x2: null, x3: null, x4: 15, x5: null, x6: null, x7: 25, x8: 35, x9: null, x10: 5 },
    corrected: { x2: 60, x3: 160, x9: 155 },
  },
  {
    id: 'impute.range',
    identities: ['x3 = x1 + x2', 'x7 = x4 + x5 + x6', 'x8 = x3 + x7'],
    values: { x1: 25, x2: null, x3: 25, x4: 1, x5: null, x6: null, x7: 1, x8: 26 },
    corrected: { x2: 0 },
    limits: ['x1 >= 0', 'x2 >= 0', 'x4 >= 0', 'x5 >= 0', 'x6 >= 0'],
  },
  {
    id: 'impute.contradiction_left',
    identities: ['d = a + b + c'],
    values: { a: null, b: null, c: 10, d: 9 },
    corrected: {},
    limits: ['a >= 0', 'b >= 0', 'c >= 0', 'd >= 0'],
  },
  {
    id: 'impute.infeasible_not_imputed',
    identities: ['c = a + b'],
    values: { a: null, b: 10, c: 8 },
    corrected: {},
    limits: ['a >= 0'],
  },
  {
    id: 'impute.zero',
    identities: ['c = a + b'],
    values: { a: null, b: 10, c: 10 },
    corrected: { a: 0 },
    limits: ['a >= 0'],
  },
  {
    id: 'impute.two',
    identities: ['c = a + b'],
    values: { a: null, b: 10, c: 12 },
    corrected: { a: 2 },
    limits: ['a >= 0'],
  },
];

/** Rounding errors: correctRounding, whose choice among equally small changes is random. One unit is 1. */
export const PEER_ROUNDING: readonly PeerCase[] = [
  {
    id: 'round.const',
    identities: ['constant = a'],
    values: { a: 2, constant: 1 },
    corrected: { a: 1 },
  },
  {
    id: 'round.fixate_b',
    identities: ['constant = a + b'],
    values: { a: 2, b: 1, constant: 2 },
    corrected: { a: 1 },
    fixed: 'b',
  },
  {
    id: 'round.inequality',
    identities: ['constant = a + b'],
    values: { a: 2, b: 1, constant: 2 },
    corrected: { a: 1 },
    limits: ['b > 0'],
  },
  {
    id: 'round.scholtus2008.s5',
    identities: SCHOLTUS,
    values: { x1: 12, x2: 4, x3: 15, x4: 4, x5: 3, x6: 1, x7: 8, x8: 11, x9: 27, x10: 41, x11: -13 },
    corrected: { x3: 16, x8: 12, x9: 28 },
  },
  {
    id: 'round.smoke.1',
    identities: ['z = x + y'],
    values: { x: 0, y: 0, z: -1 },
    corrected: { z: 0 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.2',
    identities: ['z = x + y'],
    values: { x: 0, y: 2, z: 3 },
    corrected: { y: 3 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.3',
    identities: ['z = x + y'],
    values: { x: 0, y: 0, z: -1 },
    corrected: { z: 0 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.4',
    identities: ['z = x + y'],
    values: { x: 0, y: 0, z: -1 },
    corrected: { z: 0 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.5',
    identities: ['z = x + y'],
    values: { x: 1, y: 1, z: 1 },
    corrected: { z: 2 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.6',
    identities: ['z = x + y'],
    values: { x: 1, y: 2, z: 4 },
    corrected: { y: 3 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.7',
    identities: ['z = x + y'],
    values: { x: 1, y: 1, z: 3 },
    corrected: { y: 2 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.8',
    identities: ['z = x + y'],
    values: { x: 0, y: 0, z: 1 },
    corrected: { z: 0 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.9',
    identities: ['z = x + y'],
    values: { x: 2, y: 1, z: 4 },
    corrected: { x: 3 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.10',
    identities: ['z = x + y'],
    values: { x: 2, y: 1, z: 4 },
    corrected: { y: 2 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.11',
    identities: ['z = x + y'],
    values: { x: 0, y: 2, z: 3 },
    corrected: { z: 2 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.12',
    identities: ['z = x + y'],
    values: { x: 0, y: 2, z: 1 },
    corrected: { y: 1 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.13',
    identities: ['z = x + y'],
    values: { x: 1, y: 1, z: 3 },
    corrected: { y: 2 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.14',
    identities: ['z = x + y'],
    values: { x: 1, y: 1, z: 1 },
    corrected: { y: 0 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.15',
    identities: ['z = x + y'],
    values: { x: 1, y: 1, z: 3 },
    corrected: { z: 2 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.16',
    identities: ['z = x + y'],
    values: { x: 2, y: 1, z: 2 },
    corrected: { z: 3 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.17',
    identities: ['z = x + y'],
    values: { x: 2, y: 0, z: 3 },
    corrected: { y: 1 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.18',
    identities: ['z = x + y'],
    values: { x: 0, y: 0, z: 1 },
    corrected: { z: 0 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.19',
    identities: ['z = x + y'],
    values: { x: 0, y: 1, z: 2 },
    corrected: { x: 1 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.smoke.20',
    identities: ['z = x + y'],
    values: { x: 2, y: 1, z: 4 },
    corrected: { x: 3 },
    limits: ['x >= 0', 'y >= 0'],
  },
  {
    id: 'round.111',
    identities: ['z = x + y'],
    values: { x: 1, y: 1, z: 1 },
    corrected: { x: 0 },
  },
  {
    id: 'round.ranges',
    identities: ['z = x + y'],
    values: { x: 0, y: 1, z: 2 },
    corrected: { x: 1 },
    limits: ['x >= 0', 'y > 0', 'y < 2', 'z > 1', 'z < 3'],
  },
  {
    id: 'round.pkg_example.1',
    identities: ['z = x - y'],
    values: { x: 3, y: 13, z: 10 },
    corrected: {},
  },
  {
    id: 'round.pkg_example.2',
    identities: ['z = x - y'],
    values: { x: 14, y: -4, z: 10 },
    corrected: {},
  },
  {
    id: 'round.pkg_example.3',
    identities: ['z = x - y'],
    values: { x: 15, y: 5, z: -10 },
    corrected: {},
  },
];

/** Damerau–Levenshtein distances between the digits of two numbers. */
export const PEER_DISTANCES = [
  { id: 'dl.1', a: 24, b: 42, distance: 1 },
  { id: 'dl.2', a: 1340, b: 1340, distance: 0 },
  { id: 'dl.3', a: 130, b: 1340, distance: 1 },
  { id: 'dl.4', a: 1340, b: 130, distance: 1 },
  { id: 'dl.5', a: 1340, b: 13040, distance: 1 },
  { id: 'dl.6', a: 1340, b: 1380, distance: 1 },
  { id: 'dl.7', a: 1340, b: 1430, distance: 1 },
  { id: 'dl.8', a: 1340, b: 14300, distance: 2 },
  { id: 'dl.9', a: -10, b: 10, distance: 1 },
  { id: 'dl.10', a: -1, b: 10, distance: 2 },
] as const;
