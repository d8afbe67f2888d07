import { Autocomplete, Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStartScan } from '../../api/scans';
import { scanRoots, useSystem } from '../../api/system';
import { PlayIcon } from '../../frame/icons';
import { Panel } from '../../frame/Panel';
import { Answer } from '../../states/Answer';
import { Empty } from '../../states/Empty';
import { ProblemNotice } from '../../states/ProblemNotice';

/** A scan over the API reads only inside the roots that the server was given. */
export function ScanForm() {
  const system = useSystem();
  return (
    <Panel
      title="Start a scan"
      note="Reads source files on the server's disk, inside its code roots."
    >
      <Answer query={system}>
        {({ settings }) => {
          const roots = scanRoots(settings);
          return roots.length === 0 ? <NoRoots /> : <Form roots={roots} />;
        }}
      </Answer>
    </Panel>
  );
}

function Form({ roots }: { roots: readonly string[] }) {
  const [path, setPath] = useState(roots[0] ?? '');
  const [repository, setRepository] = useState('');
  const start = useStartScan();

  function submit(event: { preventDefault: () => void }) {
    event.preventDefault();
    const name = repository.trim();
    start.mutate({ paths: [path.trim()], ...(name === '' ? {} : { repository: name }) });
  }

  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm" mb={start.error === null ? 0 : 'md'}>
        <Autocomplete
          label="Folder or file"
          data={[...roots]}
          value={path}
          onChange={setPath}
          required
          style={{ flex: '2 1 280px' }}
        />
        <TextInput
          label="Repository"
          placeholder="the folder's name"
          value={repository}
          onChange={(event) => setRepository(event.currentTarget.value)}
          maxLength={200}
          style={{ flex: '1 1 180px' }}
        />
        <Button
          type="submit"
          leftSection={<PlayIcon />}
          loading={start.isPending}
          disabled={path.trim() === ''}
        >
          Scan
        </Button>
      </Group>
      {start.error !== null && <ProblemNotice error={start.error} />}
    </form>
  );
}

const NoRoots = () => (
  <Empty
    title="No folder may be scanned from here"
    command="MOTIF_CODE_ROOTS=/path/to/source motif serve"
  >
    The server was started without code roots. Start it with them, or scan from the command line
    with <code>motif code scan .</code>
  </Empty>
);
