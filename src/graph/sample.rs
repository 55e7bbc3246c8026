//! A reading made by hand, for tests of everything behind the extractor.

use crate::Reading;
use crate::document::Source;
use crate::facts::{
    About, Aspect, Claim, Comparator, Direction, Facts, Figure, Indicator, Month, Period, PeriodReason,
    PlaceReason, Program, Reasons, Relations, Status, StatusReason, TimeBasis, rule,
};
use crate::ontology::{ConceptId, Ontology};
use crate::outline::{Document, Outline, Place, Section};
use crate::text::Span;
use rust_decimal::Decimal;

const TEXT: &str = "浙江省就业工作材料\n一、扩大就业规模\n全年城镇新增就业12.5万人，同比下降3%，其中大学生超过4万人，\
                    规模位居全国第二。实施“暖心岗位”计划，梦想小镇入驻团队近80家。\n";

/// The ontology as it comes.
pub(crate) fn ontology() -> Ontology {
    Ontology::builtin().expect("the built-in ontology is Turtle")
}

/// One document with a heading, a program and five figures.
pub(crate) fn reading(ontology: &Ontology) -> Reading {
    let source = Source::from_bytes("sample", "sample.txt", TEXT.into()).expect("the sample is text");
    let span = |words: &str| find(&source, words);
    let at = |path: &str| ontology.at(path).unwrap_or_else(|| panic!("{path} is a concept"));
    let zhejiang = Place { region: ontology.at("region/330000"), name: "浙江省".into(), within: None };
    let town = Place { region: None, name: "梦想小镇".into(), within: ontology.at("region/330000") };
    let section = Section {
        heading: span("扩大就业规模"),
        span: Span::new(span("一、").start, source.text.len()),
        level: 1,
        ordinal: "一、".into(),
        parent: None,
        measure: true,
    };
    let document = Document {
        span: Span::new(0, source.text.len()),
        title: "浙江省就业工作材料".into(),
        region: Some(zhejiang.clone()),
        year: Some(2017),
        sections: vec![section],
        ..Document::default()
    };
    let jobs = Indicator {
        entry: ontology
            .at("indicator/urban-new-employment")
            .map(|concept| ontology.entry(concept, "城镇新增就业")),
        label: "城镇新增就业".into(),
        text: "城镇新增就业".into(),
    };
    let figure = |number: &str, quote: &str, value: Decimal, unit: ConceptId| Figure {
        document: 0,
        section: Some(0),
        span: span(number),
        hedged: span(number),
        quote: span(quote),
        value,
        value2: None,
        unit,
        comparator: Comparator::Exact,
        aspect: Aspect::Level,
        direction: None,
        status: Status::Actual,
        indicator: jobs.clone(),
        place: zhejiang.clone(),
        period: Some(year(2017)),
        basis: TimeBasis::InPeriod,
        recurring: false,
        groups: Vec::new(),
        program: None,
        comparison: None,
        relations: Relations::default(),
        rule: rule::figures::BEFORE,
        reasons: Reasons {
            place: PlaceReason::Document,
            period: PeriodReason::Document,
            status: StatusReason::Told,
        },
    };
    let person = at("unit/person");
    let total = figure("12.5万人", "全年城镇新增就业12.5万人", Decimal::new(125_000, 0), person);
    let change = Figure {
        aspect: Aspect::Change,
        direction: Some(Direction::Down),
        comparison: ontology.at("vocab/cmp-year-on-year"),
        relations: Relations { change_of: Some(0), ..Relations::default() },
        ..figure("3%", "同比下降3%", Decimal::new(30, 1), at("unit/percent"))
    };
    let students = Figure {
        comparator: Comparator::Over,
        hedged: span("超过4万人"),
        relations: Relations { part_of: Some(0), ..Relations::default() },
        indicator: Indicator { entry: None, label: "大学生就业".into(), text: "大学生".into() },
        groups: ontology.at("group/graduates").into_iter().collect(),
        ..figure("4万人", "其中大学生超过4万人", Decimal::new(40_000, 0), person)
    };
    let rank = Figure {
        aspect: Aspect::Rank,
        ..figure("第二", "规模位居全国第二", Decimal::new(2, 0), at("unit/rank"))
    };
    let teams = Figure {
        comparator: Comparator::Nearly,
        hedged: span("近80家"),
        indicator: Indicator { entry: None, label: "入驻团队".into(), text: "入驻团队".into() },
        place: town,
        basis: TimeBasis::AtEnd,
        program: Some(0),
        ..figure("80家", "梦想小镇入驻团队近80家", Decimal::new(80, 0), at("unit/count"))
    };
    Reading {
        outline: Outline { documents: vec![document] },
        facts: Facts {
            figures: vec![total, change, students, rank, teams],
            programs: vec![program(ontology, &source, zhejiang)],
            claims: vec![claim(ontology, &source)],
            ..Facts::default()
        },
        source,
    }
}

fn program(ontology: &Ontology, source: &Source, place: Place) -> Program {
    Program {
        document: 0,
        section: Some(0),
        name: find(source, "暖心岗位"),
        quote: find(source, "“暖心岗位”计划"),
        kind: ontology.at("vocab/kind-plan").expect("plan is a kind of program"),
        place,
        groups: Vec::new(),
        instruments: Vec::new(),
        part_of: None,
        run_by: Vec::new(),
        partners: Vec::new(),
        rule: rule::programs::QUOTED,
        told: None,
        placed: PlaceReason::Document,
    }
}

fn claim(ontology: &Ontology, source: &Source) -> Claim {
    let span = |words: &str| find(source, words);
    let place = |path: &str, name: &str| Place { region: ontology.at(path), name: name.into(), within: None };
    Claim {
        document: 0,
        section: Some(0),
        span: span("位居全国第二"),
        quote: span("规模位居全国第二"),
        kind: ontology.at("vocab/kind-rank").expect("rank is a kind of claim"),
        place: place("region/330000", "浙江省"),
        about: About::Figure(3),
        rank: Some(2),
        among: Some(place("region/100000", "全国")),
        by: None,
        rule: rule::claims::RANK,
        told: None,
        placed: PlaceReason::Document,
    }
}

fn year(year: i32) -> Period {
    Period { start: Some(Month { year, month: 1 }), end: Some(Month { year, month: 12 }), monthly: false }
}

fn find(source: &Source, words: &str) -> Span {
    let at = source.text.as_str().find(words).unwrap_or_else(|| panic!("{words} is in the sample"));
    let start = source.text.as_str()[..at].chars().count();
    Span::new(start, start + words.chars().count())
}
