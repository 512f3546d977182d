//! The command line of chancery.

fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
