use super::queries::Query;
use sha2::{Digest, Sha256};
use std::fmt;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// What a server does with one query.
pub(crate) struct Load {
    /// Time of an answer over one connection.
    pub(crate) median: Duration,
    /// Answers a second, by the number of connections.
    pub(crate) rates: [f64; 3],
    /// Bytes of the answer.
    pub(crate) bytes: usize,
    /// Digest of the answer's lines in any order, so far as servers write alike.
    pub(crate) digest: Vec<u8>,
}

impl Load {
    pub(crate) const HEAD: &str = "  ms     /s c1    c8    c32";
}

impl fmt::Display for Load {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [one, eight, many] = self.rates;
        write!(f, "{:>7.2} {one:>6.0} {eight:>6.0} {many:>6.0}", self.median.as_secs_f64() * 1000.0)
    }
}

/// Measures a query at so many connections, each for so long.
pub(crate) fn load(port: u16, path: &str, query: &Query, connections: [usize; 3], long: Duration) -> Load {
    let encoded: String = form_urlencoded::byte_serialize(query.text().as_bytes()).collect();
    let request = format!(
        "GET {path}?query={encoded} HTTP/1.1\r\nHost: localhost:{port}\r\nAccept: {}\r\n\r\n",
        query.accept
    );
    let answer = Connection::open(port).ask(&request);
    let mut rows: Vec<&[u8]> = answer.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii_end).collect();
    rows.retain(|row| !row.is_empty());
    rows.sort_unstable();
    let (mut times, mut rates) = (Vec::new(), [0.0; 3]);
    for (rate, count) in rates.iter_mut().zip(connections) {
        let (taken, elapsed) = together(port, &request, count, long);
        #[allow(clippy::cast_precision_loss)]
        let per_second = taken.len() as f64 / elapsed.as_secs_f64();
        *rate = per_second;
        if count == 1 {
            times = taken;
        }
    }
    times.sort_unstable();
    Load {
        median: times[times.len() / 2],
        rates,
        bytes: answer.len(),
        digest: Sha256::digest(rows.concat()).to_vec(),
    }
}

/// Asks over several connections at once until the time is up; the time of each answer, and of all.
fn together(port: u16, request: &str, connections: usize, long: Duration) -> (Vec<Duration>, Duration) {
    let began = Instant::now();
    let times = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..connections)
            .map(|_| {
                scope.spawn(|| {
                    let (mut connection, mut times) = (Connection::open(port), Vec::new());
                    // Three at least, for a median of slow ones.
                    while began.elapsed() < long || times.len() < 3 && connections == 1 {
                        let asked = Instant::now();
                        connection.ask(request);
                        times.push(asked.elapsed());
                    }
                    times
                })
            })
            .collect();
        clients.into_iter().flat_map(|client| client.join().expect("a client")).collect()
    });
    (times, began.elapsed())
}

/// A connection that stays open.
struct Connection {
    stream: BufReader<TcpStream>,
    body: Vec<u8>,
}

impl Connection {
    fn open(port: u16) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
        stream.set_nodelay(true).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(120))).expect("a connection");
        Self { stream: BufReader::with_capacity(1 << 16, stream), body: Vec::new() }
    }

    /// The body of the answer to a request.
    fn ask(&mut self, request: &str) -> Vec<u8> {
        self.stream.get_mut().write_all(request.as_bytes()).expect("the request is sent");
        self.body.clear();
        let (mut line, mut length, mut status) = (String::new(), None, String::new());
        loop {
            line.clear();
            self.stream.read_line(&mut line).expect("a head");
            let text = line.trim_end();
            if text.is_empty() {
                break;
            }
            if status.is_empty() {
                text.clone_into(&mut status);
            }
            let field = text.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
            length = field.and_then(|(_, value)| value.trim().parse().ok()).or(length);
        }
        match length {
            Some(length) => self.part(length),
            None => loop {
                line.clear();
                self.stream.read_line(&mut line).expect("a chunk");
                let size = usize::from_str_radix(line.trim_end(), 16).expect("a chunk's size");
                self.part(size);
                line.clear();
                self.stream.read_line(&mut line).expect("a chunk's end");
                if size == 0 {
                    break;
                }
            },
        }
        assert!(status.starts_with("HTTP/1.1 200"), "{status}: {}", String::from_utf8_lossy(&self.body));
        std::mem::take(&mut self.body)
    }

    fn part(&mut self, length: usize) {
        let at = self.body.len();
        self.body.resize(at + length, 0);
        self.stream.read_exact(&mut self.body[at..]).expect("a body");
    }
}
