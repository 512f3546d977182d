-- The few texts whose words a machine replaced: every timeline names those that it rests on.
CREATE INDEX texts_reworded ON texts (id) WHERE wording = 'reworded';
