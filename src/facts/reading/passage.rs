use super::time::{Years, plan_period, years};
use crate::facts::figure::Period;
use crate::lexicon::Lexicon;
use crate::outline::Document;
use crate::text::Span;

/// What a passage speaks of when its sentences do not say: its time, and whether it plans or looks back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Passage {
    /// The time; `None` when nothing tells.
    pub(crate) period: Option<Period>,
    /// Whether it tells plans.
    pub(crate) plan: bool,
    /// The heading that says that it looks back or plans.
    pub(crate) headed: Option<Span>,
    /// The heading that gives its time.
    pub(crate) dated: Option<Span>,
}

impl Passage {
    /// Whether two passages speak alike, whatever headings say so.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let speaks = |passage: &Self| (passage.period, passage.plan, passage.headed.is_some());
        speaks(self) == speaks(other)
    }
}

/// The passage that each section of a document is, and the one outside all sections last.
pub(crate) fn passages(chars: &[char], document: &Document, lexicon: &Lexicon<'_>) -> Vec<Passage> {
    let period = document.year.map(|year| years(year, year));
    let base = Passage { period, plan: false, headed: None, dated: None };
    let mut list: Vec<Passage> = Vec::with_capacity(document.sections.len() + 1);
    for section in &document.sections {
        let above = section.parent.map_or(base, |parent| list[parent]);
        list.push(of_heading(chars, section.heading, section.level, above, document, lexicon));
    }
    list.push(base);
    list
}

fn of_heading(
    chars: &[char],
    heading: Span,
    level: u8,
    above: Passage,
    document: &Document,
    lexicon: &Lexicon<'_>,
) -> Passage {
    let cues = &lexicon.cues;
    let words = &chars[heading.start..heading.end];
    let review = cues.review_heading.inside(chars, heading.start, heading.end);
    let planned = cues.plan_heading.before(&chars[..heading.end], heading.end);
    let ends_in_plan = planned > 0 && planned <= heading.len();
    if review && ends_in_plan && level == 1 {
        // 发展成就和主要目标任务: the sentences tell which is which.
        let five = (0..words.len())
            .find_map(|at| plan_period(&words[at..]).filter(|_| at > 0 && words[at - 1] == '“'));
        return Passage {
            period: five.map(|(first, last)| years(first, last)).or(above.period),
            plan: false,
            headed: None,
            dated: five.map(|_| heading).or(above.dated),
        };
    }
    let issued = document.issued.or(document.year);
    let named = (heading.start..heading.end.saturating_sub(4)).rev().find_map(|at| {
        let digits: String = chars[at..at + 4].iter().collect();
        let year: i32 = digits.parse().ok()?;
        (chars[at + 4] == '年' && (1949..=2100).contains(&year)).then_some(year)
    });
    let five =
        (0..words.len()).find_map(|at| plan_period(&words[at..]).filter(|_| at > 0 && words[at - 1] == '“'));
    // 关于2026年工作, in a report that looks back on the year before.
    let ahead = level == 1
        && document.issued > document.year
        && (named.is_some_and(|year| Some(year) >= document.issued)
            || (named.is_none() && cues.coming.inside(chars, heading.start, heading.end)));
    let plan = (ends_in_plan || ahead) && !review;
    if level > 1 || !(review || plan) {
        // A lower heading keeps the passage unless it names a year of its own.
        return match named {
            Some(year) if level <= 2 && (review || plan) => {
                Passage { period: Some(years(year, year)), plan, headed: Some(heading), dated: Some(heading) }
            }
            _ => above,
        };
    }
    let period = match (named, five, plan) {
        (Some(year), _, _) => Some(years(year, year)),
        (None, Some((first, last)), _) => Some(years(first, last)),
        (None, None, true) => issued.map(|year| years(year, year)),
        (None, None, false) => above.period,
    };
    let dated = if named.is_none() && five.is_none() && !plan { above.dated } else { Some(heading) };
    Passage { period, plan, headed: Some(heading), dated }
}

/// The years that relative words refer to inside a passage.
pub(crate) fn years_of(passage: &Passage, document: &Document) -> Years {
    let issued = document.issued.or(document.year).unwrap_or(0);
    let passage = passage
        .period
        .and_then(|period| period.end)
        .map_or(document.year.unwrap_or(issued), |month| month.year);
    Years { issued, passage }
}

#[cfg(test)]
mod tests {
    use crate::facts::stating::sample::read;

    #[test]
    fn a_heading_that_names_the_year_to_come_plans() {
        let (text, facts) = read(
            "某市政府工作报告\n——2026年1月10日在某市人民代表大会上\n一、2025年工作回顾\n新建停车位300个。\n二、关于2026年工作\n新建停车位500个。\n",
        );
        let figures = facts.figures.iter().map(|figure| {
            format!(
                "{} {:?} {:?}",
                text.slice(figure.span),
                figure.status,
                figure.period.and_then(|p| p.end).map(|m| m.year)
            )
        });
        insta::assert_debug_snapshot!(figures.collect::<Vec<_>>(), @r#"
        [
            "300个 Actual Some(2025)",
            "500个 Target Some(2026)",
        ]
        "#);
    }
}
