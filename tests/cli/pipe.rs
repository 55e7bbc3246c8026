use crate::REPORT;
use crate::cetu::Cetu;
use std::io::Read;

/// Runs a command, reads a little of what it says and hangs up.
fn hang_up(args: &[&str]) {
    let run = Cetu::new().file("r.txt", REPORT).args(args.iter().copied());
    let mut child = run.command().spawn().unwrap();
    drop(child.stdin.take());
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut [0; 16]).unwrap();
    drop(stdout);
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""), "{args:?}");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    hang_up(&["ontology"]);
    hang_up(&["export", "r.txt", "--vocabulary", "all", "--format", "ntriples"]);
    hang_up(&["query", "-e", "SELECT * { ?s ?p ?o }", "r.txt"]);
    hang_up(&["query", "-e", "SELECT * { ?s ?p ?o }", "r.txt", "--format", "json"]);
    hang_up(&["query", "-e", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "r.txt"]);
}

#[test]
fn nothing_is_coloured_in_a_pipe_or_under_no_color() {
    for env in ["NO_COLOR", "CETU_TEST"] {
        let ran = Cetu::new().env(env, "1").args(["export"]).run().exits(2);
        assert!(!ran.stderr.contains('\u{1b}'));
    }
}
