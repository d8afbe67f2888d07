import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Panel } from '../../frame/Panel';
import { Empty } from '../../states/Empty';

export const NothingFound = () => (
  <Panel title="No match">
    <Empty
      title="No pattern passes these filters"
      action={
        <Button component={Link} to="/catalogue" variant="light" mt="xs">
          Clear all filters
        </Button>
      }
    >
      Every word of the search must begin a word of the name, the tags or the description, and
      unmeasured patterns never pass a least quality.
    </Empty>
  </Panel>
);

export const NothingYet = () => (
  <Panel title="Nothing here yet">
    <Empty title="The catalogue is empty" command="motif code scan .">
      Scan a folder with source files, or import a catalogue with{' '}
      <code>motif import FILE.ndjson</code>.
    </Empty>
  </Panel>
);
