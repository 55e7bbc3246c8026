use super::aspect::{Sort, sort};
use super::figure::{Aspect, Comparator, Direction, Figure, Indicator, Period, Relations, Status, TimeBasis};
use super::passage::{Passage, passages, years_of};
use super::place::Places;
use super::quantity::{Form, Found, Quantity};
use super::time::{Mention, mentions};
use super::wording::{LONGEST, Wording};
use crate::lexicon::{Label, Lexicon, Unit};
use crate::ontology::ConceptId;
use crate::outline::{Document, Outline};
use crate::text::{Sentence, Span, Text, sentences};
use rust_decimal::Decimal;

/// Turns quantities into figures, sentence by sentence.
pub(crate) struct Reader<'a> {
    text: &'a Text,
    chars: &'a [char],
    lexicon: &'a Lexicon<'a>,
    groups: Vec<Label>,
    regions: Vec<Label>,
    figures: Vec<Figure>,
    /// The last words that named an indicator by themselves: what heads like 总量 go with.
    topic: Option<String>,
}

/// What is known of a document while its sentences are read.
struct Scene<'a> {
    index: usize,
    document: &'a Document,
    passages: Vec<Passage>,
}

/// A quantity with the words that belong to it.
struct Slot<'q> {
    quantity: &'q Quantity,
    clause: Span,
    /// Words before it, from the quantity before or the beginning of the clause.
    left: Span,
    /// The noun behind it; empty when none belongs to it.
    right: Span,
    /// Whether only a mark or a conjunction parts it from the quantity before.
    sibling: bool,
}

/// Reads all figures of a text.
pub(crate) fn figures(text: &Text, outline: &Outline, lexicon: &Lexicon<'_>, found: &[Found]) -> Vec<Figure> {
    let mut reader = Reader {
        text,
        chars: text.chars(),
        lexicon,
        groups: lexicon.groups.find(text),
        regions: lexicon.regions.find(text),
        figures: Vec::new(),
        topic: None,
    };
    let quantities: Vec<&Quantity> = found
        .iter()
        .filter_map(|item| match item {
            Found::Quantity(quantity) => Some(quantity),
            Found::Other(..) => None,
        })
        .collect();
    for (index, document) in outline.documents.iter().enumerate() {
        let scene = Scene { index, document, passages: passages(reader.chars, document, lexicon) };
        let mut from = quantities.partition_point(|quantity| quantity.span.start < document.span.start);
        let mut said: Option<Mention> = None;
        let mut section = usize::MAX;
        let mut before: Option<Sentence> = None;
        for sentence in sentences(text, document.span) {
            let to =
                from + quantities[from..].partition_point(|quantity| quantity.span.start < sentence.span.end);
            let here = section_at(document, sentence.span.start);
            if here != section {
                let same = section != usize::MAX && scene.passages[here] == scene.passages[section];
                section = here;
                // A stretch of the year that opened one section is spoken of in the next ones too.
                said = said.filter(|mention| {
                    same && mention.period.monthly && mention.period.start.is_some_and(|m| m.month == 1)
                });
                reader.topic = None;
            }
            if quantities[from..to].is_empty() {
                reader.note(&sentence, &scene, here, &mut said);
            } else {
                reader.open(before.as_ref());
                reader.sentence(&scene, &sentence, &quantities[from..to], &mut said);
            }
            before = Some(sentence);
            from = to;
        }
    }
    reader.figures
}

/// Index of the innermost section that holds an offset; the number of sections when none does.
fn section_at(document: &Document, offset: usize) -> usize {
    let last = document.sections.partition_point(|section| section.span.start <= offset);
    (0..last)
        .rev()
        .find(|index| document.sections[*index].span.contains(offset))
        .unwrap_or(document.sections.len())
}

