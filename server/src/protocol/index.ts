export * from './digest';
export * from './messages';
export * from './options';
export * from './overview';
export * from './simulation';
export * from './standing';
