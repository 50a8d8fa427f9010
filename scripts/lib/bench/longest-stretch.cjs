// Loaded into the server's process: writes, at its end, for how many milliseconds its event loop stood still at the longest.
const { writeFileSync } = require('node:fs');
const { monitorEventLoopDelay } = require('node:perf_hooks');

const delay = monitorEventLoopDelay({ resolution: 1 });
// Loading the server itself is one stretch, and over before anybody waits.
setImmediate(() => delay.enable());
process.on('exit', () => writeFileSync(process.env.STRIDEWISE_STRETCH, String(delay.max / 1e6)));
