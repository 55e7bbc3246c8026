use super::reader::{Reader, Stretch};
use crate::facts::Enumeration;
use crate::facts::rule::enumerations as rule;
use crate::text::Span;

/// Reads rows that announce their number: 甲、乙、丙“三个体系”; “甲、乙”两大行动; 甲、乙两省; 三方面做法 with the headings.
pub(crate) fn enumerations(reader: &Reader<'_>) -> Vec<Enumeration> {
    let mut found: Vec<Enumeration> =
        reader.stretches().flat_map(|stretch| in_stretch(reader, &stretch)).collect();
    for document in 0..reader.outline.documents.len() {
        found.extend(reader.headings(document));
    }
    found.sort_by_key(|row| row.span.start);
    found
}

fn in_stretch(reader: &Reader<'_>, stretch: &Stretch) -> Vec<Enumeration> {
    let mut list = Vec::new();
    for clause in &stretch.sentence.clauses {
        for at in clause.start..clause.end {
            let Some((number, counted)) = reader.announced(at, clause.end) else { continue };
            let found = reader
                .members_before(*clause, at, number, counted)
                .or_else(|| reader.members_behind(stretch, at, counted));
            let Some((members, span)) = found else { continue };
            let whole = row_span(&members);
            list.push(Enumeration {
                document: stretch.document,
                section: stretch.section,
                span,
                quote: Span::new(whole.start.min(span.start), whole.end.max(span.end)),
                number,
                members,
                rule: rule::ROW,
            });
        }
    }
    list
}

/// From the first member of a row to the last.
fn row_span(row: &[Span]) -> Span {
    Span::new(row.first().map_or(0, |first| first.start), row.last().map_or(0, |last| last.end))
}

impl Reader<'_> {
    /// A Chinese number from two to twelve that counts what follows, and where that begins.
    fn announced(&self, at: usize, end: usize) -> Option<(usize, usize)> {
        let digit = |c: char| "一二三四五六七八九".chars().position(|d| d == c).map(|index| index + 1);
        let (number, next) = match self.char(at) {
            '两' => (2, at + 1),
            '十' => digit(self.char(at + 1)).map_or((10, at + 1), |ones| (10 + ones, at + 2)),
            c => (digit(c).filter(|n| *n > 1)?, at + 1),
        };
        let before = if at == 0 { '\n' } else { self.chars[at - 1] };
        let part = matches!(before, '第' | '十' | '百' | '千' | '万' | '之' | '—' | '“' | '于')
            && !(before == '“' && at >= 2 && self.chars[at - 2].is_alphanumeric());
        let quoted = before == '“' && self.char(next).is_alphanumeric() && digit(self.char(next)).is_none();
        let counts = quoted
            || matches!(
                self.char(next),
                '个' | '大' | '项' | '类' | '种' | '省' | '市' | '区' | '县' | '地' | '方'
            );
        (!part && counts && next < end).then_some((number, next))
    }

    /// The row that ends before an announced number, and the words that announce it.
    fn members_before(
        &self,
        clause: Span,
        at: usize,
        number: usize,
        counted: usize,
    ) -> Option<(Vec<Span>, Span)> {
        let quoted = self.char(at - usize::from(at > 0)) == '“';
        let end = if quoted { at - 1 } else { at };
        let stop = (counted..clause.end)
            .find(|at| {
                !self.chars[*at].is_alphanumeric()
                    || matches!(self.chars[*at], '的' | '予' | '为' | '表' | '是')
            })
            .unwrap_or(clause.end);
        let announced = Span::new(at, stop.min(counted + 10));
        let row = if self.char(end.wrapping_sub(1)) == '”' {
            self.quoted_row(Span::new(clause.start, end))
        } else {
            self.plain_row(Span::new(clause.start, end), number)
        };
        // A plain row that does not come out may be no row: only marks or regions make a wrong number certain.
        let certain = self.char(end - 1) == '”' || self.regions_in(row_span(&row)).count() == row.len();
        (row.len() >= 2 && (certain || row.len() == number)).then_some((row, announced))
    }

    /// “三个到位”（即甲、乙、丙）: the members in brackets behind a quoted number.
    fn members_behind(&self, stretch: &Stretch, at: usize, counted: usize) -> Option<(Vec<Span>, Span)> {
        let within = stretch.sentence.span;
        let close = (counted..within.end.min(counted + 12)).find(|at| self.chars[*at] == '”')?;
        let that = matches!(self.char(close + 1), '（' | '(') && self.char(close + 2) == '即';
        let end = (close + 3..within.end).find(|at| matches!(self.chars[*at], '）' | ')'))?;
        let members = self.split(Span::new(close + 3, end), true);
        (that && self.char(at - 1) == '“' && members.len() >= 2).then(|| (members, Span::new(at, close)))
    }

    /// 主要有以下四方面做法: the headings that follow are the members.
    fn headings(&self, document: usize) -> Option<Enumeration> {
        let described = &self.outline.documents[document];
        let top = described.sections.iter().map(|section| section.level).min()?;
        let members: Vec<Span> = described
            .sections
            .iter()
            .filter(|section| section.level == top)
            .map(|section| section.heading)
            .collect();
        let first = described.sections.first()?.span.start;
        let from = first.saturating_sub(40).max(described.span.start);
        let (at, number, counted) = (from..first)
            .rev()
            .find_map(|at| self.announced(at, first).map(|(number, counted)| (at, number, counted)))?;
        let told = ["做法", "经验", "举措", "措施"]
            .iter()
            .any(|word| self.find(Span::new(counted, first), word).is_some());
        let end = (counted..first).find(|at| !self.chars[*at].is_alphanumeric()).unwrap_or(first);
        (told && members.len() >= 2).then(|| Enumeration {
            document,
            section: described.section_at(at),
            span: Span::new(at, end),
            quote: Span::new(at, end),
            number,
            members,
            rule: rule::HEADINGS,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::facts::stating::sample::read;

    fn rows(sentence: &str) -> Vec<(String, usize, Vec<String>)> {
        let (text, facts) = read(&format!("河北省就业工作材料\n{sentence}\n"));
        facts
            .enumerations
            .iter()
            .map(|row| {
                (text.slice(row.span), row.number, row.members.iter().map(|m| text.slice(*m)).collect())
            })
            .collect()
    }

    #[test]
    fn a_row_stands_before_its_quoted_number() {
        let rows = rows("构建岗位归集、技能提升、权益维护“三个机制”。");
        assert_eq!(rows[0].2, ["岗位归集", "技能提升", "权益维护"]);
        assert_eq!((rows[0].0.as_str(), rows[0].1), ("三个机制", 3));
    }

    #[test]
    fn a_quoted_row_stands_before_its_number() {
        assert_eq!(rows("实施“暖企、惠民、强技”三大行动。")[0].2, ["暖企", "惠民", "强技"]);
        assert_eq!(rows("以“冀暖”、“冀安”两大品牌为抓手。")[0].2, ["冀暖", "冀安"]);
    }

    #[test]
    fn regions_are_counted_and_a_wrong_number_does_not_hold() {
        let (_, facts) = read("就业工作通报\n对做得较好的河北、山西、辽宁四省予以表扬。\n");
        let row = &facts.enumerations[0];
        assert_eq!((row.members.len(), row.number, row.holds()), (3, 4, false));
    }
}
