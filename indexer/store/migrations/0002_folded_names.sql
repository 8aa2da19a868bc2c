-- Names as people compare them, paths.fold(name), kept rather than computed so that a row can always be taken out of
-- name_fts by the text it was put in with. hunch_fold() is registered by store.functions.
ALTER TABLE file ADD COLUMN folded TEXT NOT NULL DEFAULT '';
CREATE INDEX file_folded ON file (folded);
DROP TRIGGER file_name_insert;
DROP TRIGGER file_name_delete;
DROP TRIGGER file_name_update;
DROP TABLE name_fts;
UPDATE file SET folded = hunch_fold(name);
CREATE VIRTUAL TABLE name_fts USING fts5 (
  folded, content = 'file', content_rowid = 'id', tokenize = 'trigram case_sensitive 1'
);
INSERT INTO name_fts (name_fts) VALUES ('rebuild');
CREATE TRIGGER file_name_insert AFTER INSERT ON file BEGIN
  INSERT INTO name_fts (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER file_name_delete AFTER DELETE ON file BEGIN
  INSERT INTO name_fts (name_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
CREATE TRIGGER file_name_update AFTER UPDATE OF folded ON file WHEN old.folded <> new.folded BEGIN
  INSERT INTO name_fts (name_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
  INSERT INTO name_fts (rowid, folded) VALUES (new.id, new.folded);
END;
