import type { SentenceModelStatus, SystemStatus } from '../../api/types';
import { Facts } from '../../frame/Facts';
import { Ago } from '../../patterns/Ago';
import { Panel } from '../../frame/Panel';

/** Its name, or why the lexicon answers without it. */
const model = ({ state, model, reason }: SentenceModelStatus) =>
  state === 'used' ? model : `${state}: ${reason}`;

export const Server = ({ status }: { status: SystemStatus }) => (
  <Panel title="Server">
    <Facts
      facts={[
        ['Version', status.version],
        ['Runtime', status.runtime],
        ['Operating system', status.operating_system],
        ['Started', <Ago key="started" at={status.started_at} />],
        ['Languages scanned', status.languages.join(', ') || 'none'],
        ['Sentence model', model(status.sentence_model)],
        ['API key', status.api_key_required ? 'needed' : 'not needed from this machine'],
      ]}
    />
  </Panel>
);
