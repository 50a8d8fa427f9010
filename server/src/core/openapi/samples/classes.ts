import type { DataClass } from '../types';

const DIGIT = 48;
const CARD_STARTS = /^(?:4|5[1-5]|2[2-7]|3[47]|6(?:011|5))/;
const MAX_LENGTH = 80;

/**
 * The class of data that an example looks like: an address (`@`), a phone number in international form, an IBAN whose check
 * digits hold, a card number that passes Luhn's check; null where it looks like none. By shape alone, in linear time.
 */
export function sampleClass(text: string): DataClass | null {
  if (text.length < 6 || text.length > MAX_LENGTH) return null;
  return looksLike(text, text.charCodeAt(0));
}

/** Most texts are told apart by their first letter. */
function looksLike(text: string, first: number): DataClass | null {
  if (first === 43) return isPhone(text) ? 'personal' : null;
  if (text.includes('@')) return isAddress(text) ? 'personal' : null;
  if (first >= DIGIT && first <= DIGIT + 9) return isCard(text) ? 'payment' : null;
  return text.length >= 15 && isIban(text) ? 'financial' : null;
}

function isAddress(text: string): boolean {
  const at = text.indexOf('@');
  const domain = text.slice(at + 1);
  if (at < 1 || domain.includes('@') || /[\s/:;,<>()[\]"\\]/.test(text)) return false;
  const dot = domain.lastIndexOf('.');
  return dot > 0 && /^[A-Za-z]{2,24}$/.test(domain.slice(dot + 1)) && /^[\w.-]+$/.test(domain);
}

function isPhone(text: string): boolean {
  const digits = digitsOf(text.slice(1), /^[\d\s().-]*$/);
  return digits !== null && digits.length >= 8 && digits.length <= 15;
}

/** The digits of a text that has nothing else but what stands between digits. */
function digitsOf(text: string, allowed: RegExp): string | null {
  return allowed.test(text) ? text.replace(/\D/g, '') : null;
}

function isCard(text: string): boolean {
  const digits = digitsOf(text, /^[\d -]*$/);
  return (
    digits !== null && digits.length >= 15 && digits.length <= 16 && CARD_STARTS.test(digits) && passesLuhn(digits)
  );
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - DIGIT;
    const weighed = at % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

/** ISO 13616: the country and check digits moved to the end, letters as numbers from 10, the rest modulo 97 is 1. */
function isIban(text: string): boolean {
  const bare = text.replaceAll(' ', '');
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(bare)) return false;
  let rest = 0;
  for (const sign of bare.slice(4) + bare.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
