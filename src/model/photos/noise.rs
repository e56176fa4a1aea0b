//! Known dots, by which noise in what a browser draws is noticed.

/// The side of the drawing in dots.
pub const SIDE: u32 = 64;
/// The side of one of its fields: whole blocks of a JPEG, so that none runs into the next.
pub const FIELD: u32 = 16;
/// How much of 255 a dot may be off by what JPEG does. Browsers that change the last digits alone spoil no photo.
const OFF: u8 = 40;
/// From which on it is bright, and up to which it is dark.
const BRIGHT: u8 = 220;
const DARK: u8 = 35;

/// The fields: their left and upper edges in dots, and their colours as red, green and blue.
pub fn fields() -> impl Iterator<Item = (u32, u32, [u8; 3])> {
    let across = SIDE / FIELD;
    (0..across * across).map(move |at| {
        // Each of the eight combinations twice, and no two alike beside one another.
        let of = (at + at / across * 3) % 8;
        let colour = [1, 2, 4].map(|part| if of & part == 0 { DARK } else { BRIGHT });
        (at % across * FIELD, at / across * FIELD, colour)
    })
}

/// Whether these dots of the drawing, four bytes each, row after row, are others than were drawn.
pub fn is_noise(pixels: &[u8]) -> bool {
    let is_field = |(x, y, colour): (u32, u32, [u8; 3])| {
        // In the middle, and not at its edges.
        let inside =
            (FIELD / 4..FIELD * 3 / 4).flat_map(|row| (FIELD / 4..FIELD * 3 / 4).map(move |column| (row, column)));
        inside.into_iter().all(|(row, column)| {
            let at = usize::try_from(((y + row) * SIDE + x + column) * 4).unwrap_or(usize::MAX);
            let dot = at.checked_add(3).and_then(|end| pixels.get(at..end));
            dot.is_some_and(|dot| dot.iter().zip(colour).all(|(is, was)| is.abs_diff(was) <= OFF))
        })
    };
    !fields().all(is_field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn drawn() -> Vec<u8> {
        let side = SIDE as usize;
        let mut pixels = vec![255; side * side * 4];
        for (x, y, colour) in fields() {
            for (row, column) in (0..FIELD).flat_map(|row| (0..FIELD).map(move |column| (row, column))) {
                let at = ((y + row) as usize * side + (x + column) as usize) * 4;
                pixels[at..at + 3].copy_from_slice(&colour);
            }
        }
        pixels
    }

    #[test]
    fn what_was_drawn_is_no_noise_and_one_colour_is() {
        assert!(!is_noise(&drawn()));
        for one in [0, 128, 255] {
            assert!(is_noise(&vec![one; drawn().len()]));
        }
        let mut shifted = drawn();
        shifted.rotate_right(4 * 16);
        assert!(is_noise(&shifted) && is_noise(&drawn()[..1000]) && is_noise(&[]));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn the_last_digits_do_no_harm_and_any_dots_are_noise(some in proptest::collection::vec(any::<u8>(), 61)) {
            let noise = some.iter().copied().cycle().take(drawn().len()).collect::<Vec<u8>>();
            prop_assert!(is_noise(&noise));
            let near: Vec<u8> = drawn().iter().zip(&noise).map(|(dot, noise)| dot.saturating_add(noise % 16)).collect();
            prop_assert!(!is_noise(&near));
        }
    }
}
