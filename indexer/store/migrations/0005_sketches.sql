-- How a file's text is told to be another's, nearly: store.sketches says what is in it. hunch_sketch() is registered by
-- store.functions. A file without words has none; neither has one whose content is forgotten.
CREATE TABLE sketch (
  file_id INTEGER PRIMARY KEY REFERENCES file (id) ON DELETE CASCADE,
  sketch  BLOB NOT NULL
) STRICT;
CREATE TRIGGER sketch_forgotten AFTER UPDATE OF content_hash ON file WHEN new.content_hash IS NULL BEGIN
  DELETE FROM sketch WHERE file_id = new.id;
END;
INSERT INTO sketch (file_id, sketch)
SELECT file_id, made FROM (
  SELECT file_id, hunch_sketch(context, text) AS made FROM chunk WHERE picture IS NULL GROUP BY file_id
) WHERE made IS NOT NULL;
