import { useManagerText } from '../../manager-words.tsx';
import { Card } from '../Card.tsx';
import { WordsList } from '../fields/WordsList.tsx';
import { MediaPanel } from '../media/MediaPanel.tsx';

export function TextsSection() {
  const { text } = useManagerText();
  return (
    <>
      <Card>
        <WordsList path={['ticker']} label={text('f_ticker')} hint={text('h_ticker')} one={text('one_ticker')} />
      </Card>
      <Card title={text('media_title')} hint={text('media_hint')}>
        <MediaPanel />
      </Card>
    </>
  );
}
