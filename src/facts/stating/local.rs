use super::reader::Reader;
use crate::lexicon::Words;
use crate::ontology::ConceptId;
use crate::outline::Place;
use crate::text::Span;

/// A local body as its words name it.
pub(super) struct Body {
    pub(super) span: Span,
    pub(super) label: String,
    pub(super) kind: ConceptId,
    pub(super) place: Place,
    /// The region that its words name; none when they say 省, 市 or 县 alone.
    pub(super) named: Option<Span>,
}

impl Reader<'_> {
    /// The local body that begins at an offset: 浙江省委, 市政府, 省教育厅.
    pub(super) fn local_body(&self, at: usize, own: &Place) -> Option<Body> {
        let (place, end, named) = self.governed_place(at, own)?;
        let (kind, len) = self.body_suffix(end)?;
        let span = Span::new(at, end + len);
        let label = format!("{}{}", place.name, self.words(Span::new(end, end + len)));
        Some(Body { span, label, kind, place, named })
    }

    /// The place whose body may follow: a region by name, or 省, 市, 县 alone for the document's own.
    fn governed_place(&self, at: usize, own: &Place) -> Option<(Place, usize, Option<Span>)> {
        let first = self.regions.partition_point(|label| label.span.start < at);
        let level = |at: usize| matches!(self.char(at), '省' | '市' | '区' | '县' | '州' | '旗' | '盟');
        if let Some(label) = self.regions.get(first).filter(|label| label.span.start == at) {
            let id = *self.lexicon.regions.concepts(label.label).first()?;
            if Some(id) == self.lexicon.country {
                return None;
            }
            let end = label.span.end;
            let longer = level(end) && !level(end - 1);
            return Some((self.place(id), end + usize::from(longer), Some(label.span)));
        }
        if self.starts(at, "自治区") && own.name.ends_with("自治区") {
            return Some((own.clone(), at + 3, None));
        }
        let before = if at == 0 { '\n' } else { self.chars[at - 1] };
        let parted = !before.is_alphanumeric()
            || matches!(
                before,
                '由' | '被' | '在' | '经' | '向' | '以' | '和' | '与' | '及' | '对' | '获' | '是' | '到'
            );
        (level(at) && parted && own.region != self.lexicon.country && own.name.ends_with(self.char(at)))
            .then(|| (own.clone(), at + 1, None))
    }

    /// The kind and length of the body noun that stands at an offset.
    fn body_suffix(&self, at: usize) -> Option<(ConceptId, usize)> {
        let cues = &self.lexicon.cues;
        let kind = |name: &str| self.lexicon.ontology.at(&format!("vocab/kind-{name}"));
        let fits = |words: &Words| Some(words.at(self.chars, at)).filter(|len| *len > 0);
        let open = |len: usize| {
            !matches!(
                self.char(at + len),
                '员' | '托' | '派' | '属' | '任' | '长' | '面' | '势' | '部' | '限' | '网' | '工'
            )
        };
        if let Some(len) = fits(&cues.government_body) {
            return (!self.starts(at + len, "工作报告") && !self.starts(at + len, "性"))
                .then(|| kind("local-government"))
                .flatten()
                .map(|kind| (kind, len));
        }
        if let Some(len) = fits(&cues.congress_body) {
            return kind("legislature").map(|kind| (kind, len)).filter(|_| self.char(at + len) != '代');
        }
        if let Some(len) = fits(&cues.consultative_body) {
            return kind("consultative").map(|kind| (kind, len)).filter(|_| self.char(at + len) != '委');
        }
        if let Some(len) = fits(&cues.mass_body) {
            return kind("mass-organisation").map(|kind| (kind, len));
        }
        let duty = self.lexicon.statements.duties.at(self.chars, at);
        if duty > 0 {
            let len = duty + cues.department_body.at(self.chars, at + duty);
            return kind("department").map(|kind| (kind, len)).filter(|_| len > duty && open(len));
        }
        let len = fits(&cues.party_body)?;
        kind("party").map(|kind| (kind, len)).filter(|_| open(len))
    }

    /// The kind of body that a name ends in: 公司, 中心, 指挥部.
    pub(crate) fn kind_of_name(&self, name: Span) -> Option<ConceptId> {
        let cues = &self.lexicon.cues;
        let kind = |name: &str| self.lexicon.ontology.at(&format!("vocab/kind-{name}"));
        let inside = &self.chars[..name.end];
        let ends = |words: &Words| {
            let len = words.before(inside, name.end);
            len > 0 && len < name.len()
        };
        if ends(&cues.enterprise_body) {
            kind("enterprise")
        } else if ends(&cues.institution_body) {
            kind("public-institution")
        } else if ends(&cues.office_body) {
            kind("department")
        } else {
            None
        }
    }
}
