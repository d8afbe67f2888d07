import { ActionIcon, Button, CopyButton, Tooltip } from '@mantine/core';
import { CheckIcon, CopyIcon } from '../frame/icons';

interface CopyProps {
  /** What comes to the clipboard. */
  readonly text: string;
  /** What it is, for the button's name. */
  readonly what: string;
}

/** Copies a text and says so. */
export const Copy = ({ text, what }: CopyProps) => (
  <CopyButton value={text}>
    {({ copied, copy }) => (
      <Tooltip label={copied ? 'Copied' : 'Copy'}>
        <ActionIcon variant="subtle" color="gray" onClick={copy} aria-label={`Copy: ${what}`}>
          {copied ? <CheckIcon /> : <CopyIcon />}
        </ActionIcon>
      </Tooltip>
    )}
  </CopyButton>
);

/** The same with its words beside it. */
export const CopyWords = ({ text, what }: CopyProps) => (
  <CopyButton value={text}>
    {({ copied, copy }) => (
      <Button
        variant="default"
        size="compact-sm"
        leftSection={copied ? <CheckIcon /> : <CopyIcon />}
        onClick={copy}
      >
        {copied ? 'Copied' : `Copy ${what}`}
      </Button>
    )}
  </CopyButton>
);
