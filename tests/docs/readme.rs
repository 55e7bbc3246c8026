//! The blocks of both READMEs: every `console` block is run and must print what it shows, every `rust` block is the
//! example file that it quotes, and both languages show the same blocks.
//!
//! A line `…` in a block stands for any lines. `CETU_UPDATE_README=1 cargo test --release` writes what is printed now
//! into the blocks.

use super::{root, skip};
use std::fs;
use std::path::Path;
use std::process::Command;

const READMES: [&str; 2] = ["README.md", "README.zh-CN.md"];
/// What a reader types where the tests call the binary itself.
const WAYS: [&str; 2] = ["cargo run --release --quiet -- ", "target/release/cetu "];

/// A fenced block.
struct Block {
    language: String,
    body: String,
}

#[test]
fn every_console_block_prints_what_it_shows() {
    if Command::new("sh").args(["-c", "true"]).status().is_err() {
        return skip("no sh");
    }
    let update = std::env::var_os("CETU_UPDATE_README").is_some();
    for name in READMES {
        let path = root().join(name);
        let mut readme = fs::read_to_string(&path).unwrap();
        let folder = tempfile::tempdir().unwrap();
        copy(&root().join("examples"), &folder.path().join("examples"));
        let mut wrong = String::new();
        for block in blocks(&readme).into_iter().filter(|block| block.language == "console") {
            let now = replay(&block.body, folder.path());
            if now != block.body && update {
                readme = readme.replace(&block.body, &now);
            } else if now != block.body {
                wrong += &format!("{name} shows\n{}\nbut it is\n{now}\n", block.body);
            }
        }
        if update {
            fs::write(path, readme).unwrap();
        }
        assert!(wrong.is_empty(), "{wrong}");
    }
}

#[test]
fn the_rust_block_is_the_example() {
    let example = fs::read_to_string(root().join("examples/read_report.rs")).unwrap();
    let code: String =
        example.lines().skip_while(|line| !line.starts_with("use ")).map(|l| format!("{l}\n")).collect();
    for name in READMES {
        let readme = fs::read_to_string(root().join(name)).unwrap();
        let rust: Vec<Block> = blocks(&readme).into_iter().filter(|block| block.language == "rust").collect();
        assert_eq!(rust.len(), 1, "{name}");
        assert_eq!(rust[0].body, code, "{name}");
    }
}

#[test]
fn both_languages_show_the_same_blocks() {
    let [en, zh] = READMES.map(|name| {
        let readme = fs::read_to_string(root().join(name)).unwrap();
        blocks(&readme).into_iter().map(|block| block.body).collect::<Vec<_>>()
    });
    assert_eq!(en, zh);
}

#[test]
fn every_command_is_told_of() {
    let help = Command::new(env!("CARGO_BIN_EXE_cetu")).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let commands =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    // A long description goes on in lines that are indented more.
    let commands = commands.filter(|line| !line.starts_with("   "));
    let commands: Vec<&str> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 5, "{commands:?}");
    for name in READMES {
        let readme = fs::read_to_string(root().join(name)).unwrap();
        for command in &commands {
            assert!(readme.contains(&format!("cetu {command}")), "{name} does not tell of `cetu {command}`");
        }
    }
}

#[test]
fn every_link_to_a_file_leads_somewhere() {
    for name in READMES {
        let readme = fs::read_to_string(root().join(name)).unwrap();
        let links = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains("://") && !link.starts_with('#')) {
            assert!(root().join(link).exists(), "{name} links to {link}");
        }
    }
}

fn blocks(readme: &str) -> Vec<Block> {
    let (mut blocks, mut open) = (Vec::new(), None::<Block>);
    for line in readme.lines() {
        match (line.strip_prefix("```"), open.as_mut()) {
            (Some(language), None) => {
                open = Some(Block { language: language.trim().to_owned(), body: String::new() });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some(block)) => block.body += &format!("{line}\n"),
            (None, None) => {}
        }
    }
    blocks
}

/// Runs the commands of a block and writes it anew with what they print.
fn replay(body: &str, folder: &Path) -> String {
    let mut now = String::new();
    let mut rest = body.lines().peekable();
    while let Some(line) = rest.next() {
        let mut command = line.strip_prefix("$ ").expect("a console block begins with a command").to_owned();
        now += &format!("{line}\n");
        while command.ends_with('\\') || command.matches('\'').count() % 2 == 1 {
            let line = rest.next().unwrap();
            command += &format!("\n{line}");
            now += &format!("{line}\n");
        }
        let mut shown = Vec::new();
        while let Some(line) = rest.next_if(|line| !line.starts_with("$ ")) {
            shown.push(line);
        }
        now += &fit(&run(&command, folder), &shown);
    }
    now
}

/// What was printed, shortened where the README has a line `…`.
fn fit(printed: &str, shown: &[&str]) -> String {
    let lines: Vec<&str> = printed.lines().collect();
    let Some(gap) = shown.iter().position(|line| *line == "…") else {
        return lines.iter().map(|line| format!("{}\n", line.trim_end())).collect();
    };
    let (head, tail) = (gap, shown.len() - gap - 1);
    let kept =
        lines[..head.min(lines.len())].iter().chain(&["…"]).chain(&lines[lines.len().saturating_sub(tail)..]);
    kept.map(|line| format!("{}\n", line.trim_end())).collect()
}

/// Runs a command line in a folder; what it writes to standard output and standard error.
fn run(command: &str, folder: &Path) -> String {
    let binary = Path::new(env!("CARGO_BIN_EXE_cetu"));
    let command = WAYS.iter().fold(command.to_owned(), |command, way| command.replace(way, "cetu "));
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", binary.parent().unwrap().display());
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(format!("exec 2>&1\n{command}")).env("PATH", path).current_dir(folder);
    let ran = shell.output().unwrap();
    assert!(ran.status.success(), "{command}: {}", String::from_utf8_lossy(&ran.stdout));
    String::from_utf8(ran.stdout).unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}
