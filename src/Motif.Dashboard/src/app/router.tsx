import { createBrowserRouter, type RouteObject } from 'react-router';
import { pages } from '../pages';
import { Loading } from '../states/Loading';
import { NoSuchPage, PageFailure } from '../shell/PageFailure';
import { Shell } from '../shell/Shell';

export const routes: RouteObject[] = [
  {
    element: <Shell />,
    hydrateFallbackElement: <Loading />,
    children: [
      {
        errorElement: <PageFailure />,
        children: [...pages.flatMap((page) => page.routes), { path: '*', element: <NoSuchPage /> }],
      },
    ],
  },
];

export const createRouter = () => createBrowserRouter(routes);
