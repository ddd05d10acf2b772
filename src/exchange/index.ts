export * from './apply.ts';
export { decryptText, encryptText, isEncrypted } from './cipher.ts';
export * from './errors.ts';
export * from './export/index.ts';
export * from './import/index.ts';
export { IMPORT_LIMITS } from './limits.ts';
export * from './plan.ts';
export * from './restore.ts';
