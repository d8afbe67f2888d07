import type { Palette } from './palette';

/** Font and tooltip of every chart. */
export const base = (palette: Palette) => ({
  animationDuration: 300,
  textStyle: { fontFamily: "'Inter Variable', system-ui, sans-serif", color: palette.text },
  tooltip: {
    backgroundColor: palette.surface,
    borderColor: palette.line,
    textStyle: { color: palette.text, fontSize: 13 },
    confine: true,
  },
});

export const grid = { left: 8, right: 12, top: 16, bottom: 4, outerBoundsMode: 'same' };

export const categoryAxis = (palette: Palette, data: readonly string[]) => ({
  type: 'category',
  data,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: palette.line } },
  axisLabel: { color: palette.dimmed, fontSize: 12, hideOverlap: true },
});

export const valueAxis = (palette: Palette) => ({
  type: 'value',
  minInterval: 1,
  axisLabel: { color: palette.dimmed, fontSize: 12 },
  splitLine: { lineStyle: { color: palette.line } },
});

export const legend = (palette: Palette) => ({
  top: 0,
  right: 0,
  icon: 'roundRect',
  itemWidth: 10,
  itemHeight: 10,
  textStyle: { color: palette.dimmed, fontSize: 12 },
});

/** Names of patterns come from scanned sources: they are text, never markup of a tooltip. */
export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const dayName = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** “3 Jan” for a date without a time of day. */
export const dayLabel = (day: string): string => dayName.format(new Date(`${day}T00:00:00Z`));
