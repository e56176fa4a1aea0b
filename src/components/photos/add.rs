//! Adding photos to an item: chosen, taken with the camera, pasted or dropped. One after the other; what is not
//! taken is said, and the rest goes on, also while other pages of the draft are shown.

use crate::components::words;
use crate::i18n::{Text, photo_notice, refused};
use crate::model::draft::Draft;
use crate::model::photos::photo::PHOTOS;
use crate::model::standard::ids::ItemId;
use crate::platform::drafts::Session;
use crate::platform::dragging;
use crate::platform::photo_take::take;
use crate::platform::{camera_note, photos};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Event, File, FileList, HtmlInputElement};

/// Where photos are added, and what is said of it. Copies are handles to the same.
#[derive(Clone, Copy)]
pub struct Adding {
    /// Whether the item takes photos now.
    pub on: RwSignal<bool>,
    /// How far it is, and how it ended.
    pub said: RwSignal<String>,
    /// What was not taken, and why.
    pub failed: RwSignal<Vec<String>>,
    work: StoredValue<Rc<PhotoWork>, LocalStorage>,
}

/// What is being added to an item. It outlives the page on which it was chosen.
struct PhotoWork {
    text: &'static Text,
    session: Session,
    item: ItemId,
    said: ArcRwSignal<String>,
    failed: ArcRwSignal<Vec<String>>,
    queue: RefCell<Queue>,
}

/// What was chosen and is not added yet.
#[derive(Default)]
struct Queue {
    waiting: VecDeque<File>,
    busy: bool,
}

impl Queue {
    /// The next one, and how many wait behind it.
    fn next(&mut self) -> Option<(File, usize)> {
        let next = self.waiting.pop_front();
        self.busy = next.is_some();
        next.map(|file| (file, self.waiting.len()))
    }
}

/// What is being added to items of the open draft whose pages were left.
#[derive(Clone, Copy)]
pub struct PhotosOnTheirWay(StoredValue<Vec<Rc<PhotoWork>>, LocalStorage>);

impl PhotosOnTheirWay {
    /// With nothing on its way. Called where the owner of the draft's pages is the current one.
    pub fn none() -> Self {
        let all = Self(StoredValue::new_local(Vec::new()));
        // Nothing can be added to a draft that is not open: what may be missing is told when it is opened again.
        on_cleanup(move || {
            if all.0.with_value(|all| all.iter().any(|work| work.is_busy())) {
                camera_note::left();
            }
        });
        all
    }

    /// What was on its way to this item when its page was left.
    fn take(self, item: &ItemId) -> Option<Rc<PhotoWork>> {
        self.0.try_update_value(|all| {
            let at = all.iter().position(|work| work.item == *item)?;
            Some(all.swap_remove(at))
        })?
    }
}

impl Adding {
    /// To this item, which takes photos at once or only when that is switched on.
    pub fn new(session: Session, item: &ItemId, on: bool) -> Self {
        let (text, others) = (words(), expect_context::<PhotosOnTheirWay>());
        // A window that only reads leaves it to the one that writes.
        let writes = session.reads.get_untracked().is_none();
        let broke_off = writes && session.draft.with_untracked(|draft| camera_note::broke_off(&draft.id, item));
        let work = others.take(item).unwrap_or_else(|| {
            let failed = broke_off.then(|| text.photos.broke_off.to_owned()).into_iter().collect();
            let (said, failed) = (ArcRwSignal::default(), ArcRwSignal::new(failed));
            Rc::new(PhotoWork { text, session, item: item.clone(), said, failed, queue: RefCell::default() })
        });
        let left = Rc::clone(&work);
        let left = StoredValue::new_local(left);
        on_cleanup(move || {
            let work = left.with_value(Rc::clone);
            if work.is_busy() {
                others.0.try_update_value(|all| all.push(work));
            }
        });
        Self {
            on: RwSignal::new(on),
            said: RwSignal::from(work.said.clone()),
            failed: RwSignal::from(work.failed.clone()),
            work: StoredValue::new_local(work),
        }
    }

    /// The camera, or the list of files, is opened.
    pub fn picks(self) {
        self.work
            .with_value(|work| work.session.draft.with_untracked(|draft| camera_note::opened(&draft.id, &work.item)));
    }

