use super::aspect::{Sort, sort};
use super::local::{Local, locals};
use super::passage::{Passage, passages, years_of};
use super::place::Places;
use super::slot::Slot;
use super::time::{Mention, Reach, mentions};
use super::wording::Wording;
use crate::facts::figure::{Aspect, Comparator, Direction, Figure, Relations, Status};
use crate::facts::number::{Found, Quantity};
use crate::facts::reason::{PeriodReason, Reasons, StatusReason};
pub(super) use crate::facts::rule::figures as rule;
use crate::lexicon::{Label, Lexicon};
use crate::ontology::ConceptId;
use crate::outline::{Document, Outline};
use crate::text::{Sentence, Span, Text, trim};

/// Turns quantities into figures, sentence by sentence.
pub(crate) struct Reader<'a> {
    pub(super) chars: &'a [char],
    pub(super) lexicon: &'a Lexicon<'a>,
    pub(super) groups: Vec<Label>,
    pub(super) regions: &'a [Label],
    pub(super) locals: Vec<Local>,
    pub(super) figures: Vec<Figure>,
    /// The last words that named an indicator by themselves: what heads like 总量 go with.
    pub(super) topic: Option<String>,
}

/// What is known of a document while its sentences are read.
pub(super) struct Scene<'a> {
    pub(super) index: usize,
    pub(super) document: &'a Document,
    pub(super) passages: Vec<Passage>,
    /// Whether the document sets rules (意见, 办法, 标准) and does not report.
    pub(super) rules: bool,
}

/// Reads all figures of a text.
pub(crate) fn figures(
    text: &Text,
    outline: &Outline,
    lexicon: &Lexicon<'_>,
    found: &[Found],
    regions: &[Label],
    cut: &[Vec<Sentence>],
) -> Vec<Figure> {
    let mut reader = Reader {
        chars: text.chars(),
        lexicon,
        groups: lexicon.groups.find(text),
        regions,
        locals: locals(text.chars(), regions, lexicon),
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
        let scene = Scene {
            index,
            document,
            passages: passages(reader.chars, document, lexicon),
            rules: sets_rules(reader.chars, document, lexicon),
        };
        let mut from = quantities.partition_point(|quantity| quantity.span.start < document.span.start);
        let mut said: Option<Mention> = None;
        let mut section = usize::MAX;
        let mut before: Option<&Sentence> = None;
        for sentence in &cut[index] {
            let to =
                from + quantities[from..].partition_point(|quantity| quantity.span.start < sentence.span.end);
            let here = document.section_at(sentence.span.start).unwrap_or(document.sections.len());
            if here != section {
                let same = section != usize::MAX && scene.passages[here].is_like(&scene.passages[section]);
                section = here;
                // A stretch of the year that opened one section is spoken of in the next ones too.
                said = said.filter(|mention| same && mention.period.year_to_date());
                reader.topic = None;
            }
            if quantities[from..to].is_empty() {
                reader.note(sentence, &scene, here, &mut said);
            } else {
                reader.open(before);
                reader.sentence(&scene, sentence, &quantities[from..to], &mut said);
            }
            before = Some(sentence);
            from = to;
        }
    }
    reader.figures
}

/// Whether a document sets rules: its title ends in 办法, 标准, 意见 and the like, or two of its lines open with
/// 补助标准, 申请条件 and the like.
fn sets_rules(chars: &[char], document: &Document, lexicon: &Lexicon<'_>) -> bool {
    let cue = &lexicon.cues.rule_heading;
    let line = |at: &usize| *at == document.span.start || chars[*at - 1] == '\n';
    let heads = |at: &usize| {
        let len = cue.at(chars, *at);
        len > 0 && chars.get(at + len).is_some_and(|c| matches!(c, '：' | ':'))
    };
    let labelled = (document.span.start..document.span.end).filter(line).filter(heads).take(2).count() == 2;
    let standards = document.sections.iter().filter(|section| {
        let heading = section.heading;
        chars[..heading.end].ends_with(&['标', '准']) && section.level < 3
    });
    let standards = standards.count();
    if labelled || (standards >= 2 && standards * 2 > document.sections.len()) {
        return true;
    }
    let title: Vec<char> = document.title.trim_end_matches(['”', '》', '）', ')']).chars().collect();
    lexicon.cues.document_noun.before(&title, title.len()) > 0
        && document.number.is_none()
        && document.year.is_some()
}

