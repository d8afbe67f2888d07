import { useSearchParams } from 'react-router';
import type { Pattern } from '../../api/types';
import { Panel } from '../../frame/Panel';
import { PatternPicker } from '../../patterns/PatternPicker';
import { RelationGraph } from '../../relations/RelationGraph';
import { mostKnown } from './places';

/** The relations of a pattern of code that is chosen by name; it begins with the one known best. */
export function Relations({ patterns }: { patterns: readonly Pattern[] }) {
  const [address, setAddress] = useSearchParams();
  const chosen = address.get('pattern') ?? mostKnown(patterns)?.pattern_id;
  if (chosen === undefined) return null;
  return (
    <Panel
      title="What hangs together?"
      note="What uses, extends, creates or resembles a pattern"
      aside={
        <PatternPicker
          key={chosen}
          label="Pattern in the middle"
          isLabelHidden
          kind="code"
          chosen={chosen}
          onChoose={(id) => setAddress({ view: 'relations', pattern: id })}
        />
      }
    >
      <RelationGraph key={chosen} patternId={chosen} />
    </Panel>
  );
}
