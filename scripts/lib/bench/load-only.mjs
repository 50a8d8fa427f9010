// The yardstick: a process that only reads a file and loads it with js-yaml.
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';

load(readFileSync(process.argv[2], 'utf8'));
