// Writes src/api/schema.ts from the server's approved OpenAPI document; with --check it only says whether it is current.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapi, { astToString } from 'openapi-typescript';

const document = new URL('../../Motif.Server/openapi/v1.json', import.meta.url);
const schema = new URL('../src/api/schema.ts', import.meta.url);

const banner = '// Generated from the OpenAPI document by `npm run generate`; do not edit.\n\n';
const types =
  banner + astToString(await openapi(document, { alphabetize: true, emptyObjectsUnknown: true }));

if (!process.argv.includes('--check')) writeFileSync(schema, types);
else if (readFileSync(schema, 'utf8') !== types) {
  console.error(
    `${fileURLToPath(schema)} is not what the OpenAPI document says; run npm run generate`,
  );
  process.exitCode = 1;
}