    /// What was chosen in a field for files.
    pub fn chosen(self, event: &Event) {
        let input: HtmlInputElement = event_target(event);
        self.work.with_value(|work| {
            work.session.draft.with_untracked(|draft| camera_note::adds(&draft.id, &work.item));
            self.add(files(input.files()));
            if !work.is_busy() {
                camera_note::ended();
            }
        });
        // The same picture may be chosen again.
        input.set_value("");
    }

    /// What was dropped: files are taken, text is left to its field.
    pub fn dropped(self, event: &DragEvent) {
        if dragging::brings_files(event) {
            event.prevent_default();
            self.add(dragging::files(event));
        }
    }

    /// What was pasted: pictures are taken, everything else is left to the field that has the focus.
    pub fn pasted(self, event: &Event) {
        let data: Option<web_sys::DataTransfer> = event.unchecked_ref::<ClipboardEvent>().clipboard_data();
        // A table copied from an office program comes as text and as a picture of itself: the text is meant.
        let text = data.as_ref().and_then(|data| data.get_data("text/plain").ok()).is_some_and(|text| !text.is_empty());
        let pictures = files(data.and_then(|data| data.files()));
        if !text && !pictures.is_empty() {
            event.prevent_default();
            self.add(pictures);
        }
    }

    fn add(self, chosen: Vec<File>) {
        let work = self.work.with_value(Rc::clone);
        if chosen.is_empty() {
            return;
        }
        let draft = work.session.draft;
        if !self.on.get_untracked() && draft.with_untracked(|draft| draft.photos_of(&work.item).is_empty()) {
            return self.failed.set(vec![work.text.photos.off.to_owned()]);
        }
        let waiting = work.queue.borrow().waiting.len();
        let room = draft.with_untracked(Draft::photo_room).saturating_sub(waiting);
        if chosen.len() > room {
            self.said.set(String::new());
            return self.failed.set(vec![(work.text.photos.too_many)(chosen.len(), room, PHOTOS)]);
        }
        let goes_on = {
            let mut queue = work.queue.borrow_mut();
            queue.waiting.extend(chosen);
            std::mem::replace(&mut queue.busy, true)
        };
        if !goes_on {
            self.failed.set(Vec::new());
            spawn_local(async move { work.run().await });
        }
    }
}

impl PhotoWork {
    fn is_busy(&self) -> bool {
        self.queue.borrow().busy
    }

    /// Whether the draft is open.
    fn has_draft(&self) -> bool {
        self.session.draft.try_with_untracked(|_| ()).is_some()
    }

    fn next(&self) -> Option<(File, usize)> {
        self.queue.borrow_mut().next().filter(|_| self.has_draft())
    }

    async fn run(&self) {
        let (mut done, mut added, mut long) = (0, 0, false);
        while let Some((file, left)) = self.next() {
            done += 1;
            let all = done + left;
            self.said.set((self.text.photos.busy)(done, all));
            match self.one(&file).await {
                Ok(is_long) => {
                    added += 1;
                    long |= is_long;
                }
                Err(said) => self.failed.update(|failed| failed.push(said)),
            }
        }
        if !self.has_draft() {
            return;
        }
        camera_note::ended();
        let mut said = if added > 0 { (self.text.photos.added)(added) } else { String::new() };
        if long {
            let notice = self.session.draft.with_untracked(|draft| photo_notice(self.text, &draft.standard).to_owned());
            said = [&said, self.text.photos.long_notice, &notice].join(" ");
        }
        self.said.set(said);
    }

    /// Whether what was added is a long picture.
    async fn one(&self, file: &File) -> Result<bool, String> {
        let made = take(file).await.map_err(|why| refused(self.text, &file.name(), why))?;
        // The bytes first: a draft that is called saved never refers to what is not.
        photos::put(&made.photo.digest, &made.bytes).await;
        let is_long = made.photo.is_long();
        let is_here = |draft: &Draft| draft.photos_of(&self.item).iter().any(|known| known.digest == made.photo.digest);
        match self.session.draft.try_with_untracked(is_here) {
            Some(true) => Err(format!("{}{}{}", file.name(), self.text.colon(), self.text.photos.already)),
            Some(false) if self.session.reads.get_untracked().is_some() => {
                Err(self.text.frame.reads_other_window.to_owned())
            }
            Some(false) => {
                self.session.edit_as_one_step(|draft| draft.add_photo(&self.item, made.photo));
                Ok(is_long)
            }
            None => Ok(is_long),
        }
    }
}

fn files(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)).collect()
}
