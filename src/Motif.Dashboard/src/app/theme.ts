import {
  createTheme,
  Table,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const iris: MantineColorsTuple = [
  '#eef1ff',
  '#dfe4fd',
  '#bdc6f8',
  '#98a5f3',
  '#7a8aee',
  '#6778ec',
  '#5568e4',
  '#4558d0',
  '#3a4bb4',
  '#2c3a92',
];

/** Slightly blue greys, so that dark pages are not flat black. */
const dark: MantineColorsTuple = [
  '#d5d9e3',
  '#b4bac9',
  '#949cb0',
  '#6f788f',
  '#454d63',
  '#343b4f',
  '#272d3e',
  '#1b2030',
  '#141824',
  '#0e111a',
];

export const theme = createTheme({
  colors: { iris, dark },
  primaryColor: 'iris',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, 'Cascadia Code', monospace",
  headings: { fontWeight: '650' },
  components: {
    // What scrolls is scrolled by keys too, which takes the focus.
    TableScrollContainer: Table.ScrollContainer.extend({
      defaultProps: { scrollAreaProps: { viewportProps: { tabIndex: 0 } } },
    }),
  },
});

/** Mantine's dimmed text and light badges miss the contrast of 4.5 (WCAG 2.2, 1.4.3); these shades reach it. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f7f8fb',
    '--mantine-color-dimmed': '#5b6476',
    '--mantine-color-green-light-color': '#17642c',
    '--mantine-color-teal-light-color': '#05634f',
    '--mantine-color-orange-light-color': '#973700',
    '--mantine-color-red-light-color': '#b32121',
    '--mantine-color-red-outline': '#b32121',
    '--mantine-color-grape-light-color': '#7b2591',
    '--mantine-color-gray-light-color': '#454d5c',
    '--motif-surface': '#ffffff',
    '--motif-border': '#e3e6ee',
    '--motif-track': '#e9ecf3',
  },
  dark: {
    '--mantine-color-body': '#10131c',
    '--mantine-color-dimmed': '#9aa3b8',
    // Mantine's own dark tint of the brand is nearly black.
    '--mantine-color-iris-light': '#252d4f',
    '--mantine-color-iris-light-hover': '#2c3560',
    '--mantine-color-iris-light-color': '#c3ccff',
    '--motif-surface': '#181c28',
    '--motif-border': '#2a3042',
    '--motif-track': '#2a3042',
  },
});
