//! What the code of an actor says of him.

/// The country at the head of a code; none where a class of people stands there ("CVL", "REB").
pub fn country_code(code: &str) -> Option<&str> {
    let bytes = code.as_bytes();
    (bytes.len() >= 3
        && bytes[..3].iter().all(u8::is_ascii_uppercase)
        && bytes.get(3).is_none_or(|&b| b == b'.'))
    .then(|| &code[..3])
    .filter(|code| {
        !matches!(
            *code,
            "IGO"
                | "NGO"
                | "IMG"
                | "MNC"
                | "CVL"
                | "GOV"
                | "MIL"
                | "REB"
                | "UAF"
                | "PTY"
                | "OPP"
                | "LEG"
                | "JUD"
                | "SPY"
                | "BUS"
                | "JRN"
                | "EDU"
                | "MED"
                | "REF"
                | "COP"
                | "CRM"
                | "LAB"
                | "REL"
                | "ELI"
                | "AGR"
                | "UNO"
        )
    })
}

/// Whether a code is of an organisation of many states.
pub fn is_international(code: &str) -> bool {
    code.split('.').any(|part| part == "IGO")
}
