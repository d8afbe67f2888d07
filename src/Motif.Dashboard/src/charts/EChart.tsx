import { BarChart, CustomChart, GraphChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import {
  init,
  use as register,
  type ECElementEvent,
  type ECharts,
  type EChartsCoreOption,
} from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

register([
  BarChart,
  CustomChart,
  GraphChart,
  HeatmapChart,
  LineChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  CanvasRenderer,
]);

export interface EChartProps {
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly onSelect?: ((event: ECElementEvent) => void) | undefined;
}

/** The drawing itself; Chart gives it its name, its frame and its table. */
export default function EChart({ option, height, onSelect }: EChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const select = useRef(onSelect);
  useEffect(() => {
    select.current = onSelect;
  }, [onSelect]);

  useEffect(() => {
    if (element.current === null) return;
    const drawn = init(element.current, null, { locale: 'EN' });
    drawn.on('click', (event) => select.current?.(event));
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(element.current);
    chart.current = drawn;
    return () => {
      observer.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);

  return <div ref={element} style={{ height, width: '100%' }} />;
}
