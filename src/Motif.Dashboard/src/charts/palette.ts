import { useComputedColorScheme } from '@mantine/core';

/** The colours of a chart; ECharts cannot read CSS variables. */
export interface Palette {
  readonly text: string;
  readonly dimmed: string;
  readonly line: string;
  readonly surface: string;
  readonly primary: string;
  readonly success: string;
  readonly failure: string;
  readonly muted: string;
  /** Red to green in five steps, for scores of 0..1. */
  readonly scale: readonly string[];
  /** Eight steps from little to much, neither good nor bad. */
  readonly sequence: readonly string[];
  readonly series: readonly string[];
}

export const light: Palette = {
  text: '#1c2233',
  dimmed: '#5b6476',
  line: '#e3e6ee',
  surface: '#ffffff',
  primary: '#4558d0',
  success: '#2f9e6e',
  failure: '#d9485f',
  muted: '#aab2c5',
  scale: ['#d9485f', '#ea8a3c', '#e0b23b', '#83b33d', '#199f83'],
  sequence: [
    '#45217c',
    '#3b4d9e',
    '#2b7391',
    '#1f9484',
    '#4aab55',
    '#8fae2c',
    '#c9962a',
    '#d9632b',
  ],
  series: ['#4558d0', '#e8792f', '#1a9e8f', '#a54cc4', '#c9a227', '#d9485f', '#4a90d9', '#6f788f'],
};

export const dark: Palette = {
  text: '#d5d9e3',
  dimmed: '#9aa3b8',
  line: '#2a3042',
  surface: '#181c28',
  primary: '#7a8aee',
  success: '#4cc38f',
  failure: '#f0758a',
  muted: '#56607a',
  scale: ['#f0758a', '#f2a15f', '#e6c25a', '#a3cc62', '#3fc3a6'],
  sequence: [
    '#8a7bf0',
    '#6c9bf0',
    '#4fb8e0',
    '#46cdb0',
    '#7bd97c',
    '#c0de5c',
    '#f0cc55',
    '#f79f5e',
  ],
  series: ['#7a8aee', '#f2985a', '#3fc3b3', '#c582dc', '#dcc04f', '#f0758a', '#74b0ea', '#949cb0'],
};

export const usePalette = (): Palette =>
  useComputedColorScheme('light') === 'dark' ? dark : light;

/** The colour of a score of 0..1. */
export const scoreColor = (palette: Palette, value: number): string =>
  palette.scale[Math.min(palette.scale.length - 1, Math.floor(value * palette.scale.length))] ??
  palette.muted;
