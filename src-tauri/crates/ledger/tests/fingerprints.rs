//! What is printed, and what people may type.
#![allow(clippy::unwrap_used)]

use ledger::{Fingerprint, FingerprintFault, Hash, Head};

const HEX: &str = "7f3a91c2004de5b6018899aabbccddeeff00112233445566778899aabbccddee";

fn hash() -> Hash {
    HEX.parse().unwrap()
}

#[test]
fn it_is_printed_in_eight_groups_of_four() {
    let printed = Fingerprint::of(&hash());
    assert_eq!(printed.to_string(), "7F3A 91C2 004D E5B6 0188 99AA BBCC DDEE");
    assert_eq!(printed.short(), "7F3A 91C2");
    assert!(printed.matches(&hash()));
    assert!(!printed.matches(&Head::genesis().hash));
}

#[test]
fn it_may_be_typed_in_many_ways() {
    for typed in [
        "7F3A 91C2 004D E5B6 0188 99AA BBCC DDEE",
        "7f3a91c2004de5b6018899aabbccddee",
        "  7f3a-91c2-004d\t",
        "7f3a\u{2011}91c2\u{2014}004d\u{a0}e5",
        "７Ｆ３Ａ　９１Ｃ２",
        "７ｆ３ａ－９１ｃ２",
        "\u{feff}7F3A\u{200b}91C2\n",
        "7f3a91c20",
        HEX,
    ] {
        let fingerprint: Fingerprint = typed.parse().unwrap();
        assert!(fingerprint.matches(&hash()), "{typed:?}");
    }
    let odd: Fingerprint = "7f3a91c20".parse().unwrap();
    assert_eq!(odd.to_string(), "7F3A 91C2 0");
}

#[test]
fn a_wrong_digit_matches_nothing() {
    for typed in ["7F3A 91C3", "7F3A 91C2 1", &HEX.replace("ddeeff", "ddeefe")] {
        assert!(!typed.parse::<Fingerprint>().unwrap().matches(&hash()), "{typed}");
    }
}

#[test]
fn the_fault_says_what_is_wrong() {
    let fault = |typed: &str| typed.parse::<Fingerprint>().unwrap_err();
    let not_a_digit = |found, position| FingerprintFault::NotADigit { found, position };
    assert_eq!(fault("7F3A 91CO"), not_a_digit('O', 9));
    assert_eq!(fault("指纹 7F3A"), not_a_digit('指', 1));
    assert_eq!(fault("7F3A，91C2"), not_a_digit('，', 5));
    assert_eq!(fault("７Ｆ３Ａ９１Ｃｌ"), not_a_digit('ｌ', 8));
    assert_eq!(fault(""), FingerprintFault::TooShort { digits: 0 });
    assert_eq!(fault("7F3A 91C"), FingerprintFault::TooShort { digits: 7 });
    assert_eq!(fault(&format!("{HEX}0")), FingerprintFault::TooLong { digits: 65 });
    assert_eq!(fault("7F3A 91C").to_string(), "7 digits are too few, 8 are needed");
}

#[test]
fn on_the_wire_it_is_the_printed_text() {
    let printed = Fingerprint::of(&hash());
    let json = serde_json::to_string(&printed).unwrap();
    assert_eq!(json, r#""7F3A 91C2 004D E5B6 0188 99AA BBCC DDEE""#);
    assert_eq!(serde_json::from_str::<Fingerprint>(&json).unwrap(), printed);
    assert!(serde_json::from_str::<Fingerprint>(r#""7F3""#).is_err());
}
