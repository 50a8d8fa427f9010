import type { ModelFlow } from '../types';

/** Protocols that encrypt what they carry; a name that says so (`grpcs`, `http2 over tls`) is as good. */
const ENCRYPTED =
  /(?:^|[^a-z])(?:m?tls|ssl|https|ssh|sftp|scp|wss|quic|ipsec|vpn|wireguard|h3)(?:$|[^a-z])|^(?:http3|[a-z]+\+tls|(?:ft|amq|ld|im|sm|mq)[a-z]*s|grpcs|rediss|postgres?s|kafkas|coaps|dot|doh)$/i;

/** Whether a flow is said to go in clear text; nothing is known of one that says nothing. */
export function isClear({ over }: Pick<ModelFlow, 'over'>): boolean {
  return over !== '' && !ENCRYPTED.test(over);
}
