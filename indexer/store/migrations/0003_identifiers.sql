-- What names one thing - numbers, codes, addresses, symbols - by keys that forget separators and what OCR confuses; see
-- store.identifiers. Only rows with keys are kept. hunch_identifiers() is registered by store.functions; what it once
-- returned need not be known to take a row out. LIMIT keeps the planner from calling it twice.
CREATE VIRTUAL TABLE identifier_fts USING fts5 (
  keys, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);
CREATE TRIGGER chunk_identifiers_insert AFTER INSERT ON chunk WHEN new.picture IS NULL BEGIN
  INSERT INTO identifier_fts (rowid, keys)
  SELECT new.id, keys FROM (SELECT hunch_identifiers(new.context || char(10) || new.text) AS keys LIMIT 1)
  WHERE keys <> '';
END;
CREATE TRIGGER chunk_identifiers_delete AFTER DELETE ON chunk WHEN old.picture IS NULL BEGIN
  DELETE FROM identifier_fts WHERE rowid = old.id;
END;
INSERT INTO identifier_fts (rowid, keys)
SELECT id, keys FROM (
  SELECT id, hunch_identifiers(context || char(10) || text) AS keys FROM chunk WHERE picture IS NULL LIMIT -1
)
WHERE keys <> '';

CREATE VIRTUAL TABLE identifier_name_fts USING fts5 (
  keys, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);
CREATE TRIGGER file_identifiers_insert AFTER INSERT ON file BEGIN
  INSERT INTO identifier_name_fts (rowid, keys)
  SELECT new.id, keys FROM (SELECT hunch_identifiers(new.name) AS keys LIMIT 1) WHERE keys <> '';
END;
CREATE TRIGGER file_identifiers_delete AFTER DELETE ON file BEGIN
  DELETE FROM identifier_name_fts WHERE rowid = old.id;
END;
CREATE TRIGGER file_identifiers_update AFTER UPDATE OF name ON file WHEN old.name <> new.name BEGIN
  DELETE FROM identifier_name_fts WHERE rowid = old.id;
  INSERT INTO identifier_name_fts (rowid, keys)
  SELECT new.id, keys FROM (SELECT hunch_identifiers(new.name) AS keys LIMIT 1) WHERE keys <> '';
END;
INSERT INTO identifier_name_fts (rowid, keys)
SELECT id, keys FROM (SELECT id, hunch_identifiers(name) AS keys FROM file LIMIT -1) WHERE keys <> '';
