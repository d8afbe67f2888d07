import { Anchor, Code, List, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { scanRoots, useSystem } from '../api/system';
import type { SystemStatus } from '../api/types';
import { Panel } from '../frame/Panel';
import { Answer } from '../states/Answer';
import { Command } from '../states/Empty';
import { databaseCommand } from './databaseCommand';

/** What fills the catalogue of this very server: its own database in every command. */
export function FirstSteps({ title }: { title: string }) {
  const system = useSystem();
  return (
    <Panel title={title}>
      <Answer query={system}>{(status) => <Steps status={status} />}</Answer>
    </Panel>
  );
}

function Steps({ status: { database, settings } }: { status: SystemStatus }) {
  const [root] = scanRoots(settings);
  return (
    <Stack gap="md" maw={860}>
      <Text>
        This server keeps its patterns in <Code fz="sm">{database.location}</Code>. There are three
        ways to fill it:
      </Text>
      <List type="ordered" spacing="lg">
        <List.Item>
          <b>Scan source code.</b>{' '}
          {root === undefined ? (
            <>
              Run this on the server’s machine, with the folder you want to scan in place of{' '}
              <Code>FOLDER</Code>:
              <Command text={databaseCommand(database, 'code scan FOLDER')} />
            </>
          ) : (
            <>
              This server may read <Code>{root}</Code>:{' '}
              <Anchor component={Link} to="/code?view=scans">
                start a scan here
              </Anchor>
              , or run
              <Command text={databaseCommand(database, `code scan ${root}`)} />
            </>
          )}
        </List.Item>
        <List.Item>
          <b>Take the engineering practices that come with Motif</b>, so that a need in your own
          words finds something at once:
          <Command text={databaseCommand(database, 'patterns starter')} />
        </List.Item>
        <List.Item>
          <b>Add your own.</b>{' '}
          <Anchor component={Link} to="/catalogue/new">
            Write one here
          </Anchor>
          , or send a file with one pattern on each line:
          <Command
            text={`curl -H 'Content-Type: application/x-ndjson' --data-binary @FILE ${window.location.origin}/api/v1/patterns/import`}
          />
        </List.Item>
      </List>
    </Stack>
  );
}
