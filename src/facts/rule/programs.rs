use super::rules;

rules! {
    /// 引号中的名称 Name in quotation marks
    ///
    /// 引号中的名称，不是口号、数字、规划期或俗语：类别由其中或其后的中心词、所在并列的中心词或之前的动词判定。
    ///
    /// A name in “” that is no slogan, number, plan period or saying: its kind is told by the head noun in it or
    /// behind it, by the head of its row, or by the verb before it.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 实施“暖冬上岗”计划，安置残疾人300名。
    /// ```
    ///
    /// # Why
    ///
    /// 报告把所办之事的名称放进引号。只是引述的话，既没有中心词，也没有这样的动词。
    ///
    /// Reports set the names of what they run in quotation marks. What is only quoted has no head and no such verb.
    QUOTED = "quoted-name";

    /// 引号加中心词 Quoted name with its head
    ///
    /// 引号中一两个字的名称，连同引号后的中心词。
    ///
    /// A name of one or two characters in “” together with the head noun behind the mark.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 建成“两山”实践创新基地。
    /// ```
    ///
    /// # Why
    ///
    /// 这么短的名称，离开中心词就不成意义。
    ///
    /// So short a name says nothing without its head.
    QUOTED_WITH_HEAD = "quoted-name-with-head";

    /// 引号中的做法 Practice in quotation marks
    ///
    /// 引号中较长的说法，句子称之为做法或经验。
    ///
    /// A longer wording in “” that the sentence calls a practice or experience.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 总结“干部包联企业岗位送到村口门前”经验做法。
    /// ```
    ///
    /// # Why
    ///
    /// 作名称太长，却有名有姓：引号后的“做法”“经验”说明了这一点。
    ///
    /// Too long for a name, and yet named: 做法 or 经验 behind the mark says so.
    QUOTED_PRACTICE = "quoted-practice";

    /// 引号列举的成员 Member of a quoted row
    ///
    /// 同一对引号中并列的各个成员，由后面的数目和中心词总括。
    ///
    /// Each member of a row in one pair of marks that a number and a head noun sum up.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 实施“暖企助岗、强技赋能、创业扶持”三大专项行动。
    /// ```
    ///
    /// # Why
    ///
    /// 数目说明每个成员都属于这一类。
    ///
    /// The number says that each member is one of that kind.
    MEMBER = "member-of-quoted-list";

    /// 引号列举整体 Quoted row as a whole
    ///
    /// 并列的整体，连同数目和中心词；各成员是它的组成部分。
    ///
    /// The row itself with its number and head noun; its members are parts of it.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 实施“暖企助岗、强技赋能、创业扶持”三大专项行动。
    /// ```
    ///
    /// # Why
    ///
    /// 总括起来的是一件事，成效也是就整体说的。
    ///
    /// The sum is carried out as one thing, and results are told of it.
    ROW = "quoted-row";

    /// 引号中的短语 Phrases in quotation marks
    ///
    /// 同一对引号中两个以上字数相同的短语，前面是付诸实施的动词。
    ///
    /// Two or more phrases of the same length in one pair of marks, behind a verb that puts them into practice.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 推行“线上报名、线下面试”。
    /// ```
    ///
    /// # Why
    ///
    /// “推行”之后的整齐短语是一种工作方式。与带数目的并列不同，它们合为一个项目。
    ///
    /// Even phrases behind 推行 are a way of working. Unlike a row with a number they are one program.
    PHRASES = "quoted-phrases";

    /// 以中心词结尾的名称 Name that ends in a head noun
    ///
    /// 没有引号、以中心词（计划、工程、平台、补贴等）结尾的词，由动词、数目或分句开头的位置引出。
    ///
    /// Words without marks that end in a head noun (计划, 工程, 平台, 补贴 …) and are introduced by a verb, a count
    /// or their place at the head of a clause.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 启动零工市场建设工程。
    /// ```
    ///
    /// # Why
    ///
    /// 多数项目用普通的词命名。中心词之前须有多少内容，要看中心词：“补贴”单独不是名称，“以工代赈”是。
    ///
    /// Most programs are named in plain words. How much must stand before the head depends on the head: 补贴 alone
    /// names nothing, 以工代赈 does.
    HEAD_NOUN = "head-noun";

    /// 书名号中的文件 Document as a program
    ///
    /// 书名号中以文件名词结尾的标题。
    ///
    /// A title in 《》 that ends in the noun of a document.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 省政府印发《关于支持零工市场建设的若干意见》。
    /// ```
    ///
    /// # Why
    ///
    /// 文件是一种政策工具。同一标题也是政策文件。
    ///
    /// A circular is an instrument of policy. The same title is a policy document as well.
    TITLE = "title-as-program";
}
