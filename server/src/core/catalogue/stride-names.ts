import type { StrideLetter } from './types';

/** The categories that the letters stand for, as people read them. */
export const STRIDE_NAMES: Readonly<Record<StrideLetter, string>> = {
  S: 'spoofing',
  T: 'tampering',
  R: 'repudiation',
  I: 'information disclosure',
  D: 'denial of service',
  E: 'elevation of privilege',
};
