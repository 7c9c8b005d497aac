import { SlidersHorizontal } from 'lucide-react';
import type { SubjectView } from '#shared/contract/index.ts';
import { IconButton } from '../ui/index.ts';
import './calibration.css';
import { closeCalibration, openCalibration, useCalibration } from './calibrationStore.ts';
import { words } from './words.ts';

interface CalibrateButtonProps {
  readonly subject: SubjectView;
  readonly onOpen: () => void;
}

/** Opens the calibration of a subject; says by its colour whether it has one. */
export function CalibrateButton({ subject, onOpen }: CalibrateButtonProps) {
  const isOpen = useCalibration((state) => state.subject?.id === subject.id);
  return (
    <span className="calibration-button" data-calibrated={subject.isCalibrated}>
      <IconButton
        label={words.calibrate(subject.subject, subject.isCalibrated)}
        icon={<SlidersHorizontal />}
        pressed={isOpen}
        onClick={() => {
          if (isOpen) closeCalibration();
          else {
            openCalibration(subject);
            onOpen();
          }
        }}
      />
    </span>
  );
}
