//! English.

use crate::i18n::lack::LackWords;

pub static LACK: LackWords = LackWords {
    status: |file, answer| {
        format!(
            "The file {file} did not come; the site answered {answer}. This is not the browser's fault: try again in a while, and if it stays so tell whoever looks after this address."
        )
    },
    network: |file| {
        format!(
            "The file {file} did not come: the network is down, or the site does not answer. Try again with a network."
        )
    },
    slow: |file| {
        format!(
            "The file {file} has not come for a long time; the network or the site is slow, and it is waited for no longer. Try again in a while."
        )
    },
    wrong_type: |file, answer| {
        format!(
            "The file {file} has a wrong type, the site answered {answer}, so that the browser cannot use it. Tell whoever looks after this address."
        )
    },
    content: |file, answer| {
        format!(
            "The file {file} came with wrong content or not whole (the site answered {answer}). Try again, and if it stays so tell whoever looks after this address."
        )
    },
    damaged: "This file is not whole, or was changed. Copy or download it again, then open it.",
    not_run: "The file came, but the browser did not run it, most likely for lack of memory. Close some other pages and try again, or use a recent Edge or Chrome.",
};