impl Reader<'_> {
    pub(super) fn wording(&self) -> Wording<'_> {
        Wording { chars: self.chars, lexicon: self.lexicon }
    }

    /// A short sentence before, without figures, gives its subject as topic: 经营主体稳中培优。总量达…
    pub(super) fn open(&mut self, before: Option<&Sentence>) {
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
    pub(super) fn note(
        &self,
        sentence: &Sentence,
        scene: &Scene<'_>,
        section: usize,
        said: &mut Option<Mention>,
    ) {
        let passage = scene.passages[section];
        let years = years_of(&passage, scene.document);
        let head = Span::new(sentence.span.start, sentence.span.end.min(sentence.span.start + 20));
        let opening = mentions(self.chars, head, years, &self.lexicon.cues).first().copied();
        if let Some(opening) =
            opening.filter(|mention| mention.dated && mention.span.start <= sentence.span.start + 6)
        {
            *said = Some(opening).filter(|mention| mention.reach == Reach::Passage);
        }
    }

    pub(super) fn sentence(
        &mut self,
        scene: &Scene<'_>,
        sentence: &Sentence,
        quantities: &[&Quantity],
        said: &mut Option<Mention>,
    ) {
        let section = scene.document.section_at(sentence.span.start).unwrap_or(scene.document.sections.len());
        let passage = scene.passages[section.min(scene.passages.len() - 1)];
        let years = years_of(&passage, scene.document);
        let times = mentions(self.chars, sentence.span, years, &self.lexicon.cues);
        let opens = |mention: &&Mention| {
            let told = mention.dated || mention.period.year_to_date();
            told && mention.span.start <= sentence.span.start + 6
        };
        if let Some(opening) = times.first().filter(opens) {
            *said = Some(*opening).filter(|mention| mention.reach == Reach::Passage);
        }
        let now = self.lexicon.cues.now.find(self.chars, sentence.span.start, sentence.span.start + 6);
        if now.is_some() {
            *said = None;
        }
        let kept: Vec<&Quantity> = self.attributive(quantities);
        let slots = self.slots(sentence, &kept);
        let first = self.figures.len();
        for slot in &slots {
            if let Some(figure) = self.figure(scene, sentence, slot, first, &times, *said, passage) {
                if matches!(figure.rule, rule::BEFORE | rule::BEHIND) {
                    self.topic = Some(figure.indicator.text.clone());
                }
                self.figures.push(figure);
            }
        }
        super::distribute::distribute(self.chars, self.lexicon, &mut self.figures, first, sentence);
        self.pair(first);
        self.relate(first, sentence);
    }

    #[allow(clippy::too_many_arguments, reason = "all of it is the context of one figure")]
    pub(super) fn figure(
        &self,
        scene: &Scene<'_>,
        sentence: &Sentence,
        slot: &Slot<'_>,
        first: usize,
        times: &[Mention],
        said: Option<Mention>,
        passage: Passage,
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
        if self.surpasses(slot, sort) {
            sort = Sort { aspect: Aspect::Change, direction: Some(Direction::Up) };
        }
        if let Some(aspect) = elided_aspect {
            sort = Sort { aspect, direction: None };
        }
        if self.shared_noun(slot, &unit) {
            sort = Sort { aspect: Aspect::Share, direction: None };
        }
        if slot.sibling {
            // In 增长4.2%、5.3% the second value is what the first one is.
            if let Some(elder) = before.filter(|elder| elder.unit == unit.concept) {
                sort = Sort { aspect: elder.aspect, direction: elder.direction };
            }
        }
        // 增长-2.3% is a fall of 2.3%.
        let fall = sort.aspect == Aspect::Change && quantity.value.is_sign_negative();
        if fall {
            sort.direction = Some(Direction::Down);
        }
        let value = if fall { -quantity.value } else { quantity.value };
        let places =
            Places { chars: self.chars, labels: self.regions, lexicon: self.lexicon, locals: &self.locals };
        let (place, why) = places.of(scene.document, sentence, slot.quantity.span.start);
        let (indicator, rule) = self.indicator(slot, sentence, first, sort, &unit);
        let decided = self.status(slot, sentence, sort, &unit, passage, scene);
        let status = decided.status();
        let recurring = cues.each_year.inside(self.chars, slot.clause.start, quantity.span.start)
            && !cues.annual_mean.inside(self.chars, slot.clause.start, quantity.span.start);
        let (period, dated, basis) =
            self.period(slot, sentence, times, said, passage, recurring, status, sort);
        let period = period.filter(|period| period.end.is_none_or(|month| month.year > 0));
        let decided = self.planned(period, dated, decided, scene);
        let mut figure = Figure {
            document: scene.index,
            section: scene.document.section_at(quantity.span.start),
            span: quantity.span,
            hedged: quantity.hedged,
            quote: self.quotation(slot.clause, quantity.span),
            value: value.normalize(),
            value2: quantity.value2.map(|value| value.normalize()),
            unit: unit.concept,
            comparator: quantity.comparator,
            aspect: sort.aspect,
            direction: sort.direction,
            status: decided.status(),
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
            reasons: Reasons { place: why, period: dated, status: decided },
        };
        if figure.aspect == Aspect::Rank {
            figure.comparator = Comparator::Exact;
        }
        if self.goal_behind(slot) || self.goal_of_percentage(slot) {
            figure.comparator = Comparator::Exact;
            figure.status = Status::Target;
            figure.period = passage.period;
            figure.reasons.status = StatusReason::CalledGoal;
            figure.reasons.period = passage.dated.map_or(PeriodReason::Document, PeriodReason::Heading);
            if let Some(elder) = before {
                figure.indicator = elder.indicator.clone();
            }
        }
        Some(figure)
    }

    /// The words of a clause, and the whole of its number when a mark inside that ended the clause.
    fn quotation(&self, clause: Span, number: Span) -> Span {
        let words = self.quote(clause);
        Span::new(words.start.min(number.start), words.end.max(number.end))
    }

    pub(super) fn quote(&self, clause: Span) -> Span {
        trim(self.chars, clause)
    }

    pub(super) fn groups_in(&self, slot: &Slot<'_>) -> Vec<ConceptId> {
        // 未脱贫人口 are not 脱贫人口, and 居民消费价格 is of goods.
        let meant = |label: &&Label| {
            let before = label.span.start.checked_sub(1).map(|at| self.chars[at]);
            !matches!(before, Some('未' | '非'))
                && !self.chars[label.span.end..].starts_with(&['消', '费', '价'])
        };
        let inside = |span: Span| {
            let from = self.groups.partition_point(|label| label.span.start < span.start);
            self.groups[from..].iter().take_while(move |label| label.span.end <= span.end).filter(meant)
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
