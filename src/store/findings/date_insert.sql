INSERT INTO dates (text, ordinal, part, begin, "end", words, type, timex3, mod, edtf, earliest, latest, basis, alternatives, rule)
VALUES (:text, :ordinal, :part, :begin, :end, :words, :type, :timex3, :mod, :edtf, :earliest, :latest, :basis, :alternatives, :rule);
