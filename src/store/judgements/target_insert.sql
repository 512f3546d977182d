INSERT INTO judgement_targets (judgement, ordinal, side, thing, name, text_hash, part, begin, "end", span_begin, span_end, words,
  kind, edtf)
VALUES (:judgement, :ordinal, :side, :thing, :name, :text_hash, :part, :begin, :end, :span_begin, :span_end, :words,
  :kind, :edtf);
