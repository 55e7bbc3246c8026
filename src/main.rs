//! The command `cetu`.

fn main() {}
