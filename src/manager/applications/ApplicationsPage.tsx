import { useRef, useState } from 'react';
import type { ManagerView } from '../../protocol/views/views.ts';
import { useManagerText } from '../manager-words.tsx';
import { Empty, Panel } from '../Panel.tsx';
import { useCentre } from '../use-centre.ts';
import { ApplicationPanel } from './opened/ApplicationPanel.tsx';
import styles from './applications.module.css';
import { finishStage } from './opened/finish-stage.ts';
import type { Scanned } from './scanned.ts';
import { ScanBar } from './ScanBar.tsx';
import { ScannedList } from './ScannedList.tsx';
import { StageFunnel } from './StageFunnel.tsx';
import { loadOf } from './stage-loads.ts';
import { type ScannedState, useFinishOnScan } from './use-finish-on-scan.ts';
import { type Opened, useOpened } from './opened/use-opened.ts';
import { WorkList } from './WorkList.tsx';

/** What every scan finishes while that is switched on; `undefined` when the chosen stage is none for it. */
function useStageToFinish(chosen: string | undefined): string | undefined {
  const { centre } = useCentre();
  const isDeskWork = centre?.services.some((service) =>
    service.journey.some((stage) => stage.id === chosen && stage.place !== 'counter' && stage.place !== 'kiosk'),
  );
  return isDeskWork ? chosen : undefined;
}

function useHint(opened: Opened, isOnScan: boolean, chosen: string | undefined, toFinish: string | undefined): string {
  const { text } = useManagerText();
  const { stageName } = useCentre();
  if (isOnScan && toFinish !== undefined) return text('finishOnScanStage', { stage: stageName(toFinish) });
  if (isOnScan && chosen !== undefined) return text('finishOnScanCounter', { stage: stageName(chosen) });
  if (isOnScan) return text('finishOnScanChoose');
  if (!opened.canFinishByEnter) return text('scanHint');
  return text('scanEnter', { stage: stageName(opened.application?.stageId ?? '') });
}

function Nothing() {
  const { text } = useManagerText();
  return (
    <section className={styles.nothing}>
      <h2>{text('panelEmpty')}</h2>
      <p>{text('panelEmptyMore')}</p>
    </section>
  );
}

interface AsideProps {
  readonly isOnScan: boolean;
  readonly list: readonly Scanned[];
  readonly open: (trackingNumber: string) => void;
}

/** What stands where an application would: how to open one, or what the scans have done. */
function Aside({ isOnScan, list, open }: AsideProps) {
  return isOnScan ? <ScannedList list={list} open={open} /> : <Nothing />;
}

interface PageProps {
  readonly loads: ManagerView['applications'];
  readonly scanned: ScannedState;
}

/** Filed cases: where they lie, the work list of a stage, and one of them with its way from stage to stage. */
export function ApplicationsPage({ loads, scanned }: PageProps) {
  const { text } = useManagerText();
  const { stageName } = useCentre();
  const field = useRef<HTMLInputElement>(null);
  const [chosen, choose] = useState<string | undefined>();
  const [isOnScan, setOnScan] = useState(false);
  const freshness = JSON.stringify(loads);
  const opened = useOpened(freshness);
  const finishScanned = useFinishOnScan(scanned);
  const toFinish = useStageToFinish(chosen);
  const scan = (trackingNumber: string) => {
    if (!isOnScan) return opened.open(trackingNumber);
    opened.open(undefined);
    if (toFinish !== undefined) finishScanned(trackingNumber, toFinish);
  };
  const enter = () => {
    if (!isOnScan && opened.canFinishByEnter) finishStage(opened, text, stageName);
  };
  const openListed = (trackingNumber: string) => {
    opened.open(trackingNumber);
    field.current?.focus();
  };
  return (
    <div className={styles.page}>
      <ScanBar {...{ field, isOnScan, setOnScan, scan, enter }} hint={useHint(opened, isOnScan, chosen, toFinish)} />
      <StageFunnel loads={loads} chosen={chosen} choose={choose} />
      {chosen === undefined ? (
        <Panel title={text('workTitle')}>
          <Empty>{text('workChoose')}</Empty>
        </Panel>
      ) : (
        <WorkList
          stageId={chosen}
          all={loadOf(loads, chosen).open}
          opened={opened.trackingNumber}
          open={openListed}
          freshness={freshness}
        />
      )}
      {opened.trackingNumber === undefined ? (
        <Aside isOnScan={isOnScan} list={scanned[0]} open={openListed} />
      ) : (
        <ApplicationPanel opened={opened} backToScan={() => field.current?.focus()} />
      )}
    </div>
  );
}
