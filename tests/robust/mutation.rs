//! Mutations of a text, drawn from a seed.

/// Longest stretch of one text that a case begins with, in characters.
const STRETCH: usize = 1600;
/// What is scribbled into a text.
const SCRIBBLES: &[&str] = &[
    "0",
    "7",
    "12",
    "3.5",
    "１２",
    "99999999999999999999999999999",
    "0.00000000000000000000000000000001",
    ".",
    "%",
    "％",
    "‰",
    "万",
    "亿",
    "万亿",
    "亿亿亿",
    "余",
    "多",
    "近",
    "超过",
    "约",
    "以上",
    "以内",
    "左右",
    "分别",
    "其中",
    "人",
    "家",
    "元",
    "个百分点",
    "倍",
    "成",
    "半",
    "第",
    "前",
    "翻",
    "数",
    "几",
    "十",
    "百",
    "千",
    "三分之二",
    "百分之",
    "1/10",
    "1/0",
    "2:1",
    "４：１",
    "2020年",
    "1月",
    "31日",
    "“十四五”",
    "今年",
    "全国",
    "同比",
    "增长",
    "下降",
    "从",
    "到",
    "至",
    "—",
    "－",
    "-",
    "～",
    "~",
    "+",
    "（",
    "）",
    "(",
    ")",
    "【",
    "】",
    "[",
    "]",
    "〔",
    "〕",
    "“",
    "”",
    "《",
    "》",
    "「",
    "」",
    "'",
    "\"",
    "，",
    ",",
    "。",
    "；",
    "：",
    ":",
    "、",
    "|",
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    " ",
    "　",
    "一、",
    "（一）",
    "1.",
    "①",
    "材料之一",
    "材料之二",
    "一是",
    "\u{feff}",
    "\u{200b}",
    "\u{0}",
    "é",
    "𠀀",
    "🙂",
    "工程",
    "行动",
    "计划",
    "等3项",
    "三个体系",
    "位居全国第一",
    "居第",
    "累计",
    "每年",
    "万人次",
    "元/人",
    "平方公里",
];

/// Draws mutations; the same seed draws the same ones.
pub(crate) struct Mutator(u64);

impl Mutator {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number of `SplitMix64`.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`, 0 when that is 0.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap()
    }

    /// A stretch of one of the texts with one to twelve mutations.
    pub(crate) fn text(mut self, texts: &[Vec<char>]) -> String {
        let mut text = self.stretch(texts, STRETCH);
        for _ in 0..=self.below(12) {
            self.mutate(&mut text, texts);
        }
        text.into_iter().collect()
    }

    /// One of the files with one to eight mutations of its bytes, seldom under the name of another.
    pub(crate) fn file(mut self, files: &[(String, Vec<u8>)]) -> (String, Vec<u8>) {
        // Few of the files are long; the short ones of each format come up as often.
        let (mut name, mut bytes) = files[self.below(files.len())].clone();
        if self.below(30) == 0 {
            name.clone_from(&files[self.below(files.len())].0);
        }
        for _ in 0..=self.below(8) {
            self.scratch(&mut bytes, files);
        }
        (name, bytes)
    }

    /// Flips, cuts, repeats or replaces bytes.
    fn scratch(&mut self, bytes: &mut Vec<u8>, files: &[(String, Vec<u8>)]) {
        let length = bytes.len();
        if length == 0 {
            return;
        }
        match self.below(9) {
            0 => {
                let at = self.below(length);
                bytes[at] ^= 1 << self.below(8);
            }
            1 => {
                let at = self.below(length);
                bytes[at] = [0, 0xFF, b'<', b'>', b'(', b'[', b'9', b'-', b'\n'][self.below(9)];
            }
            2 => {
                bytes.drain(self.range(length, 40));
            }
            3 => bytes.truncate(self.below(length)),
            4 => {
                let copy = bytes[self.range(length, 300)].to_vec();
                let at = self.below(length + 1);
                bytes.splice(at..at, copy);
            }
            5 => {
                // A stretch again and again: depth and number.
                let copy = bytes[self.range(length, 40)].to_vec();
                let at = self.below(length + 1);
                let times = self.below(2000);
                bytes.splice(at..at, copy.repeat(times));
            }
            6 => {
                let other = &files[self.below(files.len())].1;
                let piece = other[self.range(other.len(), 400)].to_vec();
                let at = self.range(length, 60);
                bytes.splice(at, piece);
            }
            7 => {
                // A number that says a length or place.
                let digits: Vec<usize> = (0..length).filter(|at| bytes[*at].is_ascii_digit()).collect();
                if !digits.is_empty() {
                    let at = digits[self.below(digits.len())];
                    let other =
                        [&b"0"[..], b"-1", b"99999999999", b"4294967296", b"65536", b"1e9"][self.below(6)];
                    bytes.splice(at..=at, other.iter().copied());
                }
            }
            _ => {
                let at = self.below(length + 1);
                let word = SCRIBBLES[self.below(SCRIBBLES.len())];
                bytes.splice(at..at, word.bytes());
            }
        }
    }

    fn stretch(&mut self, texts: &[Vec<char>], longest: usize) -> Vec<char> {
        let from = &texts[self.below(texts.len())];
        // Half of the stretches begin where the text does: title and first heading are there.
        let start = if self.below(2) == 0 { 0 } else { self.below(from.len()) };
        let length = self.below(longest);
        from[start..(start + length).min(from.len())].to_vec()
    }

    /// Two places in order, the second at most `longest` behind the first.
    fn range(&mut self, length: usize, longest: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        start..(start + self.below(longest)).min(length)
    }

    fn mutate(&mut self, text: &mut Vec<char>, texts: &[Vec<char>]) {
        let length = text.len();
        match self.below(8) {
            0 => {
                text.drain(self.range(length, 12));
            }
            1 => {
                text.drain(self.range(length, 300));
            }
            2 => {
                let copy = text[self.range(length, 200)].to_vec();
                let at = self.below(length + 1);
                text.splice(at..at, copy);
            }
            3 => {
                let piece = self.stretch(texts, 200);
                let at = self.range(length, 20);
                text.splice(at, piece);
            }
            4 if length > 1 => {
                let (a, b) = (self.below(length), self.below(length));
                text.swap(a, b);
            }
            5 if length > 1 => {
                let at = self.below(length - 1);
                text.swap(at, at + 1);
            }
            _ => {
                for _ in 0..=self.below(6) {
                    let at = self.below(text.len() + 1);
                    let word = SCRIBBLES[self.below(SCRIBBLES.len())];
                    text.splice(at..at, word.chars());
                }
            }
        }
    }
}
