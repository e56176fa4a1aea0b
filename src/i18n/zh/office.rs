//! 中文。

use crate::i18n::office::OfficeWords;

pub static OFFICE: OfficeWords = OfficeWords {
    unaffected: "申报文件本身不受影响。",
    absent: "还缺一个组件，没有取到。请联网后再点一次；申报文件本身不受影响。",
    broken: "取到的组件不完整。请再点一次；还不行就刷新本页。",
    too_old: "这个浏览器太旧，做不了邮件草稿和 Excel 表。其他功能照常可用；也可以换新版的 Edge 或 Chrome。",
    failed: "中途出错，没有做成，多半是内存不够。请关掉一些网页再点一次。",
    mailbox: "标准里写的邮箱不像一个邮箱地址，没有做成。请用“复制”按钮自己写邮件，并告诉县里。",
    too_large: "内容太多，一张 Excel 表放不下。",
    refused: "没有做成，这是程序的错误。请用其他方式发送，并把情况告诉县里。",
};
