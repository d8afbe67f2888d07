import { Stack, TagsInput, TextInput, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { typeName, type Fields } from './fields';

interface PatternFieldsProps {
  readonly fields: Fields;
  readonly onChange: (fields: Fields) => void;
  /** Whether this pattern's steps can be written as lines. */
  readonly hasSteps: boolean;
  readonly children?: ReactNode;
}

/** What a new pattern and a changed one have in common. */
export function PatternFields({ fields, onChange, hasSteps, children }: PatternFieldsProps) {
  const set = <Name extends keyof Fields>(name: Name, value: Fields[Name]) =>
    onChange({ ...fields, [name]: value });
  const type = typeName(fields.pattern_type);
  return (
    <Stack gap="md">
      {children}
      <TextInput
        label="Name"
        description="What one would call it in a conversation"
        value={fields.name}
        onChange={(event) => set('name', event.currentTarget.value)}
        required
        maxLength={200}
      />
      <TextInput
        label="Type"
        description={
          type === '' || type === fields.pattern_type
            ? 'A finer word than the kind, such as api_optimization'
            : `Is kept as ${type}`
        }
        value={fields.pattern_type}
        onChange={(event) => set('pattern_type', event.currentTarget.value)}
        required
        maxLength={80}
      />
      <Textarea
        label="Description"
        description="What it is for, in a sentence or two; searches and matches read it"
        value={fields.description}
        onChange={(event) => set('description', event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={14}
        maxLength={20_000}
      />
      {hasSteps && (
        <Textarea
          label="Steps"
          description="What to do, one step a line"
          value={fields.steps}
          onChange={(event) => set('steps', event.currentTarget.value)}
          autosize
          minRows={4}
          maxRows={20}
        />
      )}
      <TagsInput
        label="Tags"
        description="Enter or a comma ends one"
        value={[...fields.tags]}
        onChange={(tags) => set('tags', tags)}
        splitChars={[',']}
        clearable
      />
    </Stack>
  );
}
