//! The other windows that have the same draft open: the lock they share, and what they say to each other.
//! Web Locks are reached by name, as the bindings do not have them yet.

use crate::model::standard::ids::DraftId;
use crate::persistence::key;
use crate::persistence::leadership::LockSupport;
use crate::persistence::lease::Message;
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, BroadcastChannel, MessageEvent};

/// What is heard of a lock.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// It is held.
    Granted,
    /// Another window holds it.
    Refused,
    /// Another window took it.
    Lost,
}

/// By what windows can agree here. Plain http has no locks.
pub fn means() -> LockSupport {
    if locks().is_some() {
        LockSupport::Locks
    } else if crate::platform::local::is_there() {
        LockSupport::Lease
    } else {
        LockSupport::Nothing
    }
}

/// The browser's locks, and how to ask for one.
pub(super) fn locks() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}

/// The channel of a draft's windows. Closed when it is dropped.
pub struct Channel {
    channel: Option<BroadcastChannel>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
}

impl Channel {
    /// Opens it; `hear` is told what other windows say.
    pub fn open(id: &DraftId, hear: impl Fn(Message) + 'static) -> Self {
        let heard = Closure::new(move |event: MessageEvent| {
            if let Some(message) = event.data().as_string().as_deref().and_then(Message::read) {
                hear(message);
            }
        });
        let channel = BroadcastChannel::new(&key::shared(id)).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
        Self { channel, _heard: heard }
    }

    /// Says something to the other windows.
    pub fn say(&self, message: Message) {
        if let Some(channel) = &self.channel {
            // A channel that was closed has nobody to hear it.
            let _ = channel.post_message(&message.write().into());
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}

/// The lock of a draft, as far as this window asked for it. Let go when it is dropped.
#[derive(Default)]
pub struct LockHeld {
    release: Rc<RefCell<Option<Function>>>,
    waits: Option<AbortController>,
}

/// How to ask.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// At once or not at all.
    Now,
    /// As soon as it is free.
    Wait,
    /// In any case.
    Steal,
}

impl LockHeld {
    /// Asks for the lock; `tell` hears how it goes. A request that waits is withdrawn.
    pub fn ask(&mut self, id: &DraftId, how: Ask, tell: Rc<dyn Fn(Told)>) {
        self.withdraw();
        let Some((locks, request)) = locks() else { return };
        let options = Object::new();
        let set = |name: &str, value: &JsValue| _ = Reflect::set(&options, &name.into(), value);
        match how {
            Ask::Now => set("ifAvailable", &JsValue::TRUE),
            Ask::Steal => set("steal", &JsValue::TRUE),
            Ask::Wait => {
                self.waits = AbortController::new().ok();
                if let Some(waits) = &self.waits {
                    set("signal", &waits.signal());
                }
            }
        }
        // A request of its own: what an earlier one held must not be let go by this one's end.
        let release = Rc::new(RefCell::new(None));
        self.release = release.clone();
        let granted = Rc::new(RefCell::new(false));
        let (is_granted, told) = (granted.clone(), tell.clone());
        let hold = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            if lock.is_null() {
                told(Told::Refused);
                return JsValue::UNDEFINED;
            }
            *is_granted.borrow_mut() = true;
            // Held until this promise ends.
            let held = Promise::new(&mut |resolve, _| *release.borrow_mut() = Some(resolve));
            told(Told::Granted);
            held.into()
        });
        let asked = request.call3(&locks, &key::shared(id).into(), &options, &hold).ok();
        let Some(asked) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) else { return tell(Told::Refused) };
        leptos::task::spawn_local(async move {
            let Err(why) = wasm_bindgen_futures::JsFuture::from(asked).await else { return };
            let withdrawn = why.dyn_ref::<web_sys::DomException>().is_some_and(|why| why.name() == "AbortError");
            match (*granted.borrow(), withdrawn) {
                // The lock was stolen.
                (true, _) => tell(Told::Lost),
                // A request that waited was withdrawn.
                (false, true) => {}
                // A page that may keep nothing may not lock anything either: nobody else can hold it.
                (false, false) => tell(Told::Granted),
            }
        });
    }

    /// Lets go of the lock, and of a request that waits.
    pub fn release(&mut self) {
        self.withdraw();
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }

    fn withdraw(&mut self) {
        if let Some(waits) = self.waits.take() {
            waits.abort();
        }
    }
}

impl Drop for LockHeld {
    fn drop(&mut self) {
        self.release();
    }
}
