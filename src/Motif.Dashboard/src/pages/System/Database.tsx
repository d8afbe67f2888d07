import type { SystemStatus } from '../../api/types';
import { bytes } from '../../format/numbers';
import { Facts } from '../../frame/Facts';
import { Ago } from '../../patterns/Ago';
import { Panel } from '../../frame/Panel';

export function Database({ database }: { database: SystemStatus['database'] }) {
  const last = database.applied.at(-1);
  return (
    <Panel title="Database">
      <Facts
        facts={[
          ['System', database.system],
          ['Location', database.location],
          ['Size', database.size_bytes === null ? 'unknown' : bytes(database.size_bytes)],
          [
            'Tables',
            `version ${database.schema_version}, this program has ${database.program_version}`,
          ],
          [
            'Last migration',
            last === undefined ? (
              'none'
            ) : (
              <span key="last">
                {last.name}, <Ago at={last.at} />
              </span>
            ),
          ],
          ['Migrations to come', database.pending.join(', ') || 'none'],
        ]}
      />
    </Panel>
  );
}
