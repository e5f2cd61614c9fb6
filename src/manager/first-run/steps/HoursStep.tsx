import { Card } from '../../set-up/Card.tsx';
import { HoursField } from '../../set-up/fields/HoursField.tsx';

export const HoursStep = () => (
  <Card>
    <HoursField />
  </Card>
);
