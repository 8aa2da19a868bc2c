-- Runs of scripts without spaces, Korean now among them, are words of the column bigrams only, and every character of
-- them begins one; marks are letters, so that words of Arabic, Hebrew and the scripts of India stay whole.
-- hunch_words() is registered by store.functions like hunch_bigrams().
DROP TRIGGER chunk_words_insert;
DROP TRIGGER chunk_words_delete;
DROP TABLE chunk_fts;
DROP VIEW chunk_words;
CREATE VIEW chunk_words AS
  SELECT id, hunch_words(context) AS context, hunch_words(text) AS text,
    hunch_bigrams(context || ' ' || text) AS bigrams
  FROM chunk WHERE picture IS NULL;
CREATE VIRTUAL TABLE chunk_fts USING fts5 (
  context, text, bigrams, content = 'chunk_words', content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2 categories ''L* N* Co M*'''
);
INSERT INTO chunk_fts (chunk_fts) VALUES ('rebuild');
CREATE TRIGGER chunk_words_insert AFTER INSERT ON chunk WHEN new.picture IS NULL BEGIN
  INSERT INTO chunk_fts (rowid, context, text, bigrams)
  VALUES (
    new.id, hunch_words(new.context), hunch_words(new.text), hunch_bigrams(new.context || ' ' || new.text)
  );
END;
CREATE TRIGGER chunk_words_delete AFTER DELETE ON chunk WHEN old.picture IS NULL BEGIN
  INSERT INTO chunk_fts (chunk_fts, rowid, context, text, bigrams)
  VALUES (
    'delete', old.id, hunch_words(old.context), hunch_words(old.text),
    hunch_bigrams(old.context || ' ' || old.text)
  );
END;

-- Words by what they have in common with words of a query, see store.variants. Rows are only added: one that no
-- passage has any more finds nothing.
CREATE TABLE variant (
  key  TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (key, word)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO variant (key, word)
  SELECT made.value ->> 0, made.value ->> 1
  FROM (SELECT hunch_variants(context, text) AS rows FROM chunk WHERE picture IS NULL GROUP BY file_id) AS file,
    json_each(file.rows) AS made;
