use crate::cetu::Cetu;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ExitStatus};
use std::time::{Duration, Instant};

/// A server on a free port, stopped when dropped.
pub(super) struct Server {
    child: Child,
    address: String,
    cetu: Cetu,
}

/// What it answered.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    headers: BTreeMap<String, String>,
    pub(super) body: Vec<u8>,
    /// Whether the body ended as its head said.
    pub(super) whole: bool,
}

impl Server {
    /// Serves what `cetu` has in its folder, by these arguments.
    pub(super) fn start(cetu: Cetu, args: &[&str]) -> Self {
        let cetu = cetu.args(["serve", "--bind", "127.0.0.1:0"]).args(args.iter().copied());
        let mut child = cetu.command().spawn().unwrap();
        let mut errors = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        errors.read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).expect(&line).split('/').next().unwrap().to_owned();
        // Somebody has to read what it says on, or it would wait.
        std::thread::spawn(move || std::io::copy(&mut errors, &mut std::io::sink()));
        Self { child, address, cetu }
    }

    pub(super) fn folder(&self) -> PathBuf {
        self.cetu.path()
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }

    pub(super) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream
    }

    /// Sends bytes as they stand; the answer to them.
    pub(super) fn send(&self, request: &[u8]) -> Answer {
        let mut stream = self.connect();
        // A server that refuses early may close before it has read everything.
        let _ = stream.write_all(request);
        read(&mut stream, request.starts_with(b"HEAD"))
    }

    pub(super) fn ask(&self, method: &str, target: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut request = format!("{method} {target} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|(name, _)| *name == "Host") {
            request += &format!("Host: {}\r\n", self.address);
        }
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        if !body.is_empty() || method == "POST" {
            request += &format!("Content-Length: {}\r\n", body.len());
        }
        self.send(&[(request + "\r\n").as_bytes(), body].concat())
    }

    pub(super) fn get(&self, target: &str, accept: &str) -> Answer {
        self.ask("GET", target, &[("Accept", accept)], b"")
    }

    /// Asks a query by GET.
    pub(super) fn query(&self, query: &str, accept: &str) -> Answer {
        self.get(&format!("/sparql?query={}", encoded(query)), accept)
    }

    pub(super) fn post(&self, content_type: &str, body: &str) -> Answer {
        self.ask("POST", "/sparql", &[("Content-Type", content_type)], body.as_bytes())
    }

    /// The number that /metrics tells of.
    pub(super) fn metric(&self, name: &str) -> f64 {
        let text = self.get("/metrics", "*/*").text();
        let line = text.lines().find(|line| line.starts_with(name) && line[name.len()..].starts_with(' '));
        line.unwrap_or_else(|| panic!("no {name} in {text}")).rsplit(' ').next().unwrap().parse().unwrap()
    }

    /// Its standard output, once.
    pub(super) fn output(&mut self) -> std::process::ChildStdout {
        self.child.stdout.take().unwrap()
    }

    /// Sends a signal by its name.
    pub(super) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        assert!(std::process::Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
    }

    /// How the server ended, within some seconds.
    pub(super) fn ended(&mut self) -> ExitStatus {
        let mut status = None;
        eventually("the server ends", || {
            status = self.child.try_wait().unwrap();
            status.is_some()
        });
        status.unwrap()
    }

    pub(super) fn write(&self, path: &str, bytes: &str) {
        let path = self.folder().join(Path::new(path));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// The media type without parameters.
    pub(super) fn media_type(&self) -> &str {
        self.header("content-type").split(';').next().unwrap()
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub(super) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// The truth value of an answer in JSON.
    pub(super) fn truth(&self) -> bool {
        self.json()["boolean"].as_bool().unwrap_or_else(|| panic!("no truth value: {self:?}"))
    }
}

/// Waits until something holds.
pub(super) fn eventually(what: &str, mut holds: impl FnMut() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < Duration::from_secs(30), "{what}: not within 30 seconds");
        std::thread::sleep(Duration::from_millis(20));
    }
}

pub(super) fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// Reads an answer to its end.
pub(super) fn read(stream: &mut TcpStream, head_only: bool) -> Answer {
    let mut bytes = Vec::new();
    // A connection that is broken off leaves what has come.
    let _ = stream.read_to_end(&mut bytes);
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
    let end = end.unwrap_or_else(|| panic!("no head: {:?}", String::from_utf8_lossy(&bytes)));
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let headers: BTreeMap<String, String> = head
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let sent = &bytes[end + 4..];
    let (body, whole) = if headers.get("transfer-encoding").is_some_and(|coding| coding == "chunked") {
        unchunked(sent)
    } else {
        let length = headers.get("content-length").map_or(sent.len(), |length| length.parse().unwrap());
        (sent.to_vec(), head_only || sent.len() == length)
    };
    Answer { status: head[9..12].parse().unwrap(), headers, body, whole }
}

fn unchunked(mut sent: &[u8]) -> (Vec<u8>, bool) {
    let mut body = Vec::new();
    loop {
        let Some(end) = sent.windows(2).position(|two| two == b"\r\n") else { return (body, false) };
        let size = usize::from_str_radix(std::str::from_utf8(&sent[..end]).unwrap(), 16).unwrap();
        let Some(chunk) = sent.get(end + 2..end + 2 + size) else { return (body, false) };
        if size == 0 {
            return (body, true);
        }
        body.extend_from_slice(chunk);
        sent = sent.get(end + 4 + size..).unwrap_or_default();
    }
}
