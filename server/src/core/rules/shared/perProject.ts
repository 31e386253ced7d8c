export { perKey, perProject } from '../../project';
