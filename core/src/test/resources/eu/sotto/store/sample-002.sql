ALTER TABLE sample ADD COLUMN note TEXT;
CREATE INDEX sample_note ON sample (note);
