import { z } from 'zod';
import { NO_CALIBRATION } from '#shared/capture/index.ts';
import { type Calibration, type CaptureProtocol, calibrationSchema } from '#shared/contract/index.ts';
import { jsonColumn, type SqliteDatabase } from '../sqlite/index.ts';
import { Table } from './table.ts';

/** By what a subject is known again tomorrow. */
export interface SubjectKey {
  readonly protocol: CaptureProtocol;
  readonly deviceId: string;
  /** Its name as it is sent; of a sender that names nobody, the address that it sends from. */
  readonly subject: string;
}

/** How the user's subjects are calibrated. What this version cannot read was written by a newer one: none counts then. */
export class CalibrationStore {
  readonly #table: Table<{ document: Calibration }>;

  constructor(database: SqliteDatabase) {
    this.#table = new Table(database, z.object({ document: jsonColumn(calibrationSchema) }));
  }

  /** A subject's calibration; `NO_CALIBRATION` where it has none. */
  read(key: SubjectKey): Calibration {
    const stored = this.#table.first(
      `SELECT document FROM calibrations
       WHERE protocol = :protocol AND device_id = :deviceId AND subject = :subject`,
      key,
    );
    return stored?.document ?? NO_CALIBRATION;
  }

  /** Throws `io` or `disk_full`. */
  write(key: SubjectKey, calibration: Calibration): void {
    this.#table.write('The calibration cannot be stored', () =>
      this.#table.run(
        `INSERT OR REPLACE INTO calibrations (protocol, device_id, subject, document)
         VALUES (:protocol, :deviceId, :subject, :document)`,
        { ...key, document: JSON.stringify(calibration) },
      ),
    );
  }
}
