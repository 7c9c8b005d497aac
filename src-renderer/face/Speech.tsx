import { SPOKEN_CUES } from '#shared/performance/index.ts';
import { useRig } from '../performer/index.ts';
import { Button } from '../ui/index.ts';
import { words } from './words.ts';

/** A line for the mouth to speak over whatever else moves the face. */
export function Speech() {
  const speech = useRig(({ rig }) => rig.speech);
  return (
    <div className="face-buttons">
      <Button onClick={() => speech.speak(SPOKEN_CUES)}>{words.speak}</Button>
      <Button onClick={() => speech.stop()}>{words.stopSpeaking}</Button>
    </div>
  );
}
