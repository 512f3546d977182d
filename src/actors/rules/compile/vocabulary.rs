//! Words that name nobody: spellings, given names, titles, qualifiers, people by kind, institutions.

use super::Compiler;
use crate::actors::rules::lexicon::Sense;
use crate::actors::rules::rows::{
    GivenNameRow, InstitutionRow, NotNameRow, NounRow, OrganisationNounRow, QualifierRow, SectorRow,
    SpellingRow, TitleRow, values,
};
use crate::actors::rules::tables::{Institution, Needs, Noun, Qualifier, Title};
use crate::rules::RuleFiles;

impl<'f> Compiler<'f> {
    pub(super) fn vocabulary(&mut self, files: &'f RuleFiles) {
        for (_, _, row) in self.rows::<SectorRow>(files, "sectors") {
            self.sectors.insert(row.sector);
        }
        for (file, line, row) in self.rows::<SpellingRow>(files, "spellings") {
            // Of "Khamene'i" the last piece would make every "I" a name.
            if let Some(many) =
                values(&row.spellings).find(|word| crate::rules::fold::folded(word).len() != 1)
            {
                let message = format!("“{many}” is not one word");
                self.error(file, line, message, "make it an alias of the person");
                continue;
            }
            self.rules.lexicon.equate(values(&row.spellings));
        }
        for (file, line, row) in self.rows::<GivenNameRow>(files, "given-names") {
            let sex = self.sex(file, line, &row.sex);
            for name in values(&row.names) {
                for word in self.rules.lexicon.intern(name) {
                    self.rules.given_names.insert(word, sex);
                }
            }
        }
        for (_, _, row) in self.rows::<NotNameRow>(files, "not-names") {
            self.rules.not_names.extend(values(&row.words).map(str::to_owned));
        }
        for (file, line, row) in self.rows::<TitleRow>(files, "titles") {
            self.check_sector(file, line, &row.sector, true);
            let sex = self.sex(file, line, &row.sex);
            let title = self.rules.titles.len();
            self.rules.titles.push(Title { sector: row.sector, sex });
            values(&row.titles).for_each(|name| self.noun(name, Sense::Title(title)));
        }
        for (file, line, row) in self.rows::<QualifierRow>(files, "qualifiers") {
            let meaning = match row.meaning.as_str() {
                "former" => Qualifier::Former,
                "lesser" => Qualifier::Lesser,
                "other" => Qualifier::Other,
                unknown => {
                    let message = format!("“{unknown}” is no meaning of a qualifier");
                    self.error(file, line, message, "write former, lesser or other");
                    continue;
                }
            };
            self.rules.qualifiers.extend(values(&row.words).map(|word| (word.to_owned(), meaning)));
        }
        for (file, line, row) in self.rows::<NounRow>(files, "nouns") {
            self.check_sector(file, line, &row.sector, true);
            let noun = self.rules.nouns.len();
            values(&row.singular).for_each(|name| self.noun(name, Sense::OneOf(noun)));
            values(&row.plural).for_each(|name| self.noun(name, Sense::ManyOf(noun)));
            let needs = match row.needs.as_str() {
                "" => Needs::Nothing,
                "country" => Needs::Country,
                "state" => Needs::State,
                unknown => {
                    let message = format!("nothing is known of the need “{unknown}”");
                    self.error(file, line, message, "leave it empty or write country or state");
                    Needs::Nothing
                }
            };
            self.rules.nouns.push(Noun { sector: row.sector, needs });
        }
        for (file, line, row) in self.rows::<OrganisationNounRow>(files, "organisation-nouns") {
            self.check_sector(file, line, &row.sector, true);
            let kind = self.rules.organisation_kinds.len();
            for word in values(&row.words) {
                let words = self.rules.lexicon.intern(word);
                self.rules.organisation_nouns.extend(words.into_iter().map(|word| (word, kind)));
            }
            self.rules.organisation_kinds.push(row.sector);
        }
        for (file, line, row) in self.rows::<InstitutionRow>(files, "institutions") {
            self.check_sector(file, line, &row.sector, false);
            self.new_id(file, line, &row.id);
            if !matches!(row.posted.as_str(), "" | "abroad") {
                let message = format!("nothing is known of the posting “{}”", row.posted);
                self.error(file, line, message, "leave it empty or write abroad");
            }
            let institution = self.rules.institutions.len();
            values(&row.names).for_each(|name| self.noun(name, Sense::Institution(institution)));
            self.rules.institutions.push(Institution {
                id: row.id,
                name: values(&row.names).next().unwrap_or("").to_owned(),
                sector: row.sector,
                nouns: values(&row.nouns).map(str::to_owned).collect(),
                abroad: row.posted == "abroad",
            });
        }
    }
}
