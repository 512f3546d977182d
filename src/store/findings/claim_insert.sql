INSERT INTO claims (id, name, text, part, sentence, speaker, addressee, source_spans, source_words, cue_spans, cue_words,
  content_spans, content_words, stance, polarity, modality, quoted, aspect, edtf, earliest, latest, within, rule)
VALUES (:id, :name, :text, :part, :sentence, :speaker, :addressee, :source_spans, :source_words, :cue_spans, :cue_words,
  :content_spans, :content_words, :stance, :polarity, :modality, :quoted, :aspect, :edtf, :earliest, :latest, :within, :rule);
