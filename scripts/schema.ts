import { writeFile } from 'node:fs/promises';
import { configJsonSchema } from '../server/src/core/documentation/configJsonSchema';
import { RULES } from '../server/src/core/rules';

// Writes the JSON Schema by which editors complete and check `warrant.yaml`; a part of the build.
await writeFile('dist/warrant.schema.json', JSON.stringify(configJsonSchema(RULES)));
