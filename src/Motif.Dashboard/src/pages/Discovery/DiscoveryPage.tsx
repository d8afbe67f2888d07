import { PageHeader } from '../../frame/PageHeader';
import { Views } from '../../frame/Views';
import { Ask } from './Ask/Ask';
import { Experiments } from './Experiments/Experiments';
import { Findings } from './Findings/Findings';
import { MapView } from './Map/MapView';
import { Neighbourhoods } from './Neighbourhoods/Neighbourhoods';
import { Runs } from './Runs/Runs';

const views = [
  { name: 'findings', title: 'Findings', Of: Findings },
  { name: 'neighbourhoods', title: 'Neighbourhoods', Of: Neighbourhoods },
  { name: 'map', title: 'Map', Of: MapView },
  { name: 'experiments', title: 'Experiments', Of: Experiments },
  { name: 'ask', title: 'Ask', Of: Ask },
  { name: 'runs', title: 'Runs', Of: Runs },
] as const;

/** What goes with performance, where, and whether it held on later items. */
export function DiscoveryPage() {
  return (
    <>
      <PageHeader
        title="Discovery"
        note="What goes with performance, where, and whether it held on later items."
      />
      <Views views={views} />
    </>
  );
}
