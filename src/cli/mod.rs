//! One file per command. Only this stage prints.
