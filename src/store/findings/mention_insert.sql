INSERT INTO mentions (id, name, text, happening, part, sentence, begin, "end", trigger_spans, trigger_words, lemma, kind,
  mode, contexts, label, status, within_claim, within_mention, edtf, earliest, latest, earliest_day, latest_day, granularity,
  timex3, date_basis, date_inferred, date_reasons, anchor_part, anchor_begin, anchor_end, place, place_begin, place_end,
  place_words, rule, sureness, doubts)
VALUES (:id, :name, :text, :happening, :part, :sentence, :begin, :end, :trigger_spans, :trigger_words, :lemma, :kind,
  :mode, :contexts, :label, :status, :within_claim, :within_mention, :edtf, :earliest, :latest, :earliest_day, :latest_day, :granularity,
  :timex3, :date_basis, :date_inferred, :date_reasons, :anchor_part, :anchor_begin, :anchor_end, :place, :place_begin, :place_end,
  :place_words, :rule, :sureness, :doubts);
