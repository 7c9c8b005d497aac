import type { TrackingProvider } from './provider.ts';
export async function selfCheck(_provider: TrackingProvider): Promise<void> {}
