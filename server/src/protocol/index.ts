export * from './messages';
export * from './options';
