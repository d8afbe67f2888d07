import { Autocomplete, Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStartScan } from '../../../api/scans';
import { scanRoots, useSystem } from '../../../api/system';
import type { SystemStatus } from '../../../api/types';
import { PlayIcon } from '../../../frame/icons';
import { Panel } from '../../../frame/Panel';
import { databaseCommand } from '../../../patterns/databaseCommand';
import { Answer } from '../../../states/Answer';
import { Empty } from '../../../states/Empty';
import { ProblemNotice } from '../../../states/ProblemNotice';

/** A scan over the API reads only inside the roots that the server was given. */
export function ScanForm() {
  const system = useSystem();
  return (
    <Panel
      title="Start a scan"
      note="Reads source files on the server’s own disk, in the folders it may read"
    >
      <Answer query={system}>
        {({ settings, database }) => {
          const roots = scanRoots(settings);
          return roots.length === 0 ? <NoRoots database={database} /> : <Form roots={roots} />;
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

/** Two ways out, both on the server's own database. */
const NoRoots = ({ database }: { database: SystemStatus['database'] }) => (
  <Empty
    title="This server may not read any folder"
    command={databaseCommand(database, 'code scan FOLDER')}
  >
    Scan from the command line on its machine, or start it with{' '}
    <code>MOTIF_CODE_ROOTS=FOLDER motif serve</code> to scan from here.
  </Empty>
);
