//! What the pages say, in both languages.

/// A text in both languages.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

macro_rules! words {
    ($($name:ident = $zh:literal, $en:literal;)+) => {
        $(pub(super) const $name: Text = Text { zh: $zh, en: $en };)+
    };
}

words! {
    CETU = "策图", "Cetu";
    SUBTITLE = "政策报告里的每一个数字，都能看到它的原话", "Every figure of the policy reports, with the words that say it";
    SKIP = "跳到正文", "Skip to content";
    SEARCH = "搜索", "Search";
    SEARCH_HINT = "地区、指标、项目、原文；也可用拼音首字母", "Region, indicator, program, words of the text, or pinyin initials";
    LANGUAGE = "English", "中文";
    MENU = "主导航", "Main";
    HOME = "首页", "Home";
    COMPARE = "比较", "Compare";
    QUERY = "查询", "Query";
    ONTOLOGY = "本体", "Ontology";
    DOCUMENTS = "文件", "Documents";
    DOCUMENT = "文件", "Document";
    REGIONS = "地区", "Regions";
    REGION = "地区", "Region";
    YEARS = "年份", "Years";
    FIGURES = "数据", "Figures";
    FIGURE = "数据", "Figure";
    PROGRAMS = "项目", "Programs";
    PROGRAM = "项目", "Program";
    INDICATORS = "指标", "Indicators";
    INDICATOR = "指标", "Indicator";
    CLAIMS = "评价与荣誉", "Claims and awards";
    CLAIM = "评价", "Claim";
    AWARD = "荣誉", "Award";
    MEASURES = "举措", "Measures";
    SHARED = "各地共有的指标", "Most shared indicators";
    IN_REGIONS = "个地区", "regions";
    IN_FIGURES = "条数据", "figures";
    ALL_INDICATORS = "全部指标", "All indicators";
    IN_PROGRAMS = "个项目", "programs";
    CORRECTIONS = "更正", "Put right by hand";
    CORRECTED_BY = "更正人", "By";
    CHANGED = "改动", "What";
    DATE = "日期", "Date";
    CORRECTED = "已更正", "Corrected";
    UNIT = "单位：", "Unit: ";
    ALL = "全部", "All";
    PERIOD = "时期", "Period";
    VALUE = "数值", "Value";
    PRINTED = "原文写法", "As printed";
    BOUNDS = "取值范围", "Bounds";
    HEDGE = "精确程度", "Exactness";
    STATUS = "性质", "Status";
    ASPECT = "类型", "Aspect";
    BASIS = "时间口径", "Time basis";
    COMPARED = "比较基准", "Compared with";
    GROUPS = "对象", "People";
    SENTENCE = "原文", "In the source";
    RELATIONS = "与其他数据的关系", "Relations to other figures";
    PART_OF = "属于其中一部分", "Part of";
    SHARE_OF = "占比的总体", "Share of";
    SHARE_OF_PART = "占比的部分", "Share made up by";
    CHANGE_OF = "变化所指", "Change of";
    TARGET = "目标值", "Its target";
    HAS_PART = "其中", "Has the part";
    HAS_SHARE = "占比", "Has the share";
    HAS_CHANGE = "变化", "Its change";
    TARGET_FOR = "为此数据的目标", "Target for";
    OTHERS = "同一地区、指标与时期的其他数据", "Others of this region, indicator and period";
    RULE = "读取规则", "The rule that read it";
    WHY = "依据", "Why";
    TRIPLES = "数据中的样子", "In the data";
    CITE = "如何引用", "How to cite";
    FORMATS = "此页的数据", "This page as data";
    OUTLINE = "提纲", "Outline";
    LEGEND = "图例", "Legend";
    UNREAD = "未读懂的数字", "Number not understood";
    UNREAD_MANY = "个数字未读懂", "numbers not understood";
    NO_TEXT = "图谱未保存这份文件的正文，以下只是被引用的原话。", "The graph does not keep the text of this document; these are the words that are quoted from it.";
    PREVIOUS = "上一页", "Previous";
    NEXT = "下一页", "Next";
    PAGES = "分页", "Pages";
    NOTHING = "没有找到。", "Nothing found.";
    DID_YOU_MEAN = "要找的是不是：", "Did you mean";
    NOTHING_HINT = "换一个更短的词，或用拼音首字母（如 zj）。", "Try a shorter word, or pinyin initials such as zj.";
    RUN_BY = "主办", "Run by";
    PARTNERS = "参与方", "Partners";
    FOR_WHOM = "面向", "For";
    INSTRUMENTS = "手段", "Instruments";
    KIND = "类别", "Kind";
    RESULTS = "成效", "Results";
    ELSEWHERE = "其他地方的同名项目", "Programs of this name elsewhere";
    PARTS = "下属项目", "Its parts";
    WITHIN = "上级项目", "Part of the program";
    TOLD = "原文所述", "In the words of the sources";
    BY = "授予", "Granted by";
    TABLE = "表格", "Table";
    BARS = "各地对比", "Region by region";
    LINES = "历年走势", "Year by year";
    SLOPE = "两年对比", "From one year to another";
    MAP = "分省格图", "Map of the provinces";
    YEAR = "年份", "Year";
    CHOOSE = "选择指标", "Choose an indicator";
    NOT_LIKE = "口径不同，分开列出", "Not the same measure, so shown apart";
    EXACT = "确数", "Exact";
    INCREASE = "上升", "Increase";
    DECREASE = "下降", "Decrease";
    HEDGED = "约数（近、超等）", "Hedged (nearly, over …)";
    TARGETS = "目标", "Target";
    PARAMETER = "标准", "Parameter";
    GAP = "无数据", "No figure";
    NO_YEAR = "未注明", "Untold";
    COUNTRY_APART = "全国数值不与各地同轴，见下表。", "The whole country is not drawn beside its regions; the table has it.";
    SAME_CELL = "同一格有多个来源时全部列出。", "Where several sources tell of one cell, all are shown.";
    BY_INDICATOR = "按指标与年份", "By indicator and year";
    CANDIDATES = "词表之外的指标", "Indicators outside the vocabulary";
    RUN = "运行", "Run";
    CANCEL = "取消", "Cancel";
    SHARE = "分享链接", "Share link";
    COPIED = "链接已复制", "Link copied";
    EXAMPLES = "示例查询", "Examples";
    EXAMPLES_HINT = "填好参数即可运行，也可以打开语句修改。", "Fill in the parameters and run, or open the query to change it.";
    EDITOR = "SPARQL 查询语句", "SPARQL query";
    EDITOR_HINT = "常用前缀无需声明。Ctrl+空格补全，Ctrl+回车运行，Esc 后按 Tab 离开编辑框。", "The usual prefixes need no declaration. Ctrl+Space completes, Ctrl+Enter runs, Esc then Tab leaves the editor.";
    OPEN = "打开语句", "Open the query";
    DOWNLOAD = "下载", "Download";
    ROWS = "行", "rows";
    ROWS_CUT = "只显示前 1000 行；下载可得全部。", "Only the first 1000 rows are shown; a download has all of them.";
    CHART = "图表", "Chart";
    RAW = "原样", "Raw";
    RESULT = "结果", "Result";
    YES = "是", "Yes";
    NO = "否", "No";
    CLASSES = "类", "Classes";
    PROPERTIES = "属性", "Properties";
    VOCABULARIES = "词表", "Vocabularies";
    DOMAIN = "主体", "Subject";
    RANGE = "取值", "Value";
    USES = "图中用量", "Uses in the graph";
    CONCEPTS = "个概念", "concepts";
    NAMED = "别名", "Also called";
    BROADER = "上位", "Broader";
    USED_BY = "指向此处", "What leads here";
    STATEMENTS = "陈述", "Statements";
    FOOT = "策图从报告原文读出数据，不改写、不合并；两份报告说法不同，两条都在。", "Cetu reads figures from the reports and neither rewrites nor merges them; where two reports differ, both are here.";
    API = "接口", "Interface";
    SCHEMA = "结构", "Schema";
    ERROR = "出错", "Something is wrong";
    NARROWED = "已限定", "Narrowed to";
    LINE = "行", "line";
    COLUMN = "列", "column";
    ACCESSED = "引用时请注明图谱地址与所用版本。", "Name the address of the graph and its version when you cite it.";
}
