use super::super::super::limit::Deadline;
use super::font::Font;
use super::line::{Glyph, Line, Lines};
use super::matrix::Matrix;
use super::{Reason, STREAM};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::HashMap;
use std::rc::Rc;

/// Deepest nesting of forms.
const DEPTH: usize = 12;
/// Most states that are kept to come back to.
const STATES: usize = 500;
/// Most operations followed in one file.
const OPERATIONS: usize = 20_000_000;

/// How many characters were drawn, and how many of them no font explained.
#[derive(Debug, Default, Clone)]
pub(super) struct Count {
    pub(super) characters: usize,
    pub(super) unmapped: usize,
    /// The first font that left one unexplained.
    pub(super) font: Option<String>,
}

/// Follows the drawing of pages as far as text goes.
pub(super) struct Interpreter<'a> {
    document: &'a Document,
    deadline: Deadline,
    fonts: HashMap<*const Dictionary, Rc<Font>>,
    pub(super) count: Count,
    lines: Lines,
    operations: usize,
}

#[derive(Clone)]
struct State {
    place: Matrix,
    font: Option<Rc<Font>>,
    size: f32,
    character_space: f32,
    word_space: f32,
    scale: f32,
    leading: f32,
    rise: f32,
    /// Where text goes on.
    text: Matrix,
    /// Where its line began.
    line: Matrix,
    /// Whether text was placed since the last was shown.
    placed: bool,
}

impl State {
    fn new(place: Matrix) -> Self {
        Self {
            place,
            font: None,
            size: 0.0,
            character_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            text: Matrix::UNIT,
            line: Matrix::UNIT,
            placed: true,
        }
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.text = self.line;
        self.placed = true;
    }
}

impl<'a> Interpreter<'a> {
    pub(super) fn new(document: &'a Document, deadline: Deadline) -> Self {
        let (fonts, count, lines) = (HashMap::new(), Count::default(), Lines::default());
        Self { document, deadline, fonts, count, lines, operations: 0 }
    }

    /// The lines of a page.
    pub(super) fn page(&mut self, page: ObjectId, content: &[u8]) -> Result<Vec<Line>, Reason> {
        let mut resources = Vec::new();
        if let Ok((own, others)) = self.document.get_page_resources(page) {
            resources.extend(own);
            resources.extend(others.into_iter().filter_map(|id| self.document.get_dictionary(id).ok()));
        }
        self.run(content, &resources, State::new(Matrix::UNIT), 0)?;
        Ok(self.lines.take())
    }

