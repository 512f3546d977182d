//! Grammatical relations.

/// Relation of a token to its head (universaldependencies.org/u/dep), with the subtypes of UD English.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)] // the names are those of the standard
pub enum Relation {
    Punct,
    Case,
    Det,
    Nsubj,
    Root,
    Advmod,
    Amod,
    Obj,
    Obl,
    Nmod,
    Conj,
    Compound,
    Cc,
    Mark,
    Aux,
    Cop,
    NmodPoss,
    Advcl,
    Xcomp,
    Flat,
    AclRelcl,
    Ccomp,
    Acl,
    AuxPass,
    Appos,
    Nummod,
    Parataxis,
    NsubjPass,
    OblUnmarked,
    NmodUnmarked,
    Discourse,
    CompoundPrt,
    Expl,
    Fixed,
    List,
    Iobj,
    OblAgent,
    NmodDesc,
    Csubj,
    #[default]
    Dep,
    NsubjOuter,
    DetPredet,
    AdvclRelcl,
    Vocative,
    Goeswith,
    CcPreconj,
    Reparandum,
    Orphan,
    Dislocated,
    CsubjPass,
    CsubjOuter,
}

impl Relation {
    /// Every value, in the order of its code.
    pub const ALL: [Self; 51] = [Self::Punct, Self::Case, Self::Det, Self::Nsubj, Self::Root, Self::Advmod, Self::Amod, Self::Obj, Self::Obl, Self::Nmod, Self::Conj, Self::Compound, Self::Cc, Self::Mark, Self::Aux, Self::Cop, Self::NmodPoss, Self::Advcl, Self::Xcomp, Self::Flat, Self::AclRelcl, Self::Ccomp, Self::Acl, Self::AuxPass, Self::Appos, Self::Nummod, Self::Parataxis, Self::NsubjPass, Self::OblUnmarked, Self::NmodUnmarked, Self::Discourse, Self::CompoundPrt, Self::Expl, Self::Fixed, Self::List, Self::Iobj, Self::OblAgent, Self::NmodDesc, Self::Csubj, Self::Dep, Self::NsubjOuter, Self::DetPredet, Self::AdvclRelcl, Self::Vocative, Self::Goeswith, Self::CcPreconj, Self::Reparandum, Self::Orphan, Self::Dislocated, Self::CsubjPass, Self::CsubjOuter];

    /// The name in CoNLL-U files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Punct => "punct",
            Self::Case => "case",
            Self::Det => "det",
            Self::Nsubj => "nsubj",
            Self::Root => "root",
            Self::Advmod => "advmod",
            Self::Amod => "amod",
            Self::Obj => "obj",
            Self::Obl => "obl",
            Self::Nmod => "nmod",
            Self::Conj => "conj",
            Self::Compound => "compound",
            Self::Cc => "cc",
            Self::Mark => "mark",
            Self::Aux => "aux",
            Self::Cop => "cop",
            Self::NmodPoss => "nmod:poss",
            Self::Advcl => "advcl",
            Self::Xcomp => "xcomp",
            Self::Flat => "flat",
            Self::AclRelcl => "acl:relcl",
            Self::Ccomp => "ccomp",
            Self::Acl => "acl",
            Self::AuxPass => "aux:pass",
            Self::Appos => "appos",
            Self::Nummod => "nummod",
            Self::Parataxis => "parataxis",
            Self::NsubjPass => "nsubj:pass",
            Self::OblUnmarked => "obl:unmarked",
            Self::NmodUnmarked => "nmod:unmarked",
            Self::Discourse => "discourse",
            Self::CompoundPrt => "compound:prt",
            Self::Expl => "expl",
            Self::Fixed => "fixed",
            Self::List => "list",
            Self::Iobj => "iobj",
            Self::OblAgent => "obl:agent",
            Self::NmodDesc => "nmod:desc",
            Self::Csubj => "csubj",
            Self::Dep => "dep",
            Self::NsubjOuter => "nsubj:outer",
            Self::DetPredet => "det:predet",
            Self::AdvclRelcl => "advcl:relcl",
            Self::Vocative => "vocative",
            Self::Goeswith => "goeswith",
            Self::CcPreconj => "cc:preconj",
            Self::Reparandum => "reparandum",
            Self::Orphan => "orphan",
            Self::Dislocated => "dislocated",
            Self::CsubjPass => "csubj:pass",
            Self::CsubjOuter => "csubj:outer",
        }
    }

    /// The value of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.as_str() == name)
    }
}
