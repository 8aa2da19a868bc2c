CREATE TABLE root (
  id       INTEGER PRIMARY KEY,
  path     TEXT NOT NULL UNIQUE,
  paused   INTEGER NOT NULL DEFAULT 0,
  missing  INTEGER NOT NULL DEFAULT 0,
  mount    TEXT
) STRICT;

-- AUTOINCREMENT here and in chunk: an id is never given out twice, so work begun for a row that has gone since
-- (a batch at the model, a result on a screen) can not land on another one.
-- tried_ns: when the last attempt to read began; a change within the clock's grain of it is caught by that.
CREATE TABLE file (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  root_id        INTEGER NOT NULL REFERENCES root (id) ON DELETE CASCADE,
  path           TEXT NOT NULL UNIQUE,
  folder         TEXT NOT NULL,
  name           TEXT NOT NULL,
  kind           TEXT NOT NULL,
  size           INTEGER NOT NULL,
  mtime_ns       INTEGER NOT NULL,
  inode          INTEGER NOT NULL,
  content_hash   BLOB,
  reader_version INTEGER NOT NULL DEFAULT 0,
  state          TEXT NOT NULL CHECK (state IN ('pending', 'ready', 'failed', 'skipped')),
  error_code     TEXT,
  error_detail   TEXT,
  attempts       INTEGER NOT NULL DEFAULT 0,
  tried_ns       INTEGER NOT NULL DEFAULT 0,
  title          TEXT,
  author         TEXT,
  created        TEXT,
  pages          INTEGER,
  taken_at       TEXT,
  camera         TEXT,
  latitude       REAL,
  longitude      REAL,
  width          INTEGER,
  height         INTEGER
) STRICT;
CREATE INDEX file_root ON file (root_id, state);
CREATE INDEX file_folder ON file (root_id, folder);
CREATE INDEX file_state ON file (state, attempts, mtime_ns DESC);
-- A file never read yet may be one that has moved: looked up by size when a known file has gone.
CREATE INDEX file_unread ON file (size) WHERE state = 'pending' AND reader_version = 0;

