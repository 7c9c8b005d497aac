/**
 * The workspace's schema, step by step: entry n brings a database from `user_version` n to n + 1. Entries are only ever
 * added. Paths of tracks are relative to the workspace, so that it can be moved.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE videos (
    id TEXT PRIMARY KEY,
    word TEXT NOT NULL,
    filename TEXT NOT NULL,
    remote_url TEXT,
    local_path TEXT NOT NULL,
    sha1 TEXT UNIQUE,
    duration_s REAL,
    fps REAL,
    width INTEGER,
    height INTEGER,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
  ) STRICT;
  CREATE INDEX idx_videos_word ON videos(word);
  CREATE INDEX idx_videos_filename ON videos(filename);
  CREATE INDEX idx_videos_local_path ON videos(local_path);

  CREATE TABLE clips (
    id TEXT PRIMARY KEY,
    video_id TEXT NOT NULL REFERENCES videos(id),
    word TEXT NOT NULL,
    start_s REAL,
    end_s REAL,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
  ) STRICT;
  CREATE UNIQUE INDEX idx_clips_range ON clips(video_id, word, ifnull(start_s, -1), ifnull(end_s, -1));
  CREATE INDEX idx_clips_word ON clips(word);

  CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    video_id TEXT NOT NULL REFERENCES videos(id),
    clip_id TEXT NOT NULL UNIQUE REFERENCES clips(id),
    status TEXT NOT NULL CHECK (status IN ('queued', 'processing', 'done', 'failed', 'missing_file')),
    error TEXT,
    error_kind TEXT,
    error_remedy TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    lease_owner TEXT,
    lease_expires_at TEXT,
    started_at TEXT,
    finished_at TEXT,
    quality_score REAL,
    frames INTEGER,
    export_path TEXT,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
  ) STRICT;
  CREATE INDEX idx_jobs_status ON jobs(status);
  CREATE INDEX idx_jobs_video_id ON jobs(video_id);

  CREATE TABLE tracks (
    id TEXT PRIMARY KEY,
    video_id TEXT NOT NULL UNIQUE REFERENCES videos(id),
    provider TEXT NOT NULL,
    format_version TEXT NOT NULL,
    data_path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    frames INTEGER NOT NULL,
    quality TEXT NOT NULL,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
  ) STRICT;
  CREATE INDEX idx_tracks_video_id ON tracks(video_id);
  `,
  `
  CREATE TABLE takes (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    slate TEXT NOT NULL,
    take_number INTEGER NOT NULL,
    subjects TEXT NOT NULL,
    tags TEXT NOT NULL,
    rating INTEGER NOT NULL,
    notes TEXT NOT NULL,
    trim_start_s REAL,
    trim_end_s REAL,
    started_at TEXT NOT NULL,
    duration_s REAL NOT NULL,
    frames INTEGER NOT NULL,
    dropped_frames INTEGER NOT NULL,
    quality REAL NOT NULL,
    end_reason TEXT,
    has_audio INTEGER NOT NULL,
    has_video INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    search_text TEXT NOT NULL,
    stamp TEXT NOT NULL,
    trashed_at TEXT
  ) STRICT;
  CREATE INDEX idx_takes_started_at ON takes(started_at, id) WHERE trashed_at IS NULL;
  CREATE INDEX idx_takes_name ON takes(name COLLATE NOCASE, id) WHERE trashed_at IS NULL;
  CREATE INDEX idx_takes_rating ON takes(rating, id) WHERE trashed_at IS NULL;
  CREATE INDEX idx_takes_duration ON takes(duration_s, id) WHERE trashed_at IS NULL;
  CREATE INDEX idx_takes_quality ON takes(quality, id) WHERE trashed_at IS NULL;
  CREATE INDEX idx_takes_trashed_at ON takes(trashed_at) WHERE trashed_at IS NOT NULL;

  CREATE TABLE take_tags (
    tag TEXT NOT NULL,
    take_id TEXT NOT NULL REFERENCES takes(id) ON DELETE CASCADE,
    PRIMARY KEY (tag, take_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX idx_take_tags_take_id ON take_tags(take_id);
  `,
  'ALTER TABLE takes ADD COLUMN is_edited INTEGER NOT NULL DEFAULT 0',
];
