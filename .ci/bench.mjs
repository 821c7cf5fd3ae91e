// Measures the repair of rounding differences on code that is bundled as the product is: module by module it would run
// slower than what users get.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const pathOf = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const outfile = pathOf('../node_modules/.cache/bench/index.js');

await build({
  entryPoints: [pathOf('../test/bench/index.ts')],
  bundle: true,
  platform: 'node',
  external: ['highs'],
  logLevel: 'warning',
  outfile,
});
process.exitCode = spawnSync(process.execPath, [outfile], { stdio: 'inherit' }).status ?? 1;
