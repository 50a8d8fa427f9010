// Preloaded into a measured process: writes its peak memory (kB) to the file that STRIDEWISE_PEAK names.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  writeFileSync(process.env.STRIDEWISE_PEAK, String(process.resourceUsage().maxRSS));
});
