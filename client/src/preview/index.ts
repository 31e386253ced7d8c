export { tagPreview } from './tagPreview';
