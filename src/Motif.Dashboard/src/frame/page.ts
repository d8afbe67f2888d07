import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

/** A page of the dashboard as the navigation and the router see it. */
export interface Page {
  readonly name: string;
  /** Absolute path of its entry in the navigation. */
  readonly path: string;
  readonly Icon: ComponentType;
  readonly routes: readonly RouteObject[];
}
