//! Parts of speech: the universal ones and those of the Penn Treebank as UD English uses them.

/// Universal part of speech (universaldependencies.org/u/pos).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)] // the names are those of the standard
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    #[default]
    X,
}

impl Upos {
    /// Every value, in the order of its code.
    pub const ALL: [Self; 17] = [
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Punct,
        Self::Sconj,
        Self::Sym,
        Self::Verb,
        Self::X,
    ];

    /// The name in CoNLL-U files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Adj => "ADJ",
            Self::Adp => "ADP",
            Self::Adv => "ADV",
            Self::Aux => "AUX",
            Self::Cconj => "CCONJ",
            Self::Det => "DET",
            Self::Intj => "INTJ",
            Self::Noun => "NOUN",
            Self::Num => "NUM",
            Self::Part => "PART",
            Self::Pron => "PRON",
            Self::Propn => "PROPN",
            Self::Punct => "PUNCT",
            Self::Sconj => "SCONJ",
            Self::Sym => "SYM",
            Self::Verb => "VERB",
            Self::X => "X",
        }
    }

    /// The value of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.as_str() == name)
    }
}

/// Tag of the Penn Treebank (Marcus et al. 1993), as extended by UD English.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)] // the names are those of the standard
pub enum Xpos {
    #[default]
    Nn,
    In,
    Dt,
    Nnp,
    Jj,
    Prp,
    Period,
    Rb,
    Nns,
    Comma,
    Vb,
    Cc,
    Vbd,
    Vbp,
    Vbz,
    Vbn,
    Cd,
    Vbg,
    To,
    PrpPossessive,
    Md,
    Wdt,
    RightBracket,
    Colon,
    LeftBracket,
    Wrb,
    Uh,
    OpenQuote,
    CloseQuote,
    Wp,
    Hyph,
    Pos,
    Rp,
    Nnps,
    Jjr,
    Jjs,
    Ex,
    Rbr,
    Nfp,
    Add,
    Sym,
    Dollar,
    Gw,
    Fw,
    Pdt,
    Rbs,
    Ls,
    Afx,
    WpPossessive,
}

impl Xpos {
    /// Whether a verb of this tag has a tense or is a modal: the verb of a clause that can stand alone.
    pub fn is_finite(self) -> bool {
        matches!(self, Self::Vbd | Self::Vbz | Self::Vbp | Self::Md)
    }

    /// Every value, in the order of its code.
    pub const ALL: [Self; 49] = [
        Self::Nn,
        Self::In,
        Self::Dt,
        Self::Nnp,
        Self::Jj,
        Self::Prp,
        Self::Period,
        Self::Rb,
        Self::Nns,
        Self::Comma,
        Self::Vb,
        Self::Cc,
        Self::Vbd,
        Self::Vbp,
        Self::Vbz,
        Self::Vbn,
        Self::Cd,
        Self::Vbg,
        Self::To,
        Self::PrpPossessive,
        Self::Md,
        Self::Wdt,
        Self::RightBracket,
        Self::Colon,
        Self::LeftBracket,
        Self::Wrb,
        Self::Uh,
        Self::OpenQuote,
        Self::CloseQuote,
        Self::Wp,
        Self::Hyph,
        Self::Pos,
        Self::Rp,
        Self::Nnps,
        Self::Jjr,
        Self::Jjs,
        Self::Ex,
        Self::Rbr,
        Self::Nfp,
        Self::Add,
        Self::Sym,
        Self::Dollar,
        Self::Gw,
        Self::Fw,
        Self::Pdt,
        Self::Rbs,
        Self::Ls,
        Self::Afx,
        Self::WpPossessive,
    ];

    /// The name in CoNLL-U files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nn => "NN",
            Self::In => "IN",
            Self::Dt => "DT",
            Self::Nnp => "NNP",
            Self::Jj => "JJ",
            Self::Prp => "PRP",
            Self::Period => ".",
            Self::Rb => "RB",
            Self::Nns => "NNS",
            Self::Comma => ",",
            Self::Vb => "VB",
            Self::Cc => "CC",
            Self::Vbd => "VBD",
            Self::Vbp => "VBP",
            Self::Vbz => "VBZ",
            Self::Vbn => "VBN",
            Self::Cd => "CD",
            Self::Vbg => "VBG",
            Self::To => "TO",
            Self::PrpPossessive => "PRP$",
            Self::Md => "MD",
            Self::Wdt => "WDT",
            Self::RightBracket => "-RRB-",
            Self::Colon => ":",
            Self::LeftBracket => "-LRB-",
            Self::Wrb => "WRB",
            Self::Uh => "UH",
            Self::OpenQuote => "``",
            Self::CloseQuote => "''",
            Self::Wp => "WP",
            Self::Hyph => "HYPH",
            Self::Pos => "POS",
            Self::Rp => "RP",
            Self::Nnps => "NNPS",
            Self::Jjr => "JJR",
            Self::Jjs => "JJS",
            Self::Ex => "EX",
            Self::Rbr => "RBR",
            Self::Nfp => "NFP",
            Self::Add => "ADD",
            Self::Sym => "SYM",
            Self::Dollar => "$",
            Self::Gw => "GW",
            Self::Fw => "FW",
            Self::Pdt => "PDT",
            Self::Rbs => "RBS",
            Self::Ls => "LS",
            Self::Afx => "AFX",
            Self::WpPossessive => "WP$",
        }
    }

    /// The value of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|value| value.as_str() == name)
    }
}
