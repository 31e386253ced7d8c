import { asMap, type YamlValue } from './yamlTree';

/** The paths of a list of Pandoc filters, each a path or, in Quarto, a map with a `path`; anything else is left out. */
export function filterPaths(value: YamlValue | undefined): string[] {
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => {
    const path = typeof item === 'string' ? item : asMap(item)['path'];
    return typeof path === 'string' ? [path] : [];
  });
}
