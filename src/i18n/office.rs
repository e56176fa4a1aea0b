//! Why there is no mail and no workbook, in words.

use crate::i18n::Text;
use crate::i18n::lack::lack;
use crate::model::files::site_files::MissingFile;
use crate::model::office::OfficeError;
use crate::model::standard::words::Lang;

/// The same where it is known what is wrong with the file that it needs.
pub fn not_fetched(text: &Text, found: &MissingFile) -> String {
    let rest = match text.lang {
        Lang::Zh => "申报文件本身不受影响。",
        Lang::En => " Your file itself is not affected.",
    };
    lack(text.lang, found) + rest
}

/// What a person can do about it.
pub fn not_made(text: &Text, reason: OfficeError) -> &'static str {
    let (zh, en) = match reason {
        OfficeError::Absent => (
            "还缺一个组件，没有取到。请联网后再点一次；申报文件本身不受影响。",
            "A part of the program is not here yet and could not be fetched. Try again with a network; your file itself is not affected.",
        ),
        OfficeError::Broken => (
            "取到的组件不完整。请再点一次；还不行就刷新本页。",
            "A part of the program did not arrive whole. Try again; if that does not help, reload the page.",
        ),
        OfficeError::TooOld => (
            "这个浏览器太旧，做不了邮件草稿和 Excel 表。其他功能照常可用；也可以换新版的 Edge 或 Chrome。",
            "This browser is too old for mail drafts and Excel workbooks. Everything else works; or use a recent Edge or Chrome.",
        ),
        OfficeError::Failed => (
            "中途出错，没有做成，多半是内存不够。请关掉一些网页再点一次。",
            "It broke off, most likely for lack of memory. Close some other pages and try again.",
        ),
        OfficeError::Mailbox => (
            "标准里写的邮箱不像一个邮箱地址，没有做成。请用“复制”按钮自己写邮件，并告诉县里。",
            "The mailbox in the standard is not a mail address. Write the mail yourself with the copy buttons, and tell the county.",
        ),
        OfficeError::TooLarge => ("内容太多，一张 Excel 表放不下。", "It is more than an Excel sheet can hold."),
        OfficeError::Refused => (
            "没有做成，这是程序的错误。请用其他方式发送，并把情况告诉县里。",
            "It was not made because of a mistake in this program. Send the file in another way, and tell the county.",
        ),
    };
    match text.lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
