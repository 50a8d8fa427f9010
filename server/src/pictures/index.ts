export * from './markup';
