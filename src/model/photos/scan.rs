//! Whether the drawn parts of a JPEG without a mark at its end are all there: its blocks are counted as a decoder
//! counts them, and nothing is drawn. A decoder would tell it too, but the one there is (zune-jpeg) makes the program
//! larger by a tenth and cannot tell it of pictures that come in several passes.

use crate::model::photos::jpeg::{END, SCAN, is_frame, segment};

/// So many zeros at the end are room that nothing was written into, as some downloads leave it.
const ROOM: usize = 4096;
/// More passes than any program writes are not followed; the browser decides.
const PASSES: u8 = 100;

/// Why the walk ends early.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stop {
    /// The bytes are at their end.
    Cut,
    /// Something stands there that this does not know, or that is damaged: the browser decides.
    Odd,
}

/// Whether the bytes end before all blocks are there.
fn runs_out(bytes: &[u8]) -> bool {
    let zeros = bytes.iter().rev().take_while(|byte| **byte == 0).count();
    let end = if zeros < ROOM { bytes.len() } else { bytes.len() - zeros };
    walk(bytes.get(..end).unwrap_or(bytes)) == Err(Stop::Cut)
}

/// A colour of the picture.
struct Colour {
    id: u8,
    /// How many blocks of it stand in a unit: across, down.
    across: usize,
    down: usize,
    /// How many blocks it has, and how many of them stand in a row where there is room for whole units.
    wide: usize,
    high: usize,
    row: usize,
    /// Of each block, which of its numbers are not zero: later passes go by that.
    set: Vec<u64>,
    /// Which of its numbers have come to their last digit.
    done: u64,
}

struct JpegFrame {
    /// Whether it comes in several passes.
    passes: bool,
    units_across: usize,
    units_down: usize,
    colours: Vec<Colour>,
}

/// What a drawn part says of itself.
struct Pass {
    first: u32,
    last: u32,
    /// Whether it adds a digit to what came before.
    refines: bool,
    digit: u8,
}

/// The codes of one table: how many there are of each length from 1, and what they stand for, in their order.
#[derive(Clone, Default)]
struct HuffmanCodes {
    many: Vec<u8>,
    characters: Vec<u8>,
}

#[derive(Default)]
struct Tables {
    /// By class and number, as the file writes both in one byte.
    codes: Vec<(u8, HuffmanCodes)>,
    /// After how many units it starts anew; 0 for never.
    restart: usize,
}

impl Tables {
    fn read(&mut self, mut held: &[u8]) {
        while let [which, rest @ ..] = held {
            let Some((many, rest)) = rest.split_at_checked(16) else { return };
            let all = many.iter().map(|many| usize::from(*many)).sum::<usize>();
            let Some((characters, rest)) = rest.split_at_checked(all) else { return };
            self.codes.retain(|(known, _)| known != which);
            self.codes.push((*which, HuffmanCodes { many: many.to_vec(), characters: characters.to_vec() }));
            held = rest;
        }
    }

    fn of(&self, which: u8) -> HuffmanCodes {
        self.codes.iter().find(|(known, _)| *known == which).map(|(_, codes)| codes.clone()).unwrap_or_default()
    }
}

/// Whether a JPEG goes on to its end. Most say where it is. Of one that does not the drawn parts are walked through.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    let mut at = 2;
    let mut drawn = false;
    while let Some(found) = segment(bytes, at) {
        match found.kind {
            END => return true,
            SCAN => drawn = true,
            _ => {}
        }
        // Within a drawn part only FF 00 and the marks for a new start look like markers, and both are passed over.
        at = found.to;
    }
    drawn && !runs_out(bytes)
}

fn walk(bytes: &[u8]) -> Result<(), Stop> {
    let (mut at, mut passes) = (2, 0);
    let mut tables = Tables::default();
    let mut frame = None;
    while let Some(found) = segment(bytes, at) {
        let Some(held) = bytes.get(found.from..found.to) else { break };
        at = found.to;
        match found.kind {
            0xc4 => tables.read(held),
            0xdd => tables.restart = held.iter().fold(0, |number, byte| (number << 8) | usize::from(*byte)),
            kind if is_frame(kind) => frame = Some(JpegFrame::read(kind, held)?),
            SCAN => {
                passes += 1;
                let frame = frame.as_mut().filter(|_| passes <= PASSES).ok_or(Stop::Odd)?;
                at = scan(frame, &tables, held, Bits { bytes, at, byte: 0, left: 0 })?;
            }
            _ => {}
        }
    }
    let done = frame.is_some_and(|frame| frame.colours.iter().all(|colour| colour.done == u64::MAX));
    if done { Ok(()) } else { Err(Stop::Cut) }
}