-- Folders that could not be listed; the files known below them stay.
CREATE TABLE unread_folder (
  path         TEXT NOT NULL PRIMARY KEY,
  root_id      INTEGER NOT NULL REFERENCES root (id) ON DELETE CASCADE,
  error_code   TEXT NOT NULL,
  error_detail TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX unread_folder_root ON unread_folder (root_id);

-- What a model of pictures sees, and a person in a list: a small upright WEBP, named by the SHA-256 of its bytes.
CREATE TABLE view (
  id    INTEGER PRIMARY KEY,
  hash  BLOB NOT NULL UNIQUE,
  webp  BLOB NOT NULL,
  phash INTEGER NOT NULL
) STRICT;

-- A passage is text, or a picture: then text and context are empty and picture is the hash of its view.
-- text_hash covers what is embedded, so that equal passages share one computation.
CREATE TABLE chunk (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  file_id   INTEGER NOT NULL REFERENCES file (id) ON DELETE CASCADE,
  seq       INTEGER NOT NULL,
  text      TEXT NOT NULL,
  context   TEXT NOT NULL,
  locator   TEXT NOT NULL,
  text_hash BLOB NOT NULL,
  picture   BLOB REFERENCES view (hash),
  UNIQUE (file_id, seq)
) STRICT;
CREATE INDEX chunk_hash ON chunk (text_hash);
CREATE INDEX chunk_picture ON chunk (picture) WHERE picture IS NOT NULL;
CREATE TRIGGER view_unused AFTER DELETE ON chunk WHEN old.picture IS NOT NULL BEGIN
  DELETE FROM view WHERE hash = old.picture AND NOT EXISTS (SELECT 1 FROM chunk WHERE picture = old.picture);
END;

-- Pages that may hold text only eyes can read; -1 is the picture that a file is. Read last, once for each content.
CREATE TABLE ocr_due (
  file_id INTEGER PRIMARY KEY REFERENCES file (id) ON DELETE CASCADE,
  pages   TEXT NOT NULL
) STRICT;
CREATE TABLE ocr (
  content_hash BLOB NOT NULL,
  page         INTEGER NOT NULL,
  passages     TEXT NOT NULL,
  PRIMARY KEY (content_hash, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE space (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  fingerprint TEXT NOT NULL UNIQUE,
  kind        TEXT NOT NULL CHECK (kind IN ('text', 'image')),
  model_id    TEXT NOT NULL,
  dim         INTEGER NOT NULL,
  is_active   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX space_one_active ON space (kind) WHERE is_active = 1;

-- vector: int8[dim] scaled to its own peak. The chunk leads the key so that deleting a chunk needs no index more.
CREATE TABLE embedding (
  chunk_id INTEGER NOT NULL REFERENCES chunk (id) ON DELETE CASCADE,
  space_id INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  vector   BLOB NOT NULL,
  PRIMARY KEY (chunk_id, space_id)
) STRICT, WITHOUT ROWID;

-- code: sign bits, dim/8 bytes, rounded up to a multiple of 8 bytes. Apart from the vectors, and with the file,
-- because all of them are read into memory at start: a sixth of the bytes, one table, in order.
CREATE TABLE code (
  chunk_id INTEGER NOT NULL REFERENCES chunk (id) ON DELETE CASCADE,
  space_id INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  file_id  INTEGER NOT NULL,
  code     BLOB NOT NULL,
  PRIMARY KEY (chunk_id, space_id)
) STRICT, WITHOUT ROWID;

-- What is still to be embedded, so that finding the next batch never searches for what is absent.
CREATE TABLE embedding_due (
  chunk_id INTEGER NOT NULL REFERENCES chunk (id) ON DELETE CASCADE,
  space_id INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  mtime_ns INTEGER NOT NULL,
  PRIMARY KEY (chunk_id, space_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX embedding_due_next ON embedding_due (space_id, mtime_ns DESC, chunk_id);

-- unicode61 keeps a run of Chinese or Japanese as one word, so those runs are also indexed as overlapping
-- pairs of characters. hunch_bigrams() is registered by store.functions; it is '' for other scripts.
CREATE VIEW chunk_words AS
  SELECT id, context, text, hunch_bigrams(context || ' ' || text) AS bigrams FROM chunk WHERE picture IS NULL;
CREATE VIRTUAL TABLE chunk_fts USING fts5 (
  context, text, bigrams, content = 'chunk_words', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER chunk_words_insert AFTER INSERT ON chunk WHEN new.picture IS NULL BEGIN
  INSERT INTO chunk_fts (rowid, context, text, bigrams)
  VALUES (new.id, new.context, new.text, hunch_bigrams(new.context || ' ' || new.text));
END;
CREATE TRIGGER chunk_words_delete AFTER DELETE ON chunk WHEN old.picture IS NULL BEGIN
  INSERT INTO chunk_fts (chunk_fts, rowid, context, text, bigrams)
  VALUES ('delete', old.id, old.context, old.text, hunch_bigrams(old.context || ' ' || old.text));
END;

CREATE VIRTUAL TABLE name_fts USING fts5 (
  name, content = 'file', content_rowid = 'id', tokenize = 'trigram remove_diacritics 1'
);
CREATE TRIGGER file_name_insert AFTER INSERT ON file BEGIN
  INSERT INTO name_fts (rowid, name) VALUES (new.id, new.name);
END;
CREATE TRIGGER file_name_delete AFTER DELETE ON file BEGIN
  INSERT INTO name_fts (name_fts, rowid, name) VALUES ('delete', old.id, old.name);
END;
CREATE TRIGGER file_name_update AFTER UPDATE OF name ON file WHEN old.name <> new.name BEGIN
  INSERT INTO name_fts (name_fts, rowid, name) VALUES ('delete', old.id, old.name);
  INSERT INTO name_fts (rowid, name) VALUES (new.id, new.name);
END;
