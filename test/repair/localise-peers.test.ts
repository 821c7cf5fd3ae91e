import { localise, type Group } from '../../src/repair/localise';
import { fixture } from './localise-fixtures';
import { PEER_IMPUTATION, PEER_ROUNDING, PEER_TYPING, type PeerCase } from './peer-cases';

/** Where we answer otherwise than the peer: what we put, and why. */
type Differences = Readonly<Record<string, { readonly ours: PeerCase['corrected']; readonly because: string }>>;

const DIFFERENCES: Differences = {
  'typo.scholtus2009.s4.5': {
    ours: { x4: 116, x8: 411, x9: 1979 },
    because: 'the peer corrects slips of the fingers only; a 0 for 411 together with an extra digit is the one '
      + 'explanation with two cells',
  },
  'typo.fixate_x1_no_solution': {
    ours: { x1: 116 },
    because: 'the peer was told that x1 is right; no cell of a workbook is beyond doubt',
  },
  'typo.overconstrained': {
    ours: { x1: 0, x2: 0 },
    because: 'the peer accepts no value that is not one slip away; two zeros are the only values that satisfy both',
  },
  'typo.extra_rule_not_violated': {
    ours: { x: 123 },
    because: 'the peer knows that x < 0; identities have no such limits',
  },
  'impute.dewaal304': {
    ours: {},
    because: 'to the peer an empty cell is unknown; here it counts as 0, so that an empty item is ordinary, an '
      + 'identity of empty cells says nothing, and filling is one way of several to mend the sums',
  },
  'impute.dcar': {
    ours: {},
    because: 'as above: nine empty or filled cells leave several sets of four that explain the sums',
  },
  'impute.range': { ours: {}, because: 'an empty cell counts as 0 already, so nothing is wrong' },
  'impute.zero': { ours: {}, because: 'an empty cell counts as 0 already, so nothing is wrong' },
  'impute.two': {
    ours: {},
    because: 'one wrong digit in either filled cell explains the gap as well as the empty one; nothing is imposed',
  },
};

/** One printed unit of the rounding cases is one unit of the last digit. */
const ROUNDING_SCALE = 100;

function answer({ values, identities }: PeerCase, scale = 1): readonly Group[] {
  const scaled = Object.entries(values).map(([name, value]) => [name, value === null ? null : value / scale] as const);
  return localise(fixture(Object.fromEntries(scaled), identities).equations);
}

/** What is put where, from explanations singled out. */
function imposed(groups: readonly Group[]): Record<string, number | null> {
  const suspects = groups
    .filter(({ verdict }) => verdict === 'unique')
    .flatMap(({ explanations }) => explanations[0]?.suspects ?? []);
  return Object.fromEntries(suspects.map(({ figure, value }) => [figure.label, value?.toNumber() ?? null]));
}

describe.each([...PEER_TYPING, ...PEER_IMPUTATION])('the peer’s case $id', (peer) => {
  it('gets the peer’s answer, or ours for a reason', () => {
    expect(imposed(answer(peer))).toEqual(DIFFERENCES[peer.id]?.ours ?? peer.corrected);
  });
});

describe('the differences from the peer', () => {
  it('are differences, each with its reason', () => {
    const cases = new Map([...PEER_TYPING, ...PEER_IMPUTATION].map((peer) => [peer.id, peer]));
    for (const [id, { ours, because }] of Object.entries(DIFFERENCES)) {
      expect(cases.get(id)?.corrected).not.toEqual(ours);
      expect(because).not.toBe('');
    }
  });
});

describe.each(PEER_ROUNDING)('the peer’s rounding case $id', (peer) => {
  it('is no error of any cell where the peer finds rounding, and nothing is imposed where it finds none', () => {
    const groups = answer(peer, ROUNDING_SCALE);
    if (Object.keys(peer.corrected).length > 0) expect(groups).toEqual([]);
    else expect(imposed(groups)).toEqual({});
  });
});
