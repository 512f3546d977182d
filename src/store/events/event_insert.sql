INSERT INTO events (id, name, kind, mode, label, status, edtf, earliest, latest, earliest_day, latest_day, date_inferred,
  date_lent, date_reason, place, disputed, mentions, texts, origins, first_reported, background, verdict, sureness)
VALUES (:id, :name, :kind, :mode, :label, :status, :edtf, :earliest, :latest, :earliest_day, :latest_day, :date_inferred,
  :date_lent, :date_reason, :place, :disputed, :mentions, :texts, :origins, :first_reported, :background, :verdict, :sureness);
