use super::reader::{Reader, Stretch, clause_at};
use crate::facts::rule::recognitions as rule;
use crate::facts::{Organisation, PolicyDocument, Recognition};
use crate::lexicon::Label;
use crate::ontology::ConceptId;
use crate::text::Span;

/// Reads what bodies give to regions: commendations, incentives, awards.
pub(crate) fn recognitions(
    reader: &Reader<'_>,
    organisations: &[Organisation],
    policies: &[PolicyDocument],
) -> Vec<Recognition> {
    let words = &reader.lexicon.statements.recognitions;
    let labels = words.find(reader.text);
    let mut found: Vec<Recognition> = Vec::new();
    for stretch in reader.stretches() {
        let from = labels.partition_point(|label| label.span.start < stretch.sentence.span.start);
        for label in labels[from..].iter().take_while(|label| label.span.end <= stretch.sentence.span.end) {
            let Some(&kind) = words.concepts(label.label).first() else { continue };
            let award = Award { reader, organisations, policies, stretch: &stretch, cue: *label, kind };
            let Some(recognition) = award.read() else { continue };
            let same = found.iter_mut().find(|known| {
                known.document == recognition.document
                    && known.kind == recognition.kind
                    && known.recipients == recognition.recipients
            });
            match same {
                Some(known) => known.based_on = known.based_on.or(recognition.based_on),
                None => found.push(recognition),
            }
        }
    }
    found
}

/// An award word in its sentence.
struct Award<'r, 'a> {
    reader: &'r Reader<'a>,
    organisations: &'r [Organisation],
    policies: &'r [PolicyDocument],
    stretch: &'r Stretch,
    cue: Label,
    kind: ConceptId,
}

impl Award<'_, '_> {
    fn read(&self) -> Option<Recognition> {
        let Self { reader, stretch, cue, .. } = self;
        let clause = clause_at(&stretch.sentence, cue.span.start);
        let in_title = self.policies.iter().any(|policy| policy.title.overlaps(cue.span));
        if in_title || reader.heading(stretch.document, cue.span.start) || reader.planned(stretch, clause) {
            return None;
        }
        let granted = reader.lexicon.cues.grant.before(&reader.chars[..cue.span.start], cue.span.start) > 0;
        let passive = reader.passive_before(clause, cue.span.start);
        if !granted && passive.is_none() {
            return None;
        }
        let recipients = match passive {
            Some(mark) => reader.praised(stretch, mark),
            None => Some(reader.rewarded(clause, cue.span))
                .filter(|row| !row.is_empty())
                .unwrap_or_else(|| reader.listed(stretch.document, clause)),
        };
        let (by, based_on) = self.givers(clause, passive);
        (!recipients.is_empty() && !by.is_empty()).then(|| Recognition {
            document: stretch.document,
            section: stretch.section,
            span: cue.span,
            quote: reader.trim(match passive {
                Some(_) => Span::new(stretch.sentence.span.start, clause.end),
                None => clause,
            }),
            kind: self.kind,
            recipients,
            by,
            based_on,
            year: reader.outline.documents[stretch.document].year,
            rule: if passive.is_some() { rule::PRAISED } else { rule::GIVEN },
        })
    }

    /// Who gave it: the body behind 被 or 得到; the subject; or the issuer of the circular that the sentence cites.
    fn givers(&self, clause: Span, passive: Option<usize>) -> (Vec<usize>, Option<usize>) {
        let cited = self.cited();
        let within = match passive {
            Some(mark) => Span::new(mark, self.cue.span.start),
            None => Span::new(
                self.stretch.sentence.span.start,
                clause.start.max(self.stretch.sentence.span.start),
            ),
        };
        let by = self.body_in(within);
        match (by, cited) {
            (Some(by), cited) => (vec![by], cited.filter(|_| passive.is_none())),
            (None, Some(policy)) if passive.is_none() => {
                (self.policies[policy].issuers.clone(), Some(policy))
            }
            (None, _) => (Vec::new(), None),
        }
    }

    fn body_in(&self, within: Span) -> Option<usize> {
        let mut named: Vec<(usize, usize)> = self
            .organisations
            .iter()
            .enumerate()
            .flat_map(|(index, body)| body.mentions.iter().map(move |mention| (*mention, index)))
            .filter(|(mention, _)| within.covers(*mention))
            .map(|(mention, index)| (mention.start, index))
            .collect();
        named.sort_unstable();
        named.first().map(|(_, index)| *index)
    }

    /// The circular that the sentence cites, or the one last named before a sentence about 通报.
    fn cited(&self) -> Option<usize> {
        let Self { reader, stretch, .. } = self;
        let sentence = stretch.sentence.span;
        let last = self.policies.iter().rposition(|policy| {
            policy.document == stretch.document && policy.title.start < self.cue.span.start
        })?;
        let here = sentence.covers(self.policies[last].title);
        let kind = reader.lexicon.ontology.concept(self.policies[last].kind).label.clone();
        let noun = reader.find(Span::new(sentence.start, self.cue.span.start), &kind);
        // 通报提出 opens a sentence that tells what the circular says.
        (here || noun.is_some_and(|at| at < sentence.start + 4)).then_some(last)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::facts::stating::sample::read;

    #[test]
    fn an_incentive_has_its_regions_giver_and_circular() {
        let (text, facts) = read(
            "就业工作通报\n国务院办公厅发出《关于表扬稳就业先进地方的通报》(国办发〔2020〕9号)。通报提出,对做得较好的河北、山西两省予以督查激励。\n",
        );
        let award = &facts.recognitions[0];
        let names: Vec<&str> = award.recipients.iter().map(|place| place.name.as_str()).collect();
        assert_eq!(names, ["河北省", "山西省"]);
        assert_eq!(facts.organisations[award.by[0]].label, "国务院办公厅");
        assert_eq!(text.slice(facts.policies[award.based_on.unwrap()].number.unwrap()), "国办发〔2020〕9号");
    }

    #[test]
    fn praise_of_a_practice_goes_to_its_region() {
        let (_, facts) = read("河北省就业工作材料\n“送岗上门”做法被国务院通报表扬。\n");
        assert_eq!(facts.recognitions[0].recipients[0].name, "河北省");
    }

    #[test]
    fn praise_that_is_promised_is_no_award() {
        let (_, facts) = read("河北省就业工作材料\n对成绩突出的单位予以表彰。\n");
        assert!(facts.recognitions.is_empty());
    }
}
