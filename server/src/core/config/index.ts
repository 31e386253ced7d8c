export * from './config';
export * from './quarto';
export * from './readConfig';
export * from './readFrontMatter';
export * from './schema';
export * from './sourceIds';
export * from './yamlTree';
export type { YamlComment } from './yamlComments';
