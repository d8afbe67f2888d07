import { Button, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Panel } from '../../../frame/Panel';
import { ProblemNotice } from '../../../states/ProblemNotice';

interface QuestionProps<T> {
  readonly title: string;
  readonly label: string;
  readonly placeholder: string;
  readonly button: string;
  readonly ask: {
    readonly mutate: (text: string) => void;
    readonly isPending: boolean;
    readonly error: Error | null;
    readonly data: T | undefined;
  };
  readonly children: (data: T) => ReactNode;
}

/** A line of text that is asked about, and the answer under it. */
export function Question<T>({
  title,
  label,
  placeholder,
  button,
  ask,
  children,
}: QuestionProps<T>) {
  const [text, setText] = useState('');
  return (
    <Panel title={title} note="Nothing is kept of it">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate(text);
        }}
      >
        <Stack gap="sm" align="flex-start">
          <TextInput
            label={label}
            placeholder={placeholder}
            w="100%"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" disabled={text.trim() === ''} loading={ask.isPending}>
            {button}
          </Button>
          {ask.error !== null && <ProblemNotice error={ask.error} />}
          {ask.data !== undefined && (
            <div role="status" style={{ width: '100%' }}>
              {children(ask.data)}
            </div>
          )}
        </Stack>
      </form>
    </Panel>
  );
}
