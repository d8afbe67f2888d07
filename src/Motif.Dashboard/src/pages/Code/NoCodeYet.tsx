import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Panel } from '../../frame/Panel';
import { Empty } from '../../states/Empty';

export const NoCodeYet = () => (
  <Panel title="No pattern of code yet">
    <Empty
      title="Scan a source tree"
      command="motif code scan ."
      action={
        <Button component={Link} to="/code?view=scans" variant="light" mt="xs">
          Start a scan here
        </Button>
      }
    >
      The patterns it finds are drawn here by quality and use, with what hangs together.
    </Empty>
  </Panel>
);
