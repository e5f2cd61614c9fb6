import { type ManagerText, useManagerText } from './manager-words.tsx';

/** The head of a table: a column for each word. */
export function ColumnHeads({ names }: { readonly names: readonly Parameters<ManagerText>[0][] }) {
  const { text } = useManagerText();
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {text(name)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
