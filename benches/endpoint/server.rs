use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server that has loaded the graph, stopped when dropped.
pub(crate) struct Server {
    pub(crate) name: &'static str,
    pub(crate) port: u16,
    /// Where it answers queries.
    pub(crate) path: &'static str,
    pub(crate) ready: Duration,
    child: Child,
}

impl Server {
    /// Cetu over a folder.
    pub(crate) fn cetu(graph: &Path, args: &[&str]) -> Self {
        let began = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_cetu"))
            .args(["serve", "--bind", "127.0.0.1:0", "--graph"])
            .arg(graph)
            .args(args)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("cetu starts");
        let mut line = String::new();
        let mut errors = BufReader::new(child.stderr.take().expect("its standard error"));
        errors.read_line(&mut line).expect("it says where it listens");
        let address = line.split("http://127.0.0.1:").nth(1).unwrap_or_else(|| panic!("cetu says: {line}"));
        let port = address.split('/').next().and_then(|port| port.parse().ok()).expect("a port");
        let name = if args.is_empty() { "cetu" } else { "cetu --cache 0" };
        Self { name, port, path: "/sparql", ready: began.elapsed(), child }
    }

    /// `oxigraph serve` in memory with a file posted to it, when there is one.
    pub(crate) fn oxigraph(file: &Path) -> Option<Self> {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join(".venv/bin/oxigraph");
        let binary = [own, PathBuf::from("oxigraph")]
            .into_iter()
            .find(|binary| Command::new(binary).arg("--version").output().is_ok())?;
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).ok()?.port();
        let began = Instant::now();
        let child = Command::new(binary)
            .args(["serve", "--union-default-graph", "--bind", &format!("127.0.0.1:{port}")])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut server = Self { name: "oxigraph", port, path: "/query", ready: Duration::ZERO, child };
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(began.elapsed() < Duration::from_secs(20), "oxigraph does not listen");
            std::thread::sleep(Duration::from_millis(20));
        }
        let answer = server.post(file).expect("oxigraph takes the graph");
        assert!(answer.starts_with("HTTP/1.1 2"), "oxigraph says: {answer}");
        server.ready = began.elapsed();
        Some(server)
    }

    fn post(&self, file: &Path) -> std::io::Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        let length = std::fs::metadata(file)?.len();
        write!(
            stream,
            "POST /store HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/n-quads\r\nContent-Length: {length}\r\n\r\n"
        )?;
        std::io::copy(&mut std::fs::File::open(file)?, &mut stream)?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    /// Most memory that it has held, in megabytes; none where the system does not tell.
    pub(crate) fn peak(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
        line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or_default()
            / 1000
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
