-- Checks that cost nothing.
--
-- SQLite puts a list of three values or more into a small table of its own for every row that is written, which takes longer
-- than to write the row; of two values it asks one after the other. What the columns may hold stays the same, so that the
-- checks are changed where they stand (https://sqlite.org/lang_altertable.html, section 7) and no row is touched; whoever
-- has the chronicle open goes on with the old ones, which say the same. Judgements, which are few, keep their lists.

PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(sql,
  '(form IN (''name'', ''adjective'', ''description'', ''pronoun''))',
  '(form IN (''name'', ''adjective'') OR form IN (''description'', ''pronoun''))')
 WHERE type = 'table' AND name = 'actor_mentions';

UPDATE sqlite_schema SET sql = replace(sql,
  '(sort IN (''person'', ''state'', ''body'', ''organisation'', ''group'', ''people''))',
  '(sort IN (''person'', ''state'') OR sort IN (''body'', ''organisation'') OR sort IN (''group'', ''people''))')
 WHERE type = 'table' AND name = 'actors';

UPDATE sqlite_schema SET sql = replace(sql,
  '(modality IN (''certain'', ''possible'', ''reported''))',
  '(modality IN (''certain'', ''possible'') OR modality = ''reported'')')
 WHERE type = 'table' AND name = 'claims';

UPDATE sqlite_schema SET sql = replace(sql,
  '(quoted IN (''direct'', ''indirect'', ''mixed''))',
  '(quoted IN (''direct'', ''indirect'') OR quoted = ''mixed'')')
 WHERE type = 'table' AND name = 'claims';

UPDATE sqlite_schema SET sql = replace(sql,
  '(type IN (''DATE'', ''TIME'', ''DURATION'', ''SET''))',
  '(type IN (''DATE'', ''TIME'') OR type IN (''DURATION'', ''SET''))')
 WHERE type = 'table' AND name = 'dates';

UPDATE sqlite_schema SET sql = replace(sql,
  '(basis IN (''explicit'', ''publication'', ''narrative'', ''anchor'', ''none''))',
  '(basis IN (''explicit'', ''publication'') OR basis IN (''narrative'', ''anchor'') OR basis = ''none'')')
 WHERE type = 'table' AND name = 'dates';

UPDATE sqlite_schema SET sql = replace(sql,
  '(kind IN (''after'', ''response'', ''cause'', ''during'', ''part'', ''condition''))',
  '(kind IN (''after'', ''response'') OR kind IN (''cause'', ''during'') OR kind IN (''part'', ''condition''))')
 WHERE type = 'table' AND name = 'event_relations';

UPDATE sqlite_schema SET sql = replace(sql,
  '(status IN (''happened'', ''planned'', ''hypothetical'', ''claimed'', ''denied''))',
  '(status IN (''happened'', ''planned'') OR status IN (''hypothetical'', ''claimed'') OR status = ''denied'')')
 WHERE type = 'table' AND name = 'events';

UPDATE sqlite_schema SET sql = replace(sql,
  '(status IN (''happened'', ''planned'', ''hypothetical'', ''claimed'', ''denied''))',
  '(status IN (''happened'', ''planned'') OR status IN (''hypothetical'', ''claimed'') OR status = ''denied'')')
 WHERE type = 'table' AND name = 'mentions';

UPDATE sqlite_schema SET sql = replace(sql,
  '(date_basis IN (''expression'', ''clause'', ''narrative'', ''publication'', ''relation'', ''none''))',
  '(date_basis IN (''expression'', ''clause'') OR date_basis IN (''narrative'', ''publication'') OR date_basis IN (''relation'', ''none''))')
 WHERE type = 'table' AND name = 'mentions';

UPDATE sqlite_schema SET sql = replace(sql,
  '(published_basis IN (''given'', ''field'', ''metadata'', ''dateline'', ''filename'', ''inferred'', ''none''))',
  '(published_basis IN (''given'', ''field'') OR published_basis IN (''metadata'', ''dateline'') OR published_basis IN (''filename'', ''inferred'') OR published_basis = ''none'')')
 WHERE type = 'table' AND name = 'publications';

UPDATE sqlite_schema SET sql = replace(sql,
  '(kind IN (''after'', ''response'', ''cause'', ''during'', ''part'', ''condition''))',
  '(kind IN (''after'', ''response'') OR kind IN (''cause'', ''during'') OR kind IN (''part'', ''condition''))')
 WHERE type = 'table' AND name = 'relations';

UPDATE sqlite_schema SET sql = replace(sql,
  '(relation IN (''copy'', ''excerpt'', ''edited'', ''reworded''))',
  '(relation IN (''copy'', ''excerpt'') OR relation IN (''edited'', ''reworded''))')
 WHERE type = 'table' AND name = 'text_links';

UPDATE sqlite_schema SET sql = replace(sql,
  '(published_basis IN (''given'', ''field'', ''metadata'', ''dateline'', ''filename'', ''inferred'', ''none''))',
  '(published_basis IN (''given'', ''field'') OR published_basis IN (''metadata'', ''dateline'') OR published_basis IN (''filename'', ''inferred'') OR published_basis = ''none'')')
 WHERE type = 'table' AND name = 'texts';

UPDATE sqlite_schema SET sql = replace(sql,
  '(wording IN (''original'', ''reworded'', ''unknown''))',
  '(wording IN (''original'', ''reworded'') OR wording = ''unknown'')')
 WHERE type = 'table' AND name = 'texts';

UPDATE sqlite_schema SET sql = replace(sql,
  '(side IN (''source'', ''target'', ''both''))',
  '(side IN (''source'', ''target'') OR side = ''both'')')
 WHERE type = 'table' AND name = 'timeline_parties';

UPDATE sqlite_schema SET sql = replace(sql,
  '(section IN (''main'', ''planned'', ''background'', ''undated'', ''aside'', ''rejected''))',
  '(section IN (''main'', ''planned'') OR section IN (''background'', ''undated'') OR section IN (''aside'', ''rejected''))')
 WHERE type = 'table' AND name = 'timeline_rows';

PRAGMA writable_schema = RESET;
