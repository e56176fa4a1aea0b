//! 中文。

use crate::i18n::mail::MailWords;

pub static MAIL: MailWords = MailWords {
    salutation: |office| format!("{office}："),
    attached: |year, what, revision| format!("现报送{year}年度{what}文件（{revision}），见附件。"),
};
