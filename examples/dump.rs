//! dev dump
use cetu::facts::*;
fn main() {
    let onto = cetu::ontology::Ontology::builtin().unwrap();
    let lex = cetu::lexicon::Lexicon::new(&onto);
    for path in std::env::args().skip(1) {
        let s = std::fs::read_to_string(&path).unwrap();
        let s = s.strip_prefix('\u{feff}').unwrap_or(&s).to_string();
        let id = std::path::Path::new(&path).file_stem().unwrap().to_string_lossy().to_string();
        let source = cetu::document::Source {
            id,
            path: path.clone(),
            sha256: String::new(),
            text: cetu::text::Text::new(s),
        };
        let r = cetu::read(source, &lex);
        for d in &r.outline.documents {
            eprintln!(
                "{:?} {:?} {:?} {:?} {:?}",
                d.number,
                d.title,
                d.region.as_ref().map(|p| &p.name),
                d.year,
                d.issued
            );
            for s in &d.sections {
                println!(
                    "{}",
                    serde_json::json!({"type":"section","start":s.heading.start,"level":s.level,"ordinal":s.ordinal,"heading":r.source.text.slice(s.heading),"measure":s.measure})
                );
            }
        }
        for p in &r.facts.programs {
            println!(
                "{}",
                serde_json::json!({"type":"program","start":p.name.start,"name":r.source.text.slice(p.name).replace(['“','”'], ""),"kind":onto.concept(p.kind).code(),"place":p.place.name,"rule":p.rule})
            );
        }
        for f in &r.facts.figures {
            let cmp = match f.comparator {
                Comparator::Exact => "eq",
                Comparator::About => "approx",
                Comparator::Nearly => "approx-below",
                Comparator::Over => "gt",
                Comparator::AtLeast => "ge",
                Comparator::Under => "lt",
                Comparator::UpTo => "le",
                Comparator::Between => "range",
            };
            let aspect = format!("{:?}", f.aspect).to_lowercase();
            let status = format!("{:?}", f.status).to_lowercase();
            let m = |m: Month, monthly: bool| {
                if monthly { format!("{}-{:02}", m.year, m.month) } else { m.year.to_string() }
            };
            let period = f.period.map(|p| match (p.start, p.end) {
                (Some(a), Some(b)) => {
                    let (x, y) = (m(a, p.monthly), m(b, p.monthly));
                    if x == y { x } else { format!("{x}/{y}") }
                }
                (None, Some(b)) => format!("../{}", m(b, p.monthly)),
                (Some(a), None) => format!("{}/..", m(a, p.monthly)),
                (None, None) => String::new(),
            });
            let v: f64 = f.value.to_string().parse().unwrap();
            let mut j = serde_json::json!({"type":"figure","start":f.span.start,"exact":r.source.text.slice(f.span),"value":v,"unit":onto.concept(f.unit).code(),"comparator":cmp,"aspect":aspect,"status":status,"indicator":f.indicator.label,"indicator_text":f.indicator.text,"indicator_iri":f.indicator.concept.map(|c| onto.concept(c).iri.clone()),"place":f.place.name,"period":period,"recurring":f.recurring,"program":f.program.map(|p| r.source.text.slice(r.facts.programs[p].name)),"rel":format!("{:?}",f.relations),"rule":f.rule,"quote":r.source.text.slice(f.quote)});
            if let Some(v) = f.value2 {
                j["value2"] = v.to_string().parse::<f64>().unwrap().into();
            }
            if let Some(d) = f.direction {
                j["direction"] = format!("{d:?}").to_lowercase().into();
            }
            println!("{j}");
        }
    }
}
