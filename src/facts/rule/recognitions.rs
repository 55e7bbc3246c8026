use super::rules;

rules! {
    /// 给予激励 Given to regions
    ///
    /// 一个机构给予若干地区的表彰、表扬或激励。
    ///
    /// An award, commendation or incentive that a body gives to a row of regions.
    ///
    /// # Example
    ///
    /// ```text
    /// 2019年就业工作通报
    /// 国务院办公厅发出《关于表扬稳就业先进地方的通报》。通报提出，对做得较好的河北、山西两省予以督查激励。
    /// ```
    ///
    /// # Why
    ///
    /// 给予者和接受者都必须点明；许诺表扬做得好的，不算表彰。
    ///
    /// Giver and receiver must both be named; a promise to praise whoever does well is no award.
    GIVEN = "given-to-regions";

    /// 受到表彰 Praised by a body
    ///
    /// 被动词和表扬用语之前的内容，机构在两者之间。
    ///
    /// What stands before a passive and a word of praise, with the body between them.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// “送岗上门”做法被国务院通报表扬。
    /// ```
    ///
    /// # Why
    ///
    /// 做法受表扬，归于句首的地区；没有，则归于文件所属的地区。
    ///
    /// Praise of a practice goes to the region that opens the sentence, otherwise to the document's own.
    PRAISED = "praised-by";
}
