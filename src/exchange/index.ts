export * from './apply.ts';
export { decryptText, isEncrypted, type Seal, sealText } from './cipher.ts';
export * from './errors.ts';
export * from './export/index.ts';
export * from './import/index.ts';
export { IMPORT_LIMITS } from './limits.ts';
export * from './plan.ts';
export * from './restore.ts';
