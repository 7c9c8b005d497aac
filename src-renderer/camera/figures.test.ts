import { expect, it } from 'vitest';
import { FigureMeter, type Figures } from './figures.ts';

it('tells once a second how many pictures were tracked, and what one took', () => {
  const told: Figures[] = [];
  const meter = new FigureMeter((figures) => told.push(figures));
  for (let i = 0; i <= 50; i++) meter.add(i % 2 === 0 ? 10 : 30, 5000 + 40 * i);
  expect(told).toHaveLength(2);
  expect(told[0]?.fps).toBeCloseTo(25);
  expect(told[0]?.milliseconds).toBeCloseTo(20, 0);
});
