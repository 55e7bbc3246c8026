use super::rules;

rules! {
    /// 排名数据 Rank
    ///
    /// 数据是位次，连同所比较的范围。
    ///
    /// A figure that is a rank, with the area whose members are compared.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 技能人才总量达90万人，位居全国第二。
    /// ```
    ///
    /// # Why
    ///
    /// 位次既是数字又是评价。“前十位”是前十名之一，因此不给出位次。
    ///
    /// A rank is a number and a claim at once. 前十位 is a place among the first ten, so no rank is given.
    RANK = "rank-figure";

    /// 率先首创 First to do it
    ///
    /// “率先”加动词、“首创”“首个”等，连同所比较的范围。
    ///
    /// 率先 with a verb, 首创, 首个 and the like with the area that is compared.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 在全国率先推出零工保险。
    /// ```
    ///
    /// # Why
    ///
    /// 没有点明范围的“率先实现”是目标。
    ///
    /// 率先实现 is a goal unless an area is named.
    FIRST = "first-word";

    /// 通报表扬 Praised
    ///
    /// 被动词（被、受到、得到）之后的表扬用语，或者本身就是被动的词（荣获、获评）。
    ///
    /// A word of praise behind a passive (被, 受到, 得到), or one that is passive by itself (荣获, 获评).
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// “送岗上门”做法被人力资源社会保障部通报表扬。
    /// ```
    ///
    /// # Why
    ///
    /// 主动语态的表扬，是报告单位自己做的事。
    ///
    /// Praise in the active voice is what the reporting body does itself.
    PRAISED = "praised";

    /// 经验推广 Promoted
    ///
    /// “推广”“推介”在句末，前面有范围，或者在被动词之后；“被列为”加这类词也算。
    ///
    /// 推广 or 推介 that closes its clause with an area before it, or behind a passive; also 被列为 with the word.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 经验做法在全国推广。
    /// ```
    ///
    /// # Why
    ///
    /// 后面带宾语的“推广”，推广的是别的东西。
    ///
    /// 推广 with an object behind it promotes something else.
    PROMOTED = "promoted";

    /// 历史新高 Record
    ///
    /// “历史新高”“历史最好水平”等。
    ///
    /// 历史新高, 历史最好水平 and the like.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 城镇新增就业创历史新高。
    /// ```
    ///
    /// # Why
    ///
    /// 用语是固定的；“创新高地”由后面的字区分。
    ///
    /// The words are set; 创新高地 is kept apart by what follows.
    RECORD = "record-word";

    /// 首届 First of a series
    ///
    /// “首届”或“首次”，加上动词所举办的活动。
    ///
    /// 首届 or 首次 with the event that a verb holds.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 成功举办首届创业大赛。
    /// ```
    ///
    /// # Why
    ///
    /// 开启一个系列的活动，总是带着动词说。
    ///
    /// An event that opens a series is told with its verb.
    INAUGURAL = "first-of-a-series";

    /// 连续多年 Years running
    ///
    /// “连续”加年数，或者“蝉联”。
    ///
    /// 连续 with a number of years, or 蝉联.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 城镇登记失业率连续五年低于4%。
    /// ```
    ///
    /// # Why
    ///
    /// 评价在于年数；旁边的数据另行读取。
    ///
    /// The count of years is the claim; the figure beside it is read by itself.
    STREAK = "years-running";

    /// 动态清零 Kept at zero
    ///
    /// “动态清零”和“动态为零”。
    ///
    /// 动态清零 and 动态为零.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 零就业家庭保持动态清零。
    /// ```
    ///
    /// # Why
    ///
    /// 说的是保持，对象是前面点明的群体。
    ///
    /// It is told as kept, of a group that is named before it.
    ZERO = "kept-at-zero";

    /// 全覆盖 Full coverage
    ///
    /// “实现”“保持”等之后的“全覆盖”。
    ///
    /// 全覆盖 behind 实现, 保持 and the like.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 实现服务站点全覆盖。
    /// ```
    ///
    /// # Why
    ///
    /// 没有这类动词只是描述，不是评价；计划（力争）也不算。
    ///
    /// Without such a verb it describes and does not claim; a plan (力争) is none either.
    COVERAGE = "full-coverage";

    /// 完成目标 Target met
    ///
    /// 表示完成的词，后面是任务。
    ///
    /// A word of fulfilment with the task behind it.
    ///
    /// # Example
    ///
    /// ```text
    /// 河北省2019年就业工作材料
    /// 圆满完成年度目标任务。
    /// ```
    ///
    /// # Why
    ///
    /// 它说明目标已经达到，并与文中给出目标的数据相连。
    ///
    /// It says that a target was reached, and is tied to the figure whose target the text gives.
    TARGET_MET = "target-met";
}
