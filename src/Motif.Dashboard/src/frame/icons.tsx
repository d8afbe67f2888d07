import type { ReactElement, ReactNode } from 'react';

/** 24 × 24 line icons in the colour of the text; decoration only, the words stand beside them. */
function icon(paths: ReactNode): () => ReactElement {
  return function Icon() {
    return (
      <svg
        width="1.2em"
        height="1.2em"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {paths}
      </svg>
    );
  };
}

export const OverviewIcon = icon(
  <>
    <rect x="3" y="3" width="7.5" height="9" rx="1.6" />
    <rect x="13.5" y="3" width="7.5" height="5" rx="1.6" />
    <rect x="13.5" y="12" width="7.5" height="9" rx="1.6" />
    <rect x="3" y="16" width="7.5" height="5" rx="1.6" />
  </>,
);

export const CatalogueIcon = icon(
  <>
    <path d="M4 5.5A1.5 1.5 0 0 1 5.5 4H9v16H5.500A1.5 1.5 0 0 1 4 18.500z" />
    <path d="M9 4h4.500v16H9" />
    <path d="m14.5 5.2 3-.8 3.6 14-3 .8z" />
  </>,
);

export const CodeIcon = icon(
  <>
    <path d="m8 7-5 5 5 5" />
    <path d="m16 7 5 5-5 5" />
    <path d="m13.5 4.5-3 15" />
  </>,
);

export const ContentIcon = icon(
  <>
    <path d="M4 5.5A1.5 1.5 0 0 1 5.5 4h13A1.5 1.5 0 0 1 20 5.500v9a1.5 1.5 0 0 1-1.500 1.500H11l-4.500 4v-4h-1A1.5 1.5 0 0 1 4 14.500z" />
    <path d="M8 8.500h8M8 11.800h5" />
  </>,
);

export const DiscoveryIcon = icon(
  <>
    <circle cx="7" cy="8" r="3.2" />
    <circle cx="17" cy="6.500" r="2" />
    <circle cx="15.500" cy="16.500" r="3.800" />
    <path d="M6 18h.01M8.500 20h.01M11 12h.01" />
  </>,
);

export const DecisionsIcon = icon(
  <>
    <path d="M4 12h5l6-6h5M9 12l6 6h5" />
    <path d="M17.500 3.500L20 6l-2.500 2.500M17.500 15.500L20 18l-2.500 2.500" />
  </>,
);

export const SystemIcon = icon(
  <>
    <rect x="3" y="4" width="18" height="6.5" rx="1.8" />
    <rect x="3" y="13.5" width="18" height="6.5" rx="1.8" />
    <path d="M7 7.250h.01M7 16.750h.01M11 7.250h6M11 16.750h6" />
  </>,
);

export const SearchIcon = icon(
  <>
    <circle cx="11" cy="11" r="6.5" />
    <path d="m20 20-4.3-4.3" />
  </>,
);

export const SunIcon = icon(
  <>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4" />
  </>,
);

export const MoonIcon = icon(
  <path d="M20 14.500A8.5 8.5 0 1 1 9.5 4a6.8 6.8 0 0 0 10.5 10.500z" />,
);

export const ScreenIcon = icon(
  <>
    <rect x="3" y="4.5" width="18" height="12" rx="1.8" />
    <path d="M8.5 20h7" />
  </>,
);

export const AlertIcon = icon(
  <>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 7.500v5.500M12 16.300h.01" />
  </>,
);

export const ChevronIcon = icon(<path d="m6 9 6 6 6-6" />);

export const CheckIcon = icon(<path d="m5 12.5 4.5 4.500L19 7.5" />);

export const CopyIcon = icon(
  <>
    <rect x="8.5" y="8.5" width="12" height="12" rx="2" />
    <path d="M15.5 8.500v-3a2 2 0 0 0-2-2h-8a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h3" />
  </>,
);

export const PlayIcon = icon(<path d="M7 4.500v15l12-7.500z" />);

export const RemoveIcon = icon(<path d="m6.500 6.500 11 11m0-11-11 11" />);

export const FilterIcon = icon(<path d="M4 6h16M7 12h10M10.500 18h3" />);

export const PlusIcon = icon(<path d="M12 5v14M5 12h14" />);
