export { QualityMeter, type TrackingConditions } from './qualityMeter.ts';
export { type QualityReport, qualityReportSchema } from './report.ts';
