use super::reader::{Reader, Stretch};
use crate::facts::number::numeral;
use crate::facts::reason::PlaceReason;
use crate::facts::rule::Rule;
use crate::facts::rule::claims as rule;
use crate::lexicon::Label;
use crate::ontology::ConceptId;
use crate::outline::Place;
use crate::text::Span;

/// A claim as a word of its kind tells it.
pub(super) struct Said {
    pub(super) kind: ConceptId,
    /// The words that make it.
    pub(super) span: Span,
    /// The word of the kind.
    pub(super) cue: Span,
    pub(super) sort: Sort,
    pub(super) rule: Rule,
}

/// How a kind of claim is told; the first of a clause's sorts is the one it makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    /// 率先, 首创.
    First,
    /// 被…通报表扬.
    Praise,
    /// 在全国推广.
    Promotion,
    /// 历史新高.
    Record,
    /// 举办首届….
    Inaugural,
    /// 连续…年.
    Streak,
    /// 动态清零.
    Zero,
    /// 实现…全覆盖.
    Coverage,
    /// 圆满完成目标.
    Target,
}

impl Said {
    pub(super) const fn rank(&self) -> Sort {
        self.sort
    }

    pub(super) fn praise(&self) -> bool {
        matches!(self.sort, Sort::Praise | Sort::Promotion)
    }

    /// Whether the claim is made among a set of regions.
    pub(super) fn compares(&self) -> bool {
        matches!(self.sort, Sort::First | Sort::Praise | Sort::Promotion)
    }
}

