import type { Palette } from '../../../charts/palette';
import type { FindingState } from '../../../api/types';

/** What became of a trait in later items: its name, its colours, and what it means for who decides. */
export const findingStates: Readonly<
  Record<
    FindingState,
    { title: string; color: string; paint: (palette: Palette) => string; meaning: string }
  >
> = {
  confirmed: {
    title: 'Confirmed',
    color: 'green',
    paint: ({ success }) => success,
    meaning: 'Found in the first 70 % of each channel’s time, and again in the rest.',
  },
  candidate: {
    title: 'Candidate',
    color: 'iris',
    paint: ({ primary }) => primary,
    meaning: 'Found; the later items are too few to tell.',
  },
  channel_specific: {
    title: 'One channel’s',
    color: 'gray',
    paint: ({ muted }) => muted,
    meaning: 'Found, but one channel or few carry it.',
  },
  depends_on_channel: {
    title: 'Depends on the channel',
    color: 'orange',
    paint: ({ series }) => series[1] ?? '',
    meaning: 'It helps in some channels and harms in others.',
  },
  decayed: {
    title: 'Decayed',
    color: 'orange',
    paint: ({ series }) => series[4] ?? '',
    meaning: 'Later weaker than it can have been.',
  },
  refuted: {
    title: 'Refuted',
    color: 'red',
    paint: ({ failure }) => failure,
    meaning: 'Later the other way round.',
  },
};
