//! A graph that is built again while it is served, and the end of a server.
#![cfg(unix)]

use super::data;
use super::server::{Server, eventually, read};
use crate::REPORT;
use crate::cetu::Cetu;
use std::io::{Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};

const COUNT: &str = "SELECT (COUNT(*) AS ?n) { ?d a cetu:SourceDocument }";

fn count(server: &Server) -> String {
    let answer = server.query(COUNT, "text/csv");
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.text().lines().nth(1).unwrap().to_owned()
}

#[test]
fn a_graph_built_again_is_swapped_in_without_a_failed_request() {
    let built = Cetu::new().file("in/a.txt", REPORT).args(["build", "in", "--out", "graph"]).run().exits(0);
    let server = Server::start(Cetu::after(built), &["--graph", "graph"]);
    let tag = server.query(COUNT, "*/*").header("etag").to_owned();
    assert_eq!(count(&server), "1");
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let asking = scope.spawn(|| {
            let mut asked = 0;
            while !done.load(Ordering::Relaxed) {
                assert!(matches!(count(&server).as_str(), "1" | "2"));
                asked += 1;
            }
            asked
        });
        server.write("in/b.txt", &format!("{REPORT}又一份。"));
        let again = std::process::Command::new(env!("CARGO_BIN_EXE_cetu"))
            .args(["build", "in", "--out", "graph"])
            .current_dir(server.folder())
            .status();
        assert!(again.unwrap().success());
        eventually("the new graph is there", || count(&server) == "2");
        done.store(true, Ordering::Relaxed);
        assert!(asking.join().unwrap() > 1);
    });
    assert_ne!(server.query(COUNT, "*/*").header("etag"), tag);
    eventually("the swap is counted", || server.metric("cetu_reloads_total") > 0.0);
}

#[test]
fn a_hangup_reads_the_graph_again_and_a_broken_one_is_not_taken() {
    let server = data(&[]);
    let ask = || server.query("ASK { <http://a.example/new> ?p ?o }", "*/*").truth();
    assert!(!ask());
    server.write("graph/new.nt", "<http://a.example/new> <http://a.example/name> \"new\" .\n");
    server.signal("HUP");
    eventually("the new graph is there", ask);
    server.write("graph/new.nt", "<http://a.example/new> nonsense\n");
    server.signal("HUP");
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert!(ask());
}

#[test]
fn a_server_that_is_told_to_stop_finishes_what_it_has_begun() {
    let mut server = super::report(&[]);
    let mut stream = server.connect();
    stream.write_all(b"GET /download/cetu.nq HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut first = [0; 1000];
    stream.read_exact(&mut first).unwrap();
    server.signal("TERM");
    eventually("no new connection is taken", || std::net::TcpStream::connect(server.address()).is_err());
    let mut rest = Vec::new();
    stream.read_to_end(&mut rest).unwrap();
    assert!(rest.ends_with(b"\r\n0\r\n\r\n"), "the download was cut at {}", rest.len());
    assert!(server.ended().success());
}

#[test]
fn a_client_that_stalls_does_not_hold_the_end_up() {
    let mut server = super::report(&["--patience", "1", "--timeout", "2"]);
    let mut stalled = server.connect();
    let head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\nContent-Type: application/sparql-query\r\n\r\nASK";
    stalled.write_all(head.as_bytes()).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(200));
    server.signal("TERM");
    assert!(server.ended().success());
    assert_eq!(read(&mut stalled, false).status, 408);
}