impl Reader<'_> {
    /// Whether a word of a claim makes one in its clause.
    pub(super) fn said(&self, stretch: &Stretch, clause: Span, label: &Label) -> Option<Said> {
        let kind = *self.lexicon.statements.claims.concepts(label.label).first()?;
        if self.planned(stretch, Span::new(clause.start, label.span.end)) {
            return None;
        }
        let name = self.lexicon.ontology.concept(kind).iri.rsplit("kind-").next().unwrap_or_default();
        let (sort, rule) = match name {
            "first" => (Sort::First, rule::FIRST),
            "praise" => (Sort::Praise, rule::PRAISED),
            "promotion" => (Sort::Promotion, rule::PROMOTED),
            "record" => (Sort::Record, rule::RECORD),
            "inaugural" => (Sort::Inaugural, rule::INAUGURAL),
            "streak" => (Sort::Streak, rule::STREAK),
            "zero" => (Sort::Zero, rule::ZERO),
            "coverage" => (Sort::Coverage, rule::COVERAGE),
            "target-met" => (Sort::Target, rule::TARGET_MET),
            _ => return None,
        };
        let cue = label.span;
        let span = match sort {
            Sort::First => self.first(clause, cue)?,
            Sort::Praise => {
                Span::new(self.passive_before(clause, cue.start).or_else(|| self.active(cue))?, cue.end)
            }
            Sort::Promotion => self.promoted(clause, cue)?,
            Sort::Inaugural => self.inaugural(clause, cue)?,
            Sort::Streak => self.streak(clause, cue)?,
            Sort::Coverage => {
                let (verb, _) = self.lexicon.cues.keep.rfind(self.chars, clause.start, cue.start)?;
                Span::new(verb, cue.end)
            }
            Sort::Target => {
                let (task, len) = self.lexicon.cues.task.find(self.chars, cue.end, clause.end)?;
                Span::new(cue.start, task + len)
            }
            // 创新高地 is no 创新高.
            Sort::Record if self.char(cue.end).is_alphanumeric() => return None,
            Sort::Record | Sort::Zero => cue,
        };
        Some(Said { kind, span, cue, sort, rule })
    }

    /// 率先出台…; 首创…; 全国首个…: with the set compared right before, or a verb right behind.
    fn first(&self, clause: Span, cue: Span) -> Option<Span> {
        let mut start = cue.start;
        let scope = self.scope_before(clause, cue.start);
        if let Some(scope) = scope {
            start = scope.start;
        }
        let word = self.words(cue);
        let act = |at: usize| {
            let cues = &self.lexicon.cues;
            cues.introduce
                .at(self.chars, at)
                .max(cues.issue.at(self.chars, at))
                .max(cues.act.at(self.chars, at))
        };
        if word == "率先" {
            let verb = act(cue.end);
            // 率先实现 and 率先完成 tell a goal; a first sets something up.
            let goal = self.starts(cue.end, "实现") || self.starts(cue.end, "完成");
            return (verb >= 2 && (!goal || scope.is_some())).then(|| Span::new(start, cue.end + verb));
        }
        let enough = match word.as_str() {
            "首次" | "首个" | "首家" => scope.is_some(),
            // 敢首创 and the like tell no deed: 首创 opens its clause or has its scope.
            "首创" => scope.is_some() || self.trim(Span::new(clause.start, cue.start)).is_empty(),
            _ => true,
        };
        let plain = self.char(cue.end) != '精' && self.char(cue.end) != '性';
        (enough && plain).then(|| Span::new(start, cue.end))
    }

    /// 全国, 在全国范围内 or the own region right before a word.
    fn scope_before(&self, clause: Span, at: usize) -> Option<Span> {
        let mut start = at;
        if self.char(start.wrapping_sub(1)) == '内' {
            start -= 1;
        }
        if start >= 2 && self.starts(start - 2, "范围") {
            start -= 2;
        }
        let inside = &self.chars[..start];
        let cues = &self.lexicon.cues;
        let len = cues.nationwide.before(inside, start).max(cues.own_region.before(inside, start));
        (len > 0 && start - len >= clause.start).then(|| {
            let from = start - len;
            let with = from > clause.start && self.char(from - 1) == '在';
            Span::new(from - usize::from(with), at)
        })
    }

    /// 荣获…, 获评…: the word of praise is its own passive.
    fn active(&self, cue: Span) -> Option<usize> {
        matches!(self.words(cue).as_str(), "荣获" | "获评" | "被评为").then_some(cue.start)
    }

    /// 在全国推广 closes its clause, or a passive stands before.
    fn promoted(&self, clause: Span, cue: Span) -> Option<Span> {
        let word = self.words(cue);
        let spread = word.ends_with("推广") || word.ends_with("推介");
        let passive = self.passive_before(clause, cue.start);
        let ends =
            cue.end >= clause.end || !self.char(cue.end).is_alphanumeric() || self.starts(cue.end, "应用");
        let scope = self
            .scope_before(clause, cue.start)
            .or_else(|| (word.starts_with('全') || word.starts_with('在')).then_some(cue));
        if spread {
            return match (scope, passive) {
                (Some(scope), _) if ends => Some(Span::new(scope.start, cue.end)),
                (None, Some(mark)) => Some(Span::new(mark, cue.end)),
                _ => None,
            };
        }
        let mark = passive.filter(|mark| cue.start - mark <= 16)?;
        let told = self.lexicon.cues.list_as.inside(self.chars, mark, cue.start);
        told.then(|| Span::new(mark, cue.end))
    }

    /// 举办首届…: the event with its verb.
    fn inaugural(&self, clause: Span, cue: Span) -> Option<Span> {
        let cues = &self.lexicon.cues;
        let from = cue.start.saturating_sub(6).max(clause.start);
        let (verb, _) = cues.act.rfind(self.chars, from, cue.start)?;
        let series = self.words(cue) == "首届" || self.scope_before(clause, cue.start).is_some();
        let end =
            (cue.end..clause.end).find(|at| matches!(self.chars[*at], '、' | ' ')).unwrap_or(clause.end);
        series.then(|| self.trim(Span::new(verb, end)))
    }

    /// 连续九年…: with its years.
    fn streak(&self, clause: Span, cue: Span) -> Option<Span> {
        if self.words(cue) == "蝉联" {
            return Some(cue);
        }
        let count = numeral(self.chars, cue.end).filter(|n| n.span.end < clause.end);
        match count {
            Some(count) if self.char(count.span.end) == '年' => {
                Some(Span::new(cue.start, count.span.end + 1))
            }
            _ => self.words(cue).ends_with('年').then_some(cue),
        }
    }

    /// Where the verb of a rank begins: 位居, 列.
    pub(super) fn rank_verb(&self, clause: Span, at: usize) -> usize {
        let verb = self.lexicon.cues.rank_verb.find(self.chars, clause.start, at);
        verb.map_or(clause.start, |(verb, _)| verb)
    }

    /// Whether a rank says 前十 rather than 第十.
    pub(super) fn among_first(&self, number: Span) -> bool {
        number.start > 0 && self.chars[number.start - 1] == '前' || self.char(number.start) == '前'
    }

    /// Whose claim a clause makes: in a text of the whole country the last region named before it.
    pub(super) fn claimant(&self, document: usize, clause: Span, at: usize) -> (Place, PlaceReason) {
        let own = self.own(document);
        if own.region != self.lexicon.country {
            return (own, self.own_reason(document));
        }
        let named = self.regions_in(Span::new(clause.start, at)).last();
        named.filter(|(_, id)| Some(*id) != self.lexicon.country).map_or_else(
            || (own, self.own_reason(document)),
            |(span, id)| (self.place(id), PlaceReason::Named(span)),
        )
    }

    /// The province that 全省 means in a report of a city.
    fn around(&self, own: &Place, level: char) -> Option<ConceptId> {
        let outer = |id: &ConceptId| self.lexicon.ontology.concept(*id).part_of;
        let mut regions = std::iter::successors(own.region, outer);
        regions.find(|id| self.lexicon.ontology.concept(*id).label.ends_with(level))
    }

    /// The area whose members a clause compares: the country, or the own region for 全省.
    pub(super) fn compared(&self, clause: Span, own: &Place) -> Option<Place> {
        let cues = &self.lexicon.cues;
        if cues.nationwide.inside(self.chars, clause.start, clause.end) {
            return Some(self.country());
        }
        let (at, _) = cues.own_region.find(self.chars, clause.start, clause.end)?;
        Some(self.around(own, self.char(at + 1)).map_or_else(|| own.clone(), |id| self.place(id)))
    }
}