impl Reader<'_> {
    fn wording(&self) -> Wording<'_> {
        Wording { chars: self.chars, lexicon: self.lexicon }
    }

    /// A short sentence before, without figures, gives its subject as topic: 经营主体稳中培优。总量达…
    fn open(&mut self, before: Option<&Sentence>) {
        self.topic = before.and_then(|sentence| {
            let span = self.quote(Span::new(sentence.span.start, sentence.span.end));
            let short = (6..=12).contains(&span.len()) && sentence.clauses.len() == 1;
            let words = self.wording().strip_start(span);
            let plain = !self.chars[span.start..span.end].iter().any(char::is_ascii_digit);
            (short && plain && words.len() > 6)
                .then(|| self.wording().name(Span::new(words.start, words.end - 4)))
        });
    }

    /// A sentence without figures may still say what time the next ones speak of.
    fn note(&self, sentence: &Sentence, scene: &Scene<'_>, section: usize, said: &mut Option<Mention>) {
        let passage = scene.passages[section];
        let years = years_of(&passage, scene.document);
        let head = Span::new(sentence.span.start, sentence.span.end.min(sentence.span.start + 20));
        let opening = mentions(self.chars, head, years, &self.lexicon.cues).first().copied();
        if let Some(opening) =
            opening.filter(|mention| mention.dated && mention.span.start <= sentence.span.start + 6)
        {
            *said = Some(opening);
        }
    }

    fn sentence(
        &mut self,
        scene: &Scene<'_>,
        sentence: &Sentence,
        quantities: &[&Quantity],
        said: &mut Option<Mention>,
    ) {
        let section = section_at(scene.document, sentence.span.start);
        let passage = scene.passages[section.min(scene.passages.len() - 1)];
        let years = years_of(&passage, scene.document);
        let times = mentions(self.chars, sentence.span, years, &self.lexicon.cues);
        let opens = |mention: &&Mention| {
            let from_new_year = mention.period.monthly && mention.period.start.is_some_and(|m| m.month == 1);
            (mention.dated || from_new_year) && mention.span.start <= sentence.span.start + 6
        };
        if let Some(opening) = times.first().filter(opens) {
            *said = Some(*opening);
        }
        let kept: Vec<&Quantity> = self.attributive(quantities);
        let slots = self.slots(sentence, &kept);
        let first = self.figures.len();
        for slot in &slots {
            if let Some(figure) = self.figure(scene, sentence, slot, first, &times, *said, passage, section) {
                if matches!(figure.rule, rule::BEFORE | rule::BEHIND) {
                    self.topic = Some(figure.indicator.text.clone());
                }
                self.figures.push(figure);
            }
        }
        super::distribute::distribute(self.chars, self.lexicon, &mut self.figures, first, sentence);
        self.relate(first, sentence);
    }

    /// Drops quantities that only qualify the noun of the one before: 3个万亿产业.
    fn attributive<'q>(&self, quantities: &[&'q Quantity]) -> Vec<&'q Quantity> {
        let mut kept: Vec<&Quantity> = Vec::new();
        for quantity in quantities {
            let glued = kept
                .last()
                .is_some_and(|before| before.span.end == quantity.hedged.start && before.unit.is_some());
            let scale_only = matches!(self.chars[quantity.span.start], '百' | '千' | '万' | '亿' | '十');
            if !(glued && quantity.form == Form::Elided && scale_only) {
                kept.push(quantity);
            }
        }
        kept
    }

    /// Gives each quantity of a sentence the words that belong to it.
    fn slots<'q>(&self, sentence: &Sentence, quantities: &[&'q Quantity]) -> Vec<Slot<'q>> {
        let mut slots: Vec<Slot<'q>> = Vec::new();
        let mut taken = 0;
        for (index, quantity) in quantities.iter().enumerate() {
            let clause = sentence.clauses[sentence.clause_at(quantity.span.start)];
            let next = quantities.get(index + 1).filter(|next| next.span.start < clause.end);
            let end = next.map_or(clause.end, |next| next.hedged.start);
            let left = Span::new(clause.start.max(taken).min(quantity.hedged.start), quantity.hedged.start);
            let between = Span::new(quantity.span.end.min(end), end);
            let right = self.noun_behind(quantity, between, next.is_some());
            let sibling = index > 0 && taken > clause.start && self.only_marks(left);
            taken = if right.is_empty() { quantity.span.end } else { right.end };
            slots.push(Slot { quantity, clause, left, right, sibling });
        }
        slots
    }

    fn only_marks(&self, span: Span) -> bool {
        self.chars[span.start..span.end]
            .iter()
            .all(|c| matches!(c, '、' | '和' | '，' | ',' | ' ' | '与' | '及' | '（' | '(' | '）' | ')'))
    }

    /// The noun that a quantity counts when it stands behind it: 26名残疾人公务员.
    fn noun_behind(&self, quantity: &Quantity, between: Span, more: bool) -> Span {
        let none = Span::new(between.start, between.start);
        let mut start = between.start;
        if matches!(quantity.form, Form::Rank | Form::Ratio | Form::Bare) || between.is_empty() {
            return none;
        }
        let code = quantity.unit.as_ref().map_or("", |unit| unit.code.as_str());
        let percent = matches!(
            code,
            "percent" | "percentage-point" | "permille" | "basis-point" | "multiple" | "index" | "ratio"
        );
        while start < between.end && (self.chars[start].is_whitespace() || matches!(self.chars[start], '“'))
        {
            start += 1;
        }
        if start >= between.end {
            return none;
        }
        if matches!(self.chars[start], '（' | '(') {
            let close = (start..between.end).find(|at| matches!(self.chars[*at], '）' | ')'));
            start = close.map_or(start, |close| close + 1);
            if start >= between.end {
                return none;
            }
        }
        let of = self.chars[start] == '的';
        if of {
            start += 1;
        } else if percent {
            return none;
        }
        let cues = &self.lexicon.cues;
        let mark = |c: char| {
            matches!(
                c,
                '、' | '，'
                    | ','
                    | '。'
                    | '；'
                    | ';'
                    | '：'
                    | '！'
                    | '”'
                    | '）'
                    | ')'
                    | '\n'
                    | '》'
                    | '|'
                    | '？'
                    | '—'
            )
        };
        if start >= between.end || mark(self.chars[start]) {
            return none;
        }
        if cues.subject_break.at(self.chars, start) > 0
            || matches!(self.chars[start], '和' | '及' | '与' | '或' | '并' | '到' | '至' | '、') && !of
        {
            return none;
        }
        let mut end = between.end;
        if more {
            // Up to the mark or verb behind which the next number has its own words.
            let mut depth = 0_i32;
            let cut = (start..between.end).find(|at| {
                match self.chars[*at] {
                    '（' | '(' => depth += 1,
                    '）' | ')' => depth -= 1,
                    '、' | '，' => return depth == 0,
                    _ => {}
                }
                false
            });
            end = cut
                .or_else(|| self.wording().verb_inside(Span::new(start, between.end)))
                .unwrap_or(between.end);
            while end > start && matches!(self.chars[end - 1], '和' | '及' | '与' | '、' | '以') {
                end -= 1;
            }
        }
        while end > start && (mark(self.chars[end - 1]) || self.chars[end - 1].is_whitespace()) {
            end -= 1;
        }
        Span::new(start, end)
    }

    #[allow(clippy::too_many_arguments, reason = "all of it is the context of one figure")]
    fn figure(
        &self,
        scene: &Scene<'_>,
        sentence: &Sentence,
        slot: &Slot<'_>,
        first: usize,
        times: &[Mention],
        said: Option<Mention>,
        passage: Passage,
        section: usize,
    ) -> Option<Figure> {
        let quantity = slot.quantity;
        let cues = &self.lexicon.cues;
        let (unit, elided_aspect) = self.unit(slot)?;
        let priced = Quantity { unit: Some(unit.clone()), ..quantity.clone() };
        let before = self.figures[first..].last();
        let mut sort = sort(self.chars, &priced, slot.left, slot.clause, cues);
        if sort.aspect == Aspect::Change
            && !slot.right.is_empty()
            && !matches!(unit.code.as_str(), "percent" | "percentage-point")
        {
            // 提高3亿多职工的待遇: the verb governs the noun, not the number.
            sort = Sort { aspect: Aspect::Level, direction: None };
        }
        if self.surpasses(slot, &sort) {
            sort = Sort { aspect: Aspect::Change, direction: Some(Direction::Up) };
        }
        if let Some(aspect) = elided_aspect {
            sort = Sort { aspect, direction: None };
        }
        if slot.sibling {
            // In 增长4.2%、5.3% the second value is what the first one is.
            if let Some(elder) = before.filter(|elder| elder.unit == unit.concept) {
                sort = Sort { aspect: elder.aspect, direction: elder.direction };
            }
        }
        let places = Places { chars: self.chars, labels: &self.regions, lexicon: self.lexicon };
        let place = places.of(scene.document, sentence.span, slot.quantity.span.start);
        let (indicator, rule) = self.indicator(slot, sentence, first, &sort, &unit);
        let status = self.status(slot, sentence, &sort, &unit, passage, scene);
        let recurring = cues.each_year.inside(self.chars, slot.clause.start, quantity.span.start);
        let (period, basis) = self.period(slot, sentence, times, said, passage, recurring, status, &sort);
        let (period, status) = self.planned(period, status, scene);
        let mut figure = Figure {
            document: scene.index,
            section: (section < scene.document.sections.len()).then_some(section),
            span: quantity.span,
            hedged: quantity.hedged,
            quote: self.quote(slot.clause),
            value: quantity.value.normalize(),
            value2: quantity.value2.map(|value| value.normalize()),
            unit: unit.concept,
            comparator: quantity.comparator,
            aspect: sort.aspect,
            direction: sort.direction,
            status,
            indicator,
            place,
            period,
            basis,
            recurring,
            groups: self.groups_in(slot),
            program: None,
            comparison: (sort.aspect == Aspect::Change
                && cues.compare.inside(self.chars, slot.clause.start, quantity.span.start))
            .then_some(self.lexicon.year_on_year)
            .flatten(),
            relations: Relations::default(),
            rule,
        };
        if figure.aspect == Aspect::Rank {
            figure.comparator = Comparator::Exact;
        }
        if self.goal_behind(slot) {
            figure.comparator = Comparator::Exact;
            figure.status = Status::Target;
            figure.period = passage.period;
            if let Some(elder) = before {
                figure.indicator = elder.indicator.clone();
            }
        }
        Some(figure)
    }

    /// 超年度计划28%: a percentage by which a yardstick is exceeded.
    fn surpasses(&self, slot: &Slot<'_>, sort: &Sort) -> bool {
        sort.aspect == Aspect::Rate && self.yardstick(slot) && slot.left.len() >= 3
    }

    /// Whether the words before a number only compare: 比2009年, 高于全国平均水平, 超年度计划.
    fn yardstick(&self, slot: &Slot<'_>) -> bool {
        let words = self.quote(slot.left);
        let cues = &self.lexicon.cues;
        let inside = &self.chars[..words.end];
        let compares = cues
            .compare
            .at(inside, words.start)
            .max(cues.over.at(inside, words.start))
            .max(cues.under.at(inside, words.start));
        compares > 0 && !matches!(self.chars.get(words.start + 1), Some('例' | '重' | '值'))
    }

    /// Whether the noun behind a number calls it a goal: 超过3000万人的年度目标任务.
    fn goal_behind(&self, slot: &Slot<'_>) -> bool {
        let of = self.chars.get(slot.quantity.span.end) == Some(&'的');
        let words: String = self.chars[slot.right.start..slot.right.end].iter().collect();
        of && ["目标", "任务", "计划"].iter().any(|noun| words.contains(noun)) && words.chars().count() <= 10
    }

    /// The printed unit, or the one that the words around a bare number imply.
    fn unit(&self, slot: &Slot<'_>) -> Option<(Unit, Option<Aspect>)> {
        let quantity = slot.quantity;
        if let Some(unit) = &quantity.unit {
            return Some((unit.clone(), None));
        }
        let cues = &self.lexicon.cues;
        let code = |code: &str| self.lexicon.units.of_code(code).cloned();
        let noun = Span::new(quantity.span.end, slot.clause.end.min(quantity.span.end + 16));
        let head = self.chars[noun.start..noun.end]
            .iter()
            .position(|c| matches!(c, '、' | '，' | ',' | '。'))
            .map_or(noun, |at| Span::new(noun.start, noun.start + at));
        match quantity.form {
            Form::Elided => {
                let household = cues.household.find(self.chars, head.start, head.end);
                let person = cues.person.find(self.chars, head.start, head.end);
                let money = cues.money.inside(self.chars, slot.clause.start, quantity.hedged.start)
                    || self.sentence_money(slot);
                match (household, person) {
                    (Some((h, _)), Some((p, _))) if h < p => code("household").map(|unit| (unit, None)),
                    (_, Some(_)) => code("person").map(|unit| (unit, None)),
                    (Some(_), None) => code("household").map(|unit| (unit, None)),
                    (None, None) if cues.person.inside(self.chars, slot.left.start, slot.left.end) => {
                        code("person").map(|unit| (unit, None))
                    }
                    (None, None) if money => code("CNY").map(|unit| (unit, None)),
                    _ => None,
                }
            }
            Form::Bare => {
                let words: String = self.chars[slot.left.start..slot.left.end].iter().collect();
                let index = words.ends_with("指数为")
                    || words.ends_with("指数")
                    || words.ends_with("指数达")
                    || words.ends_with("指数达到");
                let ratio = ["比值", "收入比", "倍差", "系数"].iter().any(|noun| words.contains(noun))
                    && quantity.value.scale() > 0;
                if index {
                    code("index").map(|unit| (unit, None))
                } else if ratio {
                    code("ratio").map(|unit| (unit, Some(Aspect::Ratio)))
                } else {
                    None
                }
            }
            _ => None,
        }
    }

    fn sentence_money(&self, slot: &Slot<'_>) -> bool {
        let from = slot.clause.start.saturating_sub(20);
        self.lexicon.cues.money.inside(self.chars, from, slot.clause.start)
            && slot.quantity.value >= Decimal::from(100_000_000)
    }

    fn quote(&self, clause: Span) -> Span {
        let mut span = clause;
        let blank = |c: char| {
            c.is_whitespace() || matches!(c, '，' | ',' | '。' | '；' | ';' | '、' | '：' | ':' | '|')
        };
        while span.start < span.end && blank(self.chars[span.start]) {
            span.start += 1;
        }
        while span.end > span.start && blank(self.chars[span.end - 1]) {
            span.end -= 1;
        }
        span
    }

    fn groups_in(&self, slot: &Slot<'_>) -> Vec<ConceptId> {
        let inside = |span: Span| {
            let from = self.groups.partition_point(|label| label.span.start < span.start);
            self.groups[from..].iter().take_while(move |label| label.span.end <= span.end)
        };
        let near = if slot.right.is_empty() { slot.left } else { slot.right };
        let mut list: Vec<ConceptId> = inside(near)
            .filter_map(|label| self.lexicon.groups.concepts(label.label).first().copied())
            .collect();
        list.sort_unstable();
        list.dedup();
        list
    }
}

