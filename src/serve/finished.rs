use super::coding::Coding;
use axum::body::Bytes;
use std::sync::OnceLock;

/// Bytes below which compression saves nothing.
const SMALL: usize = 256;

/// A whole answer, to be given any number of times: it is compressed once in each coding that is asked for.
#[derive(Debug)]
pub(super) struct Finished {
    media_type: &'static str,
    tag: Option<String>,
    links: Option<String>,
    notes: Option<String>,
    plain: Bytes,
    gzip: OnceLock<Bytes>,
    zstd: OnceLock<Bytes>,
}

impl Finished {
    /// An answer that may differ the next time.
    pub(super) fn new(media_type: &'static str, bytes: impl Into<Bytes>) -> Self {
        Self {
            media_type,
            tag: None,
            links: None,
            notes: None,
            plain: bytes.into(),
            gzip: OnceLock::new(),
            zstd: OnceLock::new(),
        }
    }

    /// Gives it a strong entity tag, see [`super::Snapshot::tag`].
    pub(super) fn tagged(mut self, tag: String) -> Self {
        self.tag = Some(tag);
        self
    }

    /// Names what belongs to it, as the Link header writes it.
    pub(super) fn linked(mut self, links: String) -> Self {
        self.links = Some(links);
        self
    }

    /// Says what may be wrong with the question, see [`super::notes`].
    pub(super) fn noted(mut self, notes: Option<String>) -> Self {
        self.notes = notes;
        self
    }

    pub(super) fn notes(&self) -> Option<&str> {
        self.notes.as_deref()
    }

    pub(super) fn links(&self) -> Option<&str> {
        self.links.as_deref()
    }

    pub(super) const fn media_type(&self) -> &'static str {
        self.media_type
    }

    pub(super) fn tag(&self) -> Option<&str> {
        self.tag.as_deref()
    }

    /// Bytes, before compression.
    pub(super) const fn size(&self) -> usize {
        self.plain.len()
    }

    /// The bytes in a coding, or plain where that is no gain.
    pub(super) fn bytes(&self, coding: Coding) -> (Coding, Bytes) {
        let kept = match coding {
            _ if self.plain.len() < SMALL => return (Coding::Plain, self.plain.clone()),
            Coding::Plain => return (Coding::Plain, self.plain.clone()),
            Coding::Gzip => &self.gzip,
            Coding::Zstd { .. } => &self.zstd,
        };
        let bytes = kept.get_or_init(|| coding.encode(&self.plain).unwrap_or_default().into());
        if bytes.is_empty() { (Coding::Plain, self.plain.clone()) } else { (coding, bytes.clone()) }
    }
}
