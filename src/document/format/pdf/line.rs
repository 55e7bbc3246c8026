use super::super::paragraphs::spaced;

/// A character where it was drawn.
pub(super) struct Glyph<'a> {
    pub(super) text: &'a str,
    /// One em along the line, in units of the page.
    pub(super) along: (f32, f32),
    /// Where it begins, on the line that letters stand on.
    pub(super) at: (f32, f32),
    /// Its width in ems.
    pub(super) width: f32,
    /// Whether it was put where it is, and does not follow from the character before.
    pub(super) placed: bool,
}

/// What a glyph shows, on its line.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) start: f32,
    pub(super) end: f32,
    placed: bool,
}

/// Gap that parts two cells, in ems: before a glyph that was placed, and before one that follows.
const CELL: (f32, f32) = (0.95, 1.5);

impl Piece {
    /// Whether it begins a cell, behind a gap of some ems.
    pub(super) fn is_cell(&self, gap: f32) -> bool {
        gap > if self.placed { CELL.0 } else { CELL.1 }
    }
}

/// Pieces that stand side by side.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// Its pieces from left to right, once the line is done.
    pub(super) pieces: Vec<Piece>,
    /// Height above the foot of the page.
    pub(super) height: f32,
    pub(super) em: f32,
    pub(super) turned: u8,
}

impl Line {
    pub(super) fn start(&self) -> f32 {
        self.pieces.first().map_or(0.0, |piece| piece.start)
    }

    /// The end of what was added last; of a line that is done, its end.
    pub(super) fn end(&self) -> f32 {
        self.pieces.last().map_or(0.0, |piece| piece.end)
    }

    fn add(&mut self, piece: Piece, em: f32) {
        // Bold letters may be made by drawing twice.
        let twice = |drawn: &Piece| drawn.text == piece.text && (drawn.start - piece.start).abs() < 0.2 * em;
        if self.pieces.iter().rev().take(TWICE).any(twice) {
            return;
        }
        self.pieces.push(piece);
    }
}

/// The lines of a page, as they come.
#[derive(Default)]
pub(super) struct Lines {
    done: Vec<Line>,
}

/// Gap that is a space, in ems: between Latin words, and between Chinese characters.
const WORD: f32 = 0.18;
const WIDE: f32 = 0.7;
/// How many glyphs back a second drawing is looked for.
const TWICE: usize = 80;
/// How many lines back a glyph may stand.
const BACK: usize = 9;

impl Lines {
    #[allow(clippy::many_single_char_names, reason = "the names of the standard")]
    pub(super) fn add(&mut self, glyph: &Glyph<'_>) {
        let (a, b) = glyph.along;
        let em = a.hypot(b);
        if !em.is_finite() || em <= 0.0 || !glyph.at.0.is_finite() || !glyph.at.1.is_finite() {
            return;
        }
        // Lines that run up or down the page are turned; slanting ones are stamps on the page.
        let (x, y) = glyph.at;
        let (turned, start, height) = match (a / em, b / em) {
            (c, s) if c > 0.99 && s.abs() < 0.1 => (0, x, y),
            (c, s) if s > 0.99 && c.abs() < 0.1 => (1, y, -x),
            (c, s) if c < -0.99 && s.abs() < 0.1 => (2, -x, -y),
            (c, s) if s < -0.99 && c.abs() < 0.1 => (3, -y, x),
            _ => return,
        };
        if glyph.text.chars().all(char::is_whitespace) {
            // The gap that it leaves tells as much.
            return;
        }
        let near = self.done.iter_mut().rev().take(BACK).find(|line| {
            let larger = em.max(line.em);
            let rise = (height - line.height).abs() / larger;
            // A small sign may be raised beside the words it belongs to.
            let raised = em < 0.8 * line.em && rise < 0.6 && (start - line.end()).abs() < 0.6 * larger;
            line.turned == turned && (rise < 0.25 || raised)
        });
        let piece =
            Piece { text: glyph.text.to_owned(), start, end: start + glyph.width * em, placed: glyph.placed };
        match near {
            Some(line) => line.add(piece, em),
            None => self.done.push(Line { pieces: vec![piece], height, em, turned }),
        }
    }

    /// The lines so far, for the next page to begin.
    pub(super) fn take(&mut self) -> Vec<Line> {
        let mut lines = std::mem::take(&mut self.done);
        for line in &mut lines {
            line.pieces.sort_by(|a, b| a.start.total_cmp(&b.start));
        }
        lines
    }
}

/// Adds the space that a gap of some ems before more words is.
pub(super) fn space(text: &mut String, words: &str, gap: f32) {
    let (before, after) = (text.chars().next_back(), words.chars().next());
    let (Some(before), Some(after)) = (before, after) else { return };
    if !before.is_whitespace()
        && !after.is_whitespace()
        && (gap > WIDE || (gap > WORD && spaced(before, after)))
    {
        text.push(' ');
    }
}
