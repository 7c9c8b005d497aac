export { QUALITY_PARTS, QUALITY_WEIGHTS, QualityMeter } from './qualityMeter.ts';
export { type QualityReport, qualityReportSchema } from './report.ts';