    fn run(
        &mut self,
        content: &[u8],
        resources: &[&'a Dictionary],
        mut state: State,
        depth: usize,
    ) -> Result<(), Reason> {
        let mut saved: Vec<State> = Vec::new();
        for operation in Content::decode_iter(content) {
            // What is broken ends the page, not the file.
            let Ok(Operation { operator, operands }) = operation else { break };
            self.operations += 1;
            if self.operations.is_multiple_of(512) {
                self.deadline.check()?;
            }
            if self.operations > OPERATIONS {
                return Err(Reason::TooLarge("what the PDF draws", "20 million operations"));
            }
            let number =
                |index: usize| operands.get(index).and_then(|operand| operand.as_float().ok()).unwrap_or(0.0);
            let matrix = || Matrix([number(0), number(1), number(2), number(3), number(4), number(5)]);
            let string = |index: usize| {
                operands.get(index).and_then(|operand| operand.as_str().ok()).unwrap_or_default()
            };
            match &*operator {
                "q" if saved.len() < STATES => saved.push(state.clone()),
                "Q" => {
                    if let Some(before) = saved.pop() {
                        state = before;
                    }
                }
                "cm" => state.place = matrix().then(state.place),
                "BT" => (state.text, state.line) = (Matrix::UNIT, Matrix::UNIT),
                "Tf" => {
                    let name = operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
                    state.font = self.font(name, resources);
                    state.size = number(1);
                }
                "Tc" => state.character_space = number(0),
                "Tw" => state.word_space = number(0),
                "Tz" => state.scale = number(0) / 100.0,
                "TL" => state.leading = number(0),
                "Ts" => state.rise = number(0),
                "Td" => state.next_line(number(0), number(1)),
                "TD" => {
                    state.leading = -number(1);
                    state.next_line(number(0), number(1));
                }
                "Tm" => {
                    state.line = matrix();
                    state.text = state.line;
                    state.placed = true;
                }
                "T*" => state.next_line(0.0, -state.leading),
                "Tj" => self.show(&mut state, string(0))?,
                "'" => {
                    state.next_line(0.0, -state.leading);
                    self.show(&mut state, string(0))?;
                }
                "\"" => {
                    (state.word_space, state.character_space) = (number(0), number(1));
                    state.next_line(0.0, -state.leading);
                    self.show(&mut state, string(2))?;
                }
                "TJ" => {
                    for item in operands.first().and_then(|list| list.as_array().ok()).into_iter().flatten() {
                        if let Ok(words) = item.as_str() {
                            self.show(&mut state, words)?;
                        } else if let Ok(back) = item.as_float() {
                            let shift = -back / 1000.0 * state.size * state.scale;
                            state.text = Matrix::shift(shift, 0.0).then(state.text);
                        }
                    }
                }
                "Do" if depth < DEPTH => {
                    let name = operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
                    self.form(name, resources, &state, depth)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// A form is a drawing inside the drawing.
    fn form(
        &mut self,
        name: &[u8],
        resources: &[&'a Dictionary],
        state: &State,
        depth: usize,
    ) -> Result<(), Reason> {
        let Some(Ok(form)) = self.resource(b"XObject", name, resources).map(Object::as_stream) else {
            return Ok(());
        };
        if form.dict.get(b"Subtype").and_then(Object::as_name).ok() != Some(b"Form") {
            return Ok(());
        }
        let Ok(content) = form.get_plain_content_with_limit(STREAM) else { return Ok(()) };
        let mut inner = state.clone();
        if let Ok(list) = form.dict.get_deref(b"Matrix", self.document).and_then(Object::as_array) {
            let mut numbers = [0.0; 6];
            for (number, item) in numbers.iter_mut().zip(list) {
                *number = item.as_float().unwrap_or(0.0);
            }
            inner.place = Matrix(numbers).then(inner.place);
        }
        let own = form.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict).ok();
        let own: Vec<&Dictionary> = own.into_iter().chain(resources.iter().copied()).take(DEPTH).collect();
        self.run(&content, &own, inner, depth + 1)
    }

    /// A named resource of a kind, in the first of the dictionaries that has it.
    fn resource(&self, kind: &[u8], name: &[u8], resources: &[&'a Dictionary]) -> Option<&'a Object> {
        let document = self.document;
        resources.iter().find_map(|all| {
            let named = all.get_deref(kind, document).and_then(Object::as_dict).ok()?;
            named.get_deref(name, document).ok()
        })
    }

    fn font(&mut self, name: &[u8], resources: &[&'a Dictionary]) -> Option<Rc<Font>> {
        let dict = self.resource(b"Font", name, resources)?.as_dict().ok()?;
        let document = self.document;
        let font =
            self.fonts.entry(std::ptr::from_ref(dict)).or_insert_with(|| Rc::new(Font::new(dict, document)));
        Some(Rc::clone(font))
    }

    fn show(&mut self, state: &mut State, bytes: &[u8]) -> Result<(), Reason> {
        let Some(font) = state.font.clone() else { return Ok(()) };
        for (index, drawn) in font.read(bytes).into_iter().enumerate() {
            let Matrix([a, b, _, _, x, y]) =
                Matrix([state.size * state.scale, 0.0, 0.0, state.size, 0.0, state.rise])
                    .then(state.text)
                    .then(state.place);
            let extra = state.character_space + if drawn.space { state.word_space } else { 0.0 };
            let forward = (drawn.width / 1000.0 * state.size + extra) * state.scale;
            self.count.characters += 1;
            if drawn.text.is_none() {
                self.count.unmapped += 1;
                self.count.font.get_or_insert_with(|| font.name.clone());
            }
            let text = drawn.text.unwrap_or_else(|| '\u{FFFD}'.to_string());
            let placed = index == 0 && state.placed;
            let width = drawn.width / 1000.0;
            self.lines.add(&Glyph { text: &text, along: (a, b), at: (x, y), width, placed });
            state.text = Matrix::shift(forward, 0.0).then(state.text);
            state.placed = false;
        }
        if self.count.characters.is_multiple_of(256) {
            self.deadline.check()?;
        }
        Ok(())
    }
}