/// Names of rules, as facts carry them.
pub(crate) mod rule {
    pub(crate) const BEFORE: &str = "indicator-before-number";
    pub(crate) const BEHIND: &str = "noun-behind-number";
    pub(crate) const INHERITED: &str = "same-indicator-as-figure-before";
    pub(crate) const COMPOSED: &str = "topic-and-head";
}

impl Reader<'_> {
    /// What a figure measures, and the rule that says so.
    fn indicator(
        &self,
        slot: &Slot<'_>,
        sentence: &Sentence,
        first: usize,
        sort: &Sort,
        unit: &Unit,
    ) -> (Indicator, &'static str) {
        let wording = self.wording();
        let raw = self.before_share(slot, sort);
        let mut left = wording.subject(self.within_quotes(raw));
        // A noun coordinated with what stands before it has no verb of its own there.
        let joined = matches!(self.chars[raw.start..raw.end].last(), Some('、' | '和' | '与'));
        if joined && !slot.right.is_empty() {
            left = Span::new(left.end, left.end);
        }
        let before = self.figures[first..].last();
        if sort.aspect == Aspect::Change && self.yardstick(slot) && slot.right.is_empty() {
            left = Span::new(left.end, left.end);
        }
        if !slot.right.is_empty() {
            return self.behind(slot, left, before, sort, unit, joined);
        }
        let generic = self.generic(left);
        if slot.sibling {
            if let Some(elder) = before {
                return (elder.indicator.clone(), rule::INHERITED);
            }
        }
        if left.len() < 2 || generic {
            return self.composed(slot, sentence, left, first, sort, unit);
        }
        let text = wording.name(wording.shorten_front(left));
        let words = wording.name(wording.shorten_front(wording.plain(left)));
        if let Some(concept) = self.linked(left, unit, sort) {
            return (self.known(concept, text), rule::BEFORE);
        }
        let of_which = self.lexicon.cues.of_which.inside(
            self.chars,
            slot.clause.start.saturating_sub(3),
            slot.quantity.span.start,
        );
        if let Some(whole) = before.filter(|_| of_which) {
            let label = join(&whole.indicator.label, &text);
            return (Indicator { concept: None, label, text }, rule::COMPOSED);
        }
        (Indicator { concept: None, label: words, text }, rule::BEFORE)
    }

    /// The words left of a number, up to the 占 of a share.
    fn before_share(&self, slot: &Slot<'_>, sort: &Sort) -> Span {
        if sort.aspect != Aspect::Share {
            return slot.left;
        }
        let found = (slot.left.start..slot.left.end)
            .rev()
            .find(|at| self.chars[*at] == '占' && !matches!(self.chars.get(at + 1), Some('比' | '有')));
        found.map_or(slot.left, |at| Span::new(slot.left.start, at))
    }

    /// The words behind a quotation mark that is still open: “城镇新增就业110万人”.
    fn within_quotes(&self, span: Span) -> Span {
        let open = self.chars[span.start..span.end]
            .iter()
            .rposition(|c| matches!(c, '“' | '”'))
            .map(|at| span.start + at);
        match open {
            Some(at) if self.chars[at] == '“' && span.end - at > 2 => Span::new(at + 1, span.end),
            _ => span,
        }
    }

    fn generic(&self, span: Span) -> bool {
        let words = self.lexicon.cues.generic.at(&self.chars[..span.end], span.start);
        span.len() >= 1 && words == span.len()
    }

    /// Whether a head only sums up: 总量, 总额.
    fn total(&self, span: Span) -> bool {
        self.lexicon.cues.total.at(&self.chars[..span.end], span.start) == span.len()
    }

    fn known(&self, concept: ConceptId, text: String) -> Indicator {
        Indicator {
            concept: Some(concept),
            label: self.lexicon.ontology.concept(concept).label.clone(),
            text,
        }
    }

    /// The indicator of the vocabulary that the words name as a whole.
    fn linked(&self, span: Span, unit: &Unit, sort: &Sort) -> Option<ConceptId> {
        let wording = self.wording();
        let mut tries = vec![span, wording.object(span)];
        for tail in
            ["涨幅", "增速", "增幅", "降幅", "增长率", "人数", "总数", "数量", "数", "总量", "总额", "规模"]
        {
            let len = tail.chars().count();
            let ends =
                span.len() > len + 2 && self.chars[span.end - len..span.end].iter().copied().eq(tail.chars());
            if ends {
                let cut = Span::new(span.start, span.end - len);
                tries.push(cut);
                tries.push(wording.object(cut));
            }
        }
        let bare = |name: &str| {
            ["年末", "年底", "总体", "全部"].iter().fold(name.to_owned(), |name, word| name.replace(word, ""))
        };
        tries.iter().map(|span| wording.name(*span)).find_map(|name| {
            let direct = self.concept_named(&name, unit, sort);
            direct.or_else(|| self.concept_named(&bare(&name), unit, sort))
        })
    }

    fn concept_named(&self, name: &str, unit: &Unit, sort: &Sort) -> Option<ConceptId> {
        let fits = |id: &&ConceptId| {
            let own = self.lexicon.ontology.concept(**id).unit;
            let relative = matches!(
                sort.aspect,
                Aspect::Change | Aspect::Share | Aspect::Rank | Aspect::Multiple | Aspect::Ratio
            );
            own == Some(unit.concept) || relative || own.is_some_and(|own| self.same_kind(own, unit))
        };
        self.lexicon.indicators.exact(name).iter().find(fits).copied()
    }

    /// Whether an indicator's unit and a printed one count the same kind of thing.
    fn same_kind(&self, own: ConceptId, unit: &Unit) -> bool {
        let code = self.lexicon.ontology.concept(own).code();
        code == unit.code
            || matches!((code, unit.code.as_str()), ("count", "household") | ("household", "count"))
    }

    /// 26名残疾人公务员, 投资4300万元的…工程, 5700多万人受益.
    #[allow(clippy::too_many_arguments, reason = "all of it is the context of one figure")]
    fn behind(
        &self,
        slot: &Slot<'_>,
        left: Span,
        before: Option<&Figure>,
        sort: &Sort,
        unit: &Unit,
        joined: bool,
    ) -> (Indicator, &'static str) {
        let wording = self.wording();
        let mut right = slot.right;
        while right.start < right.end && matches!(self.chars[right.start], '“' | ' ' | '的' | '内') {
            right.start += 1;
        }
        let noun = wording.name(wording.shorten_back(right));
        let lead = wording.name(left);
        let money = matches!(unit.code.as_str(), "CNY" | "USD");
        for span in [Span::new(left.start, left.end), right] {
            if let Some(concept) = self.linked(span, unit, sort).filter(|_| span.len() > 1) {
                return (self.known(concept, noun), rule::BEHIND);
            }
        }
        if money && lead.chars().count() >= 2 {
            return (Indicator { concept: None, label: join(&noun, &lead), text: lead }, rule::BEHIND);
        }
        // 58.8万户次企业 发放稳岗资金: a bare recipient and what it got.
        if noun.chars().count() < 3 && lead.is_empty() {
            let rest = (right.end..slot.clause.end)
                .find(|at| matches!(self.chars[*at], '，' | ',' | '、') || self.chars[*at].is_ascii_digit())
                .unwrap_or(slot.clause.end);
            let long = wording.name(wording.shorten_back(self.quote(Span::new(right.start, rest))));
            if long.chars().count() > noun.chars().count() + 2 {
                return (Indicator { concept: None, label: noun, text: long }, rule::BEHIND);
            }
        }
        let phrase = self.lexicon.cues.phrase.at(self.chars, right.start) > 0 || noun.chars().count() < 3;
        if phrase && lead.chars().count() < 2 && !joined {
            let topic = self.topic.clone().filter(|_| before.is_some()).or_else(|| self.topic(slot));
            if let Some(topic) = topic {
                return (Indicator { concept: None, label: join(&topic, &noun), text: noun }, rule::COMPOSED);
            }
        }
        let verb = wording.name(wording.shorten_front(left));
        if lead.chars().count() >= 2 && lead.chars().count() + noun.chars().count() <= LONGEST {
            return (
                Indicator { concept: None, label: noun.clone(), text: format!("{verb}{noun}") },
                rule::BEHIND,
            );
        }
        (Indicator { concept: None, label: noun.clone(), text: noun }, rule::BEHIND)
    }

    /// The words of the clause before, as a topic.
    fn topic(&self, slot: &Slot<'_>) -> Option<String> {
        let end = slot.clause.start;
        let start = (end.saturating_sub(40)..end.saturating_sub(1))
            .rev()
            .find(|at| matches!(self.chars[*at], '，' | ',' | '。' | '；' | '\n' | '：'))
            .map_or(end.saturating_sub(40), |at| at + 1);
        let wording = self.wording();
        let mut span = Span::new(start, end.saturating_sub(1).max(start));
        span = wording.subject(span);
        let object = wording.object(span);
        let span = if object.len() >= 2 { object } else { span };
        let name = wording.name(wording.shorten_front(span));
        (name.chars().count() >= 2).then_some(name)
    }

    /// No words of its own, or a head that says nothing alone: the topic comes from what stands before.
    fn composed(
        &self,
        slot: &Slot<'_>,
        sentence: &Sentence,
        left: Span,
        first: usize,
        sort: &Sort,
        unit: &Unit,
    ) -> (Indicator, &'static str) {
        let wording = self.wording();
        let head = wording.name(left);
        let before = self.figures[first..].last();
        let gap = before.map_or(sentence.span.start, |figure| figure.span.end);
        // A clause without a figure between names the topic: 投资1亿元 has none, 启动水厂扩建，投资1亿元 has.
        let talked = slot.clause.start > gap && self.words_between(gap, slot.clause.start);
        let topic = if talked { self.topic(slot) } else { None };
        let relative =
            matches!(sort.aspect, Aspect::Change | Aspect::Share | Aspect::Rank | Aspect::Multiple);
        if topic.is_none() {
            if let Some(elder) = before.filter(|_| head.is_empty() || relative) {
                return (elder.indicator.clone(), rule::INHERITED);
            }
        }
        let next = self.object_behind(slot, sentence);
        let topic =
            topic.or_else(|| next.filter(|_| before.is_none() && !relative)).or_else(|| self.topic.clone());
        let topic = topic.or_else(|| {
            let last =
                self.figures.last().filter(|figure| sentence.span.start.saturating_sub(figure.span.end) < 60);
            last.map(|figure| figure.indicator.text.clone())
        });
        match topic {
            Some(topic) => {
                let label = join(&topic, &head);
                if let Some(concept) = self.concept_named(&label, unit, sort).or_else(|| {
                    self.concept_named(&topic, unit, sort)
                        .filter(|_| relative || head.is_empty() || self.total(left))
                }) {
                    return (self.known(concept, if head.is_empty() { label } else { head }), rule::COMPOSED);
                }
                let text = match head.chars().count() {
                    0 => topic,
                    1..4 => label.clone(),
                    _ => head,
                };
                (Indicator { concept: None, label, text }, rule::COMPOSED)
            }
            None => {
                let label = if head.is_empty() {
                    wording.name(self.quote(slot.clause)).chars().take(LONGEST).collect()
                } else {
                    head.clone()
                };
                (
                    Indicator {
                        concept: None,
                        text: if head.is_empty() { label.clone() } else { head },
                        label,
                    },
                    rule::BEFORE,
                )
            }
        }
    }

    fn words_between(&self, from: usize, to: usize) -> bool {
        self.chars[from.min(to)..to]
            .iter()
            .filter(|c| !c.is_whitespace() && !matches!(c, '，' | ',' | '、' | '。' | '）' | '；'))
            .count()
            >= 4
    }

    /// The object of the next clause: 投资1亿元，启动实施…工程.
    fn object_behind(&self, slot: &Slot<'_>, sentence: &Sentence) -> Option<String> {
        let next = sentence.clauses.iter().find(|clause| clause.start > slot.quantity.span.end)?;
        let wording = self.wording();
        let span = wording.strip_start(self.quote(*next));
        let object = wording.object(span);
        let mut object = object;
        if let Some(count) = super::numeral::numeral(self.chars, object.start) {
            let unit = self.lexicon.units.at(self.chars, count.span.end).map_or(0, |(_, len)| len);
            object.start = (count.span.end + unit).min(object.end);
        }
        let digits = self.chars[object.start..object.end].iter().position(char::is_ascii_digit);
        let object = digits.map_or(object, |at| Span::new(object.start, object.start + at));
        let name = wording.name(wording.shorten_back(object));
        (name.chars().count() >= 3).then_some(name)
    }

    fn status(
        &self,
        slot: &Slot<'_>,
        sentence: &Sentence,
        sort: &Sort,
        unit: &Unit,
        passage: Passage,
        scene: &Scene<'_>,
    ) -> Status {
        let cues = &self.lexicon.cues;
        let quantity = slot.quantity;
        let clause = slot.clause;
        let end = slot.right.end.max(quantity.span.end);
        if sort.aspect == Aspect::Duration {
            return Status::Standard;
        }
        let small = quantity.value < Decimal::from(200_000);
        if unit.code == "CNY" && small && sort.aspect == Aspect::Level {
            let rate = cues.standard.inside(self.chars, clause.start, quantity.span.start)
                || (cues.once.inside(self.chars, clause.start, end)
                    && cues.benefit.inside(self.chars, clause.start, clause.end))
                || (quantity.comparator == Comparator::UpTo && !slot.right.is_empty());
            if rate && !self.chars[slot.left.start..slot.left.end].ends_with(&['收', '入']) {
                return Status::Standard;
            }
        }
        if quantity.comparator == Comparator::UpTo && !slot.right.is_empty() && unit.code == "CNY" {
            return Status::Standard;
        }
        if unit.code == "percent"
            && matches!(sort.aspect, Aspect::Rate)
            && cues.standard.inside(self.chars, slot.left.start, slot.left.end)
            && cues.benefit.inside(self.chars, clause.start, clause.end)
        {
            return Status::Standard;
        }
        let quoted = self.quoted(quantity.span, clause);
        if quoted && cues.adopt.inside(self.chars, clause.start, clause.end) {
            return Status::Target;
        }
        if self.base_value(slot) {
            return Status::Actual;
        }
        if passage.headed {
            return if passage.plan { Status::Target } else { Status::Actual };
        }
        if cues.future.inside(self.chars, sentence.span.start, quantity.span.start) {
            return Status::Target;
        }
        let _ = scene;
        Status::Actual
    }

    /// In 从7个增加到17个 the first value is what was.
    fn base_value(&self, slot: &Slot<'_>) -> bool {
        let words = &self.chars[slot.left.start..slot.left.end];
        let from = words.iter().rev().take(8).any(|c| matches!(c, '从' | '由'));
        let end = slot.clause.end.min(slot.quantity.span.end + 12);
        from && self.chars[slot.quantity.span.end..end].iter().any(|c| matches!(c, '到' | '至'))
    }

    fn quoted(&self, span: Span, clause: Span) -> bool {
        let open = self.chars[clause.start..span.start].iter().rposition(|c| matches!(c, '“' | '”'));
        let opened = open.is_some_and(|at| self.chars[clause.start + at] == '“');
        opened && self.chars[span.end..clause.end].iter().find(|c| matches!(c, '“' | '”')) == Some(&'”')
    }

    #[allow(clippy::too_many_arguments, reason = "all of it decides the period")]
    fn period(
        &self,
        slot: &Slot<'_>,
        sentence: &Sentence,
        times: &[Mention],
        said: Option<Mention>,
        passage: Passage,
        recurring: bool,
        status: Status,
        sort: &Sort,
    ) -> (Option<Period>, TimeBasis) {
        let cues = &self.lexicon.cues;
        let before = slot.quantity.span.start;
        let own = times
            .iter()
            .rev()
            .find(|mention| mention.span.end <= before && mention.span.start >= slot.clause.start);
        let mention =
            own.or_else(|| times.iter().rev().find(|mention| mention.span.end <= before)).copied().or(said);
        let mut period = mention.map(|mention| mention.period).or(passage.period);
        let cumulative = cues.cumulative.inside(self.chars, slot.clause.start, before)
            || (sort.aspect == Aspect::Level && self.carried_cumulative(slot, sentence));
        let at_end = mention.is_some_and(|mention| mention.at_end);
        let basis = if status == Status::Standard {
            TimeBasis::Standing
        } else if recurring {
            TimeBasis::EachYear
        } else if cumulative {
            TimeBasis::Cumulative
        } else if at_end {
            TimeBasis::AtEnd
        } else {
            TimeBasis::InPeriod
        };
        if let Some(period) = &mut period {
            match basis {
                TimeBasis::Cumulative => period.start = None,
                TimeBasis::AtEnd => {
                    period.start = period.end;
                    period.monthly = true;
                }
                _ => {}
            }
        }
        (period, basis)
    }

    /// 累计 reaches over the clauses of its sentence that only go on counting.
    fn carried_cumulative(&self, slot: &Slot<'_>, sentence: &Sentence) -> bool {
        let cues = &self.lexicon.cues;
        let Some(figure) = self.figures.last() else { return false };
        let near = figure.span.start >= sentence.span.start && figure.basis == TimeBasis::Cumulative;
        let gap = Span::new(figure.span.end, slot.quantity.span.start);
        near && !cues.present_year.inside(self.chars, gap.start, gap.end)
            && !self.chars[gap.start..gap.end].iter().any(|c| matches!(c, '；' | '。'))
    }

    /// What lies behind the year a document reports on is planned.
    fn planned(&self, period: Option<Period>, status: Status, scene: &Scene<'_>) -> (Option<Period>, Status) {
        let end = period.and_then(|period| period.end).map(|month| month.year);
        let issued = scene.document.issued.or(scene.document.year);
        match (end, issued) {
            (Some(end), Some(issued)) if end > issued && status == Status::Actual => (period, Status::Target),
            _ => (period, status),
        }
    }

    /// Links figures of one sentence: 其中, shares and changes to what they belong to.
    fn relate(&mut self, first: usize, sentence: &Sentence) {
        let cues = &self.lexicon.cues;
        for index in first..self.figures.len() {
            let figure = &self.figures[index];
            let level = |other: &Figure| matches!(other.aspect, Aspect::Level | Aspect::Rate);
            let elder = (first..index).rev().find(|other| level(&self.figures[*other]));
            let clause = figure.quote;
            let mut relations = figure.relations;
            match figure.aspect {
                Aspect::Change => {
                    relations.change_of =
                        elder.filter(|other| self.figures[*other].indicator == figure.indicator);
                }
                Aspect::Share => {
                    let part = elder.filter(|other| self.figures[*other].indicator == figure.indicator);
                    relations.share_of_part = part;
                    relations.share_of = part.and_then(|part| self.figures[part].relations.part_of);
                }
                Aspect::Level => {
                    let before = figure.span.start;
                    let of_which =
                        cues.of_which.rfind(self.chars, sentence.span.start, before).map(|(at, _)| at);
                    if let Some(at) =
                        of_which.filter(|at| *at + 3 >= clause.start || self.same_run(*at, index, first))
                    {
                        let whole = (first..index).rev().find(|other| {
                            let other = &self.figures[*other];
                            other.span.end <= at
                                && other.aspect == Aspect::Level
                                && other.unit == figure.unit
                                && other.value >= figure.value
                        });
                        relations.part_of = whole;
                    }
                }
                _ => {}
            }
            self.figures[index].relations = relations;
        }
        let _ = self.text;
    }

    fn same_run(&self, at: usize, index: usize, first: usize) -> bool {
        (first..index).any(|other| {
            self.figures[other].span.start > at && self.figures[other].relations.part_of.is_some()
        })
    }
}

/// Topic and head as one name, the head alone when both are too long.
pub(crate) fn join(topic: &str, head: &str) -> String {
    if head.is_empty() || topic.ends_with(head) {
        return topic.to_owned();
    }
    let room = LONGEST.saturating_sub(head.chars().count());
    if room == 0 || topic.chars().count() > room {
        return if room < 4 {
            head.to_owned()
        } else {
            topic.chars().take(room).chain(head.chars()).collect()
        };
    }
    format!("{topic}{head}")
}

/// Whether a change went down.
pub(crate) fn falls(direction: Option<Direction>) -> bool {
    direction == Some(Direction::Down)
}
