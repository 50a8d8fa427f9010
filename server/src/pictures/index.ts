export { COLOURS, type Colours, type Theme, variablesOf } from './colours';
export { diagramPicture } from './diagram';
export * from './markup';
export type { Links } from './shapes';
export { standalone } from './standalone';
export { pictureStyle } from './style';
