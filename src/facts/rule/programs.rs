use super::rules;

rules! {
    /// 引号中的名称 Name in quotation marks
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
    /// Reports set the names of what they run in quotation marks. What is only quoted has no head and no such verb.
    QUOTED = "quoted-name";

    /// 引号加中心词 Quoted name with its head
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
    /// So short a name says nothing without its head.
    QUOTED_WITH_HEAD = "quoted-name-with-head";

    /// 引号中的做法 Practice in quotation marks
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
    /// Too long for a name, and yet named: 做法 or 经验 behind the mark says so.
    QUOTED_PRACTICE = "quoted-practice";

    /// 引号列举的成员 Member of a quoted row
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
    /// The number says that each member is one of that kind.
    MEMBER = "member-of-quoted-list";

    /// 引号列举整体 Quoted row as a whole
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
    /// The sum is carried out as one thing, and results are told of it.
    ROW = "quoted-row";

    /// 引号中的短语 Phrases in quotation marks
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
    /// Even phrases behind 推行 are a way of working. Unlike a row with a number they are one program.
    PHRASES = "quoted-phrases";

    /// 以中心词结尾的名称 Name that ends in a head noun
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
    /// Most programs are named in plain words. How much must stand before the head depends on the head: 补贴 alone
    /// names nothing, 以工代赈 does.
    HEAD_NOUN = "head-noun";

    /// 书名号中的文件 Document as a program
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
    /// A circular is an instrument of policy. The same title is a policy document as well.
    TITLE = "title-as-program";
}
