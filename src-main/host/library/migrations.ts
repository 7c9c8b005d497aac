/**
 * The schema of a user's library: entry n brings a database from `user_version` n to n + 1. Entries are only ever added.
 * Avatars' files lie beside it, named by their SHA-256.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE avatar_configs (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    file_sha256 TEXT NOT NULL,
    file_bytes INTEGER NOT NULL,
    profile TEXT NOT NULL,
    morph_mappings TEXT NOT NULL DEFAULT '{}',
    emotion_presets TEXT NOT NULL DEFAULT '{}',
    quality_settings TEXT NOT NULL DEFAULT 'null',
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
  ) STRICT;
  CREATE INDEX idx_avatar_configs_file ON avatar_configs(file_sha256);

  CREATE TABLE presets (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    document TEXT NOT NULL,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    UNIQUE (kind, name)
  ) STRICT;

  CREATE TABLE user_preferences (
    user_id TEXT PRIMARY KEY,
    default_avatar TEXT NOT NULL,
    default_quality TEXT NOT NULL,
    enable_emotions INTEGER NOT NULL,
    enable_micro_expressions INTEGER NOT NULL,
    custom_mappings TEXT NOT NULL
  ) STRICT;
  `,
  `ALTER TABLE user_preferences ADD COLUMN custom_presets TEXT NOT NULL DEFAULT '{}'`,
  'CREATE TABLE capture_settings (user_id TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT',
  `
  CREATE TABLE calibrations (
    protocol TEXT NOT NULL,
    device_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (protocol, device_id, subject)
  ) STRICT;
  `,
  'CREATE TABLE sending_settings (user_id TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT',
];
