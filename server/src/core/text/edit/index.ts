/** Changes of what a file says, as edits that leave everything else as it is written. */
export { type Path, pathOf } from './cells';
export { type Change, Fill, type Members, type Value } from './change';
export { type Edited, editDocument } from './edit-document';
export { entryText } from './entry-text';
export { valueAt } from './value-at';
