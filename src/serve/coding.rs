use super::negotiate;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{self, Write};

/// How the bytes of an answer are compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Plain,
    Gzip,
}

impl Coding {
    /// The coding that an Accept-Encoding header likes best.
    pub(super) fn of(accepted: &str) -> Self {
        if negotiate::coding(accepted, "gzip") > 0.0 { Self::Gzip } else { Self::Plain }
    }

    /// Its name in Content-Encoding.
    pub(super) const fn name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some("gzip"),
        }
    }

    /// What tells its entity tags from those of the plain form.
    pub(super) const fn suffix(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Gzip => "-gzip",
        }
    }

    /// Compresses bytes.
    pub(super) fn encode(self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Self::Plain => Ok(bytes.to_vec()),
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
                encoder.write_all(bytes)?;
                encoder.finish()
            }
        }
    }
}
