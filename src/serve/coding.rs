use super::negotiate;
use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use std::io::{self, Write};

/// How the bytes of an answer are compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Plain,
    Gzip,
    /// For whole answers only: the encoder takes them in one piece.
    Zstd {
        or_gzip: bool,
    },
}

impl Coding {
    /// The coding that an Accept-Encoding header likes best.
    pub(super) fn of(accepted: &str) -> Self {
        let (gzip, zstd) = (negotiate::coding(accepted, "gzip"), negotiate::coding(accepted, "zstd"));
        if zstd > 0.0 && zstd > gzip {
            Self::Zstd { or_gzip: gzip > 0.0 }
        } else if gzip > 0.0 {
            Self::Gzip
        } else {
            Self::Plain
        }
    }

    /// What is used instead for an answer that is sent part by part.
    pub(super) const fn streamed(self) -> Self {
        match self {
            Self::Zstd { or_gzip: true } => Self::Gzip,
            Self::Zstd { or_gzip: false } => Self::Plain,
            other => other,
        }
    }

    /// Its name in Content-Encoding.
    pub(super) const fn name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some("gzip"),
            Self::Zstd { .. } => Some("zstd"),
        }
    }

    /// What tells its entity tags from those of the plain form.
    pub(super) const fn suffix(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Gzip => "-gzip",
            Self::Zstd { .. } => "-zstd",
        }
    }

    /// Compresses a whole answer.
    pub(super) fn encode(self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Self::Plain => Ok(bytes.to_vec()),
            Self::Zstd { .. } => Ok(compress_to_vec(bytes, CompressionLevel::Fastest)),
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
                encoder.write_all(bytes)?;
                encoder.finish()
            }
        }
    }

    /// Compresses what comes part by part, see [`Coding::streamed`].
    pub(super) fn encoder<W: Write>(self, out: W) -> Encoder<W> {
        match self {
            Self::Gzip => Encoder::Gzip(GzEncoder::new(out, Compression::fast())),
            Self::Plain | Self::Zstd { .. } => Encoder::Plain(out),
        }
    }
}

/// A writer that compresses.
pub(super) enum Encoder<W: Write> {
    Plain(W),
    Gzip(GzEncoder<W>),
}

impl<W: Write> Encoder<W> {
    /// Writes what is left; the writer below.
    pub(super) fn finish(self) -> io::Result<W> {
        match self {
            Self::Plain(out) => Ok(out),
            Self::Gzip(encoder) => encoder.finish(),
        }
    }
}

impl<W: Write> Write for Encoder<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(out) => out.write(bytes),
            Self::Gzip(encoder) => encoder.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.flush(),
            Self::Gzip(encoder) => encoder.flush(),
        }
    }
}
