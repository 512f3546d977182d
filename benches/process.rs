//! What a process has used, where the system tells.

/// The most memory so far, in kB.
pub fn most_memory(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// The processor's time of this process so far, in milliseconds. Unlike the clock it does not count what other
/// processes take.
#[allow(dead_code)] // not every benchmark that asks for memory asks for it
pub fn processor_time() -> Option<f64> {
    let times = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    Some(times.split_whitespace().next()?.parse::<f64>().ok()? / 1e6)
}
