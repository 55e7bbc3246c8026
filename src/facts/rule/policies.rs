use super::rules;

rules! {
    /// 书名号中的标题 Title in marks
    ///
    /// 书名号中以文件名词结尾的标题，连同其后括号中的文号。
    ///
    /// A title in 《》 that ends in the noun of a document, with the number in brackets behind it.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 省政府印发《关于支持零工市场建设的若干意见》（冀政发〔2021〕7号）。
    /// ```
    ///
    /// # Why
    ///
    /// 书名号用于标题；书籍报刊没有这样的名词。
    ///
    /// The marks are for titles; a book or a newspaper has no such noun.
    MARKED = "title-in-marks";

    /// 出台的文件 Title behind a verb that issues it
    ///
    /// “出台”“印发”等之后没有书名号的并列标题，每个都以文件名词结尾。
    ///
    /// A row of titles without marks behind 出台, 印发 and the like, each ending in the noun of a document.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 先后出台了零工市场建设的实施意见、家政服务提质工作方案等文件。
    /// ```
    ///
    /// # Why
    ///
    /// 没有书名号时，“政策”“措施”可以指任何东西，因此只取指称文本的名词。
    ///
    /// Without marks 政策 and 措施 may be anything, so only nouns that name a text are taken.
    ISSUED = "issued-title";

    /// 修订的文件 Title that is revised
    ///
    /// “对”和“进行修订”之间的标题。
    ///
    /// A title between 对 and 进行修订.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 对创业担保贷款管理办法进行了修订。
    /// ```
    ///
    /// # Why
    ///
    /// 修订的对象是文本。
    ///
    /// What is revised is a text.
    REVISED = "revised-title";
}
