import type { SystemStatus } from '../../api/types';
import { Facts } from '../../frame/Facts';
import { Ago } from '../../patterns/Ago';
import { Panel } from '../../frame/Panel';

export const Server = ({ status }: { status: SystemStatus }) => (
  <Panel title="Server">
    <Facts
      facts={[
        ['Version', status.version],
        ['Runtime', status.runtime],
        ['Operating system', status.operating_system],
        ['Started', <Ago key="started" at={status.started_at} />],
        ['Languages scanned', status.languages.join(', ') || 'none'],
        ['API key', status.api_key_required ? 'needed' : 'not needed from this machine'],
      ]}
    />
  </Panel>
);
