export { QualityMeter } from './qualityMeter.ts';
export { type QualityReport, qualityReportSchema } from './report.ts';