impl JpegFrame {
    fn read(kind: u8, held: &[u8]) -> Result<Self, Stop> {
        // The kinds with other codes are drawn by no browser.
        let (0xc0..=0xc2, [_, high, low, wide, narrow, _, colours @ ..]) = (kind, held) else { return Err(Stop::Odd) };
        let [height, width] = [[*high, *low], [*wide, *narrow]].map(|two| usize::from(u16::from_be_bytes(two)));
        let colours = colours.chunks_exact(3).map(|three| match three {
            [id, sides, _] if matches!(sides >> 4, 1..=4) && matches!(sides & 15, 1..=4) => {
                Ok((*id, usize::from(sides >> 4), usize::from(sides & 15)))
            }
            _ => Err(Stop::Odd),
        });
        let colours = colours.collect::<Result<Vec<_>, _>>()?;
        let most_across = colours.iter().map(|colour| colour.1).max().ok_or(Stop::Odd)?;
        let most_down = colours.iter().map(|colour| colour.2).max().ok_or(Stop::Odd)?;
        let (units_across, units_down) = (width.div_ceil(8 * most_across), height.div_ceil(8 * most_down));
        let passes = kind == 0xc2;
        let colours = colours.into_iter().map(|(id, across, down)| {
            let row = units_across * across;
            let blocks = if passes { row * units_down * down } else { 0 };
            let wide = (width * across).div_ceil(most_across).div_ceil(8);
            let high = (height * down).div_ceil(most_down).div_ceil(8);
            Colour { id, across, down, wide, high, row, set: vec![0; blocks], done: 0 }
        });
        Ok(Self { passes, units_across, units_down, colours: colours.collect() })
    }
}

/// Walks through one drawn part. Gives where it ends.
fn scan(frame: &mut JpegFrame, tables: &Tables, held: &[u8], mut bits: Bits<'_>) -> Result<usize, Stop> {
    let [many, rest @ ..] = held else { return Err(Stop::Odd) };
    let (which, rest) = rest.split_at_checked(2 * usize::from(*many)).ok_or(Stop::Odd)?;
    let [first, last, digits, ..] = rest else { return Err(Stop::Odd) };
    let pass = if frame.passes {
        Pass { first: (*first).into(), last: (*last).into(), refines: digits >> 4 > 0, digit: digits & 15 }
    } else {
        Pass { first: 0, last: 63, refines: false, digit: 0 }
    };
    if pass.first > pass.last || pass.last > 63 {
        return Err(Stop::Odd);
    }
    let mut parts = Vec::new();
    for two in which.chunks_exact(2) {
        let [id, codes] = two else { continue };
        let at = frame.colours.iter().position(|colour| colour.id == *id).ok_or(Stop::Odd)?;
        parts.push((at, tables.of(codes >> 4), tables.of(0x10 | (codes & 15))));
    }
    let alone = parts.len() == 1;
    let units = match parts.as_slice() {
        [(at, ..)] => frame.colours.get(*at).map_or(0, |colour| colour.wide * colour.high),
        _ => frame.units_across * frame.units_down,
    };
    // How many blocks are still empty in this pass.
    let mut empty = 0;
    for unit in 0..units {
        if tables.restart > 0 && unit > 0 && unit % tables.restart == 0 {
            bits.restart()?;
            empty = 0;
        }
        for (at, even, odd) in &parts {
            let Some(colour) = frame.colours.get_mut(*at) else { continue };
            let (blocks_across, blocks_down) = if alone { (1, 1) } else { (colour.across, colour.down) };
            let in_row = if alone { colour.wide } else { frame.units_across };
            for block in 0..blocks_across * blocks_down {
                let x = unit % in_row.max(1) * blocks_across + block % blocks_across;
                let y = unit / in_row.max(1) * blocks_down + block / blocks_across;
                if frame.passes {
                    let mut none = 0;
                    let set = colour.set.get_mut(y * colour.row + x).unwrap_or(&mut none);
                    bits.pass(&pass, even, odd, &mut empty, set)?;
                } else {
                    bits.block(even, odd)?;
                }
            }
        }
    }
    if pass.digit == 0 {
        let numbers = (u64::MAX >> (63 - (pass.last - pass.first))) << pass.first;
        for (at, ..) in parts {
            frame.colours.get_mut(at).into_iter().for_each(|colour| colour.done |= numbers);
        }
    }
    Ok(bits.at)
}

/// The bits of a drawn part.
struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    byte: u8,
    left: u8,
}

