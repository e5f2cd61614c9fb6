import { ArrowLeft, ArrowRight, Plus, X } from 'lucide-react';
import { useManagerText } from '../../manager-words.tsx';
import { levelsWith, type Levels } from '../draft/levels.ts';
import type { Path } from '../draft/path.ts';
import { FaultLine } from '../fields/FaultText.tsx';
import { IconButton } from '../fields/RowButtons.tsx';
import { nameIn } from '../titles.ts';
import { useFilling, useValue } from '../use-draft.ts';
import styles from './levels.module.css';

interface LevelProps {
  readonly services: readonly string[];
  /** From 0; undefined: those that the profile does not serve. */
  readonly level: number | undefined;
  readonly put: (service: string, level: number | undefined) => void;
}

function ServiceRow({ id, level, put }: Pick<LevelProps, 'level' | 'put'> & { readonly id: string }) {
  const reader = useManagerText();
  const { text, language } = reader;
  const name = nameIn([useFilling().file], 'services', id, reader);
  const [Back, On] = language === 'ur' ? [ArrowRight, ArrowLeft] : [ArrowLeft, ArrowRight];
  return (
    <li>
      <span>{name}</span>
      {level === undefined ? (
        <IconButton label={text('serveIt', { name })} onPress={() => put(id, 0)}>
          <Plus aria-hidden="true" width="1em" height="1em" />
        </IconButton>
      ) : (
        <span className={styles.moves}>
          <IconButton label={text('levelUp', { name })} isDisabled={level === 0} onPress={() => put(id, level - 1)}>
            <Back aria-hidden="true" width="1em" height="1em" />
          </IconButton>
          <IconButton label={text('levelDown', { name })} onPress={() => put(id, level + 1)}>
            <On aria-hidden="true" width="1em" height="1em" />
          </IconButton>
          <IconButton label={text('serveNot', { name })} onPress={() => put(id, undefined)}>
            <X aria-hidden="true" width="1em" height="1em" />
          </IconButton>
        </span>
      )}
    </li>
  );
}

function Level({ services, level, put }: LevelProps) {
  const { text } = useManagerText();
  const title =
    level === undefined
      ? text('levelNone')
      : level === 0
        ? text('levelFirst')
        : text('levelLater', { level: level + 1 });
  return (
    <section className={styles.level} aria-label={title} data-none={level === undefined}>
      <h4>{title}</h4>
      <ul>
        {services.map((id) => (
          <ServiceRow key={id} {...{ id, level, put }} />
        ))}
      </ul>
      {services.length === 0 ? <p>{text('levelEmpty')}</p> : null}
    </section>
  );
}

/** What a counter serves, in columns: the first, then what is called only when nobody waits for those before it. */
export function LevelsField({ path }: { readonly path: Path }) {
  const { text } = useManagerText();
  const { file } = useFilling();
  const { value: levels = [], fault, set } = useValue<Levels>(path);
  const served = new Set(levels.flat());
  const others = file.services.map(({ id }) => id).filter((id) => !served.has(id));
  const put = (service: string, level: number | undefined) => set(levelsWith(levels, service, level));
  return (
    <div className={styles.field}>
      <p className={styles.hint}>{text('h_levels')}</p>
      <div className={styles.levels}>
        {(levels.length === 0 ? [[]] : levels).map((services, level) => (
          <Level key={level} {...{ services, level, put }} />
        ))}
        <Level services={others} level={undefined} put={put} />
      </div>
      <FaultLine fault={fault} />
    </div>
  );
}
