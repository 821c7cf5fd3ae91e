import { marksContract } from './contract-marks';
import { memoryContract } from './contract-memory';
import { sheetsContract } from './contract-sheets';
import { valuesContract } from './contract-values';
import type { Open } from './stage';

/** Everything that each `Host` promises, as tests over one way to set a workbook up. */
export function hostContract(name: string, open: Open): void {
  describe(`${name} as a host`, () => {
    valuesContract(open);
    marksContract(open);
    sheetsContract(open);
    memoryContract(open);
  });
}