impl Bits<'_> {
    fn bit(&mut self) -> Result<u32, Stop> {
        if self.left == 0 {
            self.byte = *self.bytes.get(self.at).ok_or(Stop::Cut)?;
            self.at += 1;
            if self.byte == 0xff {
                // A zero follows, or it is a marker.
                match self.bytes.get(self.at) {
                    Some(0) => self.at += 1,
                    Some(_) => return Err(Stop::Odd),
                    None => return Err(Stop::Cut),
                }
            }
            self.left = 8;
        }
        self.left -= 1;
        Ok(u32::from(self.byte >> self.left & 1))
    }

    fn number(&mut self, long: u8) -> Result<u32, Stop> {
        (0..long).try_fold(0, |number, _| Ok((number << 1) | self.bit()?))
    }

    /// The next sign: codes of one length follow one another, and the first of the next length follows the last.
    fn character(&mut self, codes: &HuffmanCodes) -> Result<(u8, u8), Stop> {
        let (mut code, mut first, mut before) = (0, 0, 0);
        for many in &codes.many {
            code |= self.bit()?;
            let many = u32::from(*many);
            if code < first + many {
                let at = usize::try_from(before + code - first).map_err(|_| Stop::Odd)?;
                let character = codes.characters.get(at).ok_or(Stop::Odd)?;
                return Ok((character >> 4, character & 15));
            }
            before += many;
            first = (first + many) << 1;
            code <<= 1;
        }
        Err(Stop::Odd)
    }

    /// Goes to where it starts anew.
    fn restart(&mut self) -> Result<(), Stop> {
        self.left = 0;
        let found = segment(self.bytes, self.at).ok_or(Stop::Cut)?;
        self.at = found.to;
        if matches!(found.kind, 0xd0..=0xd7) { Ok(()) } else { Err(Stop::Odd) }
    }

    /// A block that comes in one pass.
    fn block(&mut self, even: &HuffmanCodes, odd: &HuffmanCodes) -> Result<(), Stop> {
        let (_, long) = self.character(even)?;
        self.number(long)?;
        let mut at = 1;
        while at < 64 {
            match self.character(odd)? {
                (15, 0) => at += 16,
                (_, 0) => break,
                (zeros, long) => {
                    self.number(long)?;
                    at += 1 + zeros;
                }
            }
        }
        Ok(())
    }

    /// What a block gets in one of several passes.
    fn pass(
        &mut self,
        pass: &Pass,
        even: &HuffmanCodes,
        odd: &HuffmanCodes,
        empty: &mut u32,
        set: &mut u64,
    ) -> Result<(), Stop> {
        match (pass.first, pass.refines) {
            (0, false) => {
                let (_, long) = self.character(even)?;
                self.number(long).map(|_| ())
            }
            (0, true) => self.number(1).map(|_| ()),
            (_, false) => self.numbers(pass, odd, empty, set),
            (_, true) => self.digits(pass, odd, empty, set),
        }
    }

    fn numbers(&mut self, pass: &Pass, odd: &HuffmanCodes, empty: &mut u32, set: &mut u64) -> Result<(), Stop> {
        if *empty > 0 {
            *empty -= 1;
            return Ok(());
        }
        let mut at = pass.first;
        while at <= pass.last {
            match self.character(odd)? {
                (15, 0) => at += 16,
                (long, 0) => {
                    *empty = (1 << long) - 1 + self.number(long)?;
                    break;
                }
                (zeros, long) => {
                    self.number(long)?;
                    at += u32::from(zeros);
                    *set |= 1_u64.checked_shl(at).ok_or(Stop::Odd)?;
                    at += 1;
                }
            }
        }
        Ok(())
    }

    /// Another digit of every number that is not zero, and the numbers that only now are not.
    fn digits(&mut self, pass: &Pass, odd: &HuffmanCodes, empty: &mut u32, set: &mut u64) -> Result<(), Stop> {
        let mut at = pass.first;
        while *empty == 0 && at <= pass.last {
            let (mut zeros, long) = self.character(odd)?;
            if long == 0 && zeros < 15 {
                *empty = (1 << zeros) + self.number(zeros)?;
                break;
            }
            self.number(long)?;
            while at <= pass.last {
                if *set >> at & 1 == 1 {
                    self.bit()?;
                } else if zeros == 0 {
                    break;
                } else {
                    zeros -= 1;
                }
                at += 1;
            }
            if long > 0 && at <= pass.last {
                *set |= 1 << at;
            }
            at += 1;
        }
        if *empty > 0 {
            for _ in (at..=pass.last).filter(|at| *set >> at & 1 == 1) {
                self.bit()?;
            }
            *empty -= 1;
        }
        Ok(())
    }
}
