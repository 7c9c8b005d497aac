import { TriangleAlert, X } from 'lucide-react';
import { IconButton } from './IconButton.tsx';
import './banner.css';
import { dismissProblem, useProblems } from './problems.ts';
import { words } from './words.ts';

/** The problems shown by `showProblem`. */
export function Problems() {
  const problems = useProblems((state) => state.problems);
  return problems.map((problem) => (
    <div key={problem.message} role="alert" className="ui-banner" data-tone="bad">
      <TriangleAlert />
      <p>
        {problem.message}
        {problem.remedy !== undefined && <span className="ui-banner-remedy"> {problem.remedy}</span>}
      </p>
      <IconButton label={words.dismiss} icon={<X />} onClick={() => dismissProblem(problem)} />
    </div>
  ));
}
