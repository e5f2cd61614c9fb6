import { Button } from 'react-aria-components/Button';
import { useManagerText } from '../manager-words.tsx';
import { changesOf, type Draft } from './draft/draft.ts';
import { type Section, SECTION_GROUPS, type SectionName } from './sections.ts';
import styles from './side-list.module.css';
import { useFilling } from './use-draft.ts';

interface RowProps {
  readonly section: Section;
  readonly isHere: boolean;
  readonly isChanged: boolean;
  readonly go: () => void;
}

function Row({ section: { name, icon: Icon, fields }, isHere, isChanged, go }: RowProps) {
  const { text } = useManagerText();
  const { faults } = useFilling();
  const count = faults.filter(({ path }) => fields.includes(String(path[0]))).length;
  return (
    <Button className={styles.row ?? ''} aria-current={isHere ? 'page' : 'false'} onPress={go}>
      <Icon aria-hidden="true" width="18" height="18" strokeWidth={1.75} />
      <span>{text(`section_${name}`)}</span>
      {count > 0 ? (
        <em className={styles.wrong}>{text('toMend', { count })}</em>
      ) : isChanged ? (
        <em className={styles.changed}>
          <span className="visually-hidden">{text('changedHere')}</span>
        </em>
      ) : null}
    </Button>
  );
}

interface SideListProps {
  readonly draft: Draft;
  readonly here: SectionName | undefined;
  readonly go: (name: SectionName) => void;
}

/** The sections of the set-up, with what is to mend in each. */
export function SideList({ draft, here, go }: SideListProps) {
  const { text } = useManagerText();
  const changed = new Set(changesOf(draft).map(({ path }) => path[0]));
  return (
    <nav className={styles.list} aria-label={text('setUpSections')}>
      {SECTION_GROUPS.map((group) => (
        <div key={group.name}>
          <h2>{text(`sections_${group.name}`)}</h2>
          {group.sections.map((section) => (
            <Row
              key={section.name}
              section={section}
              isHere={section.name === here}
              isChanged={section.fields.some((field) => changed.has(field))}
              go={() => go(section.name)}
            />
          ))}
        </div>
      ))}
    </nav>
  );
}
