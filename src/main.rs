//! The command line of chancery.

fn main() -> std::process::ExitCode {
    chancery::cli::run(std::env::args_os())
}
