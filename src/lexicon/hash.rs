use std::hash::{BuildHasherDefault, Hasher};

/// Hashes characters by a multiplication: they are looked up at every offset of a text and chosen by nobody hostile.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CharHasher(u64);

/// Builds [`CharHasher`]s.
pub(super) type CharHash = BuildHasherDefault<CharHasher>;

impl CharHasher {
    fn mix(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(21) ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

impl Hasher for CharHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.mix(u64::from(*byte));
        }
    }

    fn write_u32(&mut self, value: u32) {
        self.mix(u64::from(value));
    }

    fn finish(&self) -> u64 {
        // The high bits are the well mixed ones; the table uses both ends.
        self.0 ^ (self.0 >> 32)
    }
}

/// The pairs of characters that some words begin with, as bits by their hash.
#[derive(Debug, Clone)]
pub(super) struct Pairs(Box<[u64]>);

impl Default for Pairs {
    fn default() -> Self {
        Self(vec![0; 1 << 12].into_boxed_slice())
    }
}

impl Pairs {
    const fn place(first: char, second: char) -> (usize, u64) {
        let mixed = (first as u32).wrapping_mul(0x9E37_79B1) ^ (second as u32).wrapping_mul(0x85EB_CA77);
        let bit = (mixed >> 14) as usize;
        (bit >> 6, 1 << (bit & 63))
    }

    pub(super) fn insert(&mut self, first: char, second: char) {
        let (word, bit) = Self::place(first, second);
        self.0[word] |= bit;
    }

    /// Whether a word may begin with a pair; it may say so in error.
    pub(super) fn may(&self, first: char, second: char) -> bool {
        let (word, bit) = Self::place(first, second);
        self.0[word] & bit != 0
    }
}

/// The characters that some words begin with, as bits.
#[derive(Debug, Clone)]
pub(super) struct Firsts(Box<[u64]>);

impl Default for Firsts {
    fn default() -> Self {
        Self(vec![0; 1 << 10].into_boxed_slice())
    }
}

impl Firsts {
    const fn place(c: char) -> (usize, u64) {
        let code = c as usize & 0xFFFF;
        (code >> 6, 1 << (code & 63))
    }

    pub(super) fn insert(&mut self, c: char) {
        let (word, bit) = Self::place(c);
        self.0[word] |= bit;
    }

    /// Whether a word may begin with a character; of characters beyond the first plane it may say so in error.
    pub(super) fn may(&self, c: char) -> bool {
        let (word, bit) = Self::place(c);
        self.0[word] & bit != 0
    }
}
