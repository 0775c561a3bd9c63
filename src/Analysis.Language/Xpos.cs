using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Analysis.Language;

/// <summary>Penn Treebank parts of speech as the English UD treebanks write them; see <see cref="XposNames.ToConllu"/> for their spelling.</summary>
public enum Xpos : byte
{
    /// <summary>Not known.</summary>
    None,

    /// <summary>Noun, singular or mass: <c>NN</c>.</summary>
    NN,

    /// <summary>Noun, plural: <c>NNS</c>.</summary>
    NNS,

    /// <summary>Proper noun, singular: <c>NNP</c>.</summary>
    NNP,

    /// <summary>Proper noun, plural: <c>NNPS</c>.</summary>
    NNPS,

    /// <summary>Personal pronoun: <c>PRP</c>.</summary>
    PRP,

    /// <summary>Possessive pronoun: <c>PRP$</c>.</summary>
    PRPS,

    /// <summary>Wh-pronoun: <c>WP</c>.</summary>
    WP,

    /// <summary>Possessive wh-pronoun: <c>WP$</c>.</summary>
    WPS,

    /// <summary>Existential <em>there</em>: <c>EX</c>.</summary>
    EX,

    /// <summary>Determiner: <c>DT</c>.</summary>
    DT,

    /// <summary>Predeterminer: <c>PDT</c>.</summary>
    PDT,

    /// <summary>Wh-determiner: <c>WDT</c>.</summary>
    WDT,

    /// <summary>Adjective: <c>JJ</c>.</summary>
    JJ,

    /// <summary>Adjective, comparative: <c>JJR</c>.</summary>
    JJR,

    /// <summary>Adjective, superlative: <c>JJS</c>.</summary>
    JJS,

    /// <summary>Adverb: <c>RB</c>.</summary>
    RB,

    /// <summary>Adverb, comparative: <c>RBR</c>.</summary>
    RBR,

    /// <summary>Adverb, superlative: <c>RBS</c>.</summary>
    RBS,

    /// <summary>Wh-adverb: <c>WRB</c>.</summary>
    WRB,

    /// <summary>Particle of a phrasal verb: <c>RP</c>.</summary>
    RP,

    /// <summary>Verb, base form: <c>VB</c>.</summary>
    VB,

    /// <summary>Verb, past tense: <c>VBD</c>.</summary>
    VBD,

    /// <summary>Verb, gerund or present participle: <c>VBG</c>.</summary>
    VBG,

    /// <summary>Verb, past participle: <c>VBN</c>.</summary>
    VBN,

    /// <summary>Verb, present tense other than third person singular: <c>VBP</c>.</summary>
    VBP,

    /// <summary>Verb, third person singular present: <c>VBZ</c>.</summary>
    VBZ,

    /// <summary>Modal verb: <c>MD</c>.</summary>
    MD,

    /// <summary>Preposition or subordinating conjunction: <c>IN</c>.</summary>
    IN,

    /// <summary>The word <em>to</em>: <c>TO</c>.</summary>
    TO,

    /// <summary>Coordinating conjunction: <c>CC</c>.</summary>
    CC,

    /// <summary>Cardinal number: <c>CD</c>.</summary>
    CD,

    /// <summary>Possessive ending: <c>POS</c>.</summary>
    POS,

    /// <summary>Interjection: <c>UH</c>.</summary>
    UH,

    /// <summary>Foreign word: <c>FW</c>.</summary>
    FW,

    /// <summary>List item marker: <c>LS</c>.</summary>
    LS,

    /// <summary>Symbol: <c>SYM</c>.</summary>
    SYM,

    /// <summary>Address: of mail or of the web: <c>ADD</c>.</summary>
    ADD,

    /// <summary>Affix written apart: <c>AFX</c>.</summary>
    AFX,

    /// <summary>Part of a word written apart by mistake: <c>GW</c>.</summary>
    GW,

    /// <summary>Superfluous punctuation: emoticon, separator: <c>NFP</c>.</summary>
    NFP,

    /// <summary>Hyphen inside a compound: <c>HYPH</c>.</summary>
    HYPH,

    /// <summary>Currency sign: <c>$</c>.</summary>
    Dollar,

    /// <summary>Punctuation that ends a sentence: <c>.</c>.</summary>
    Period,

    /// <summary>Comma: <c>,</c>.</summary>
    Comma,

    /// <summary>Colon, semicolon, dash or ellipsis: <c>:</c>.</summary>
    Colon,

    /// <summary>Opening quotation mark: <c>``</c>.</summary>
    OpenQuote,

    /// <summary>Closing quotation mark: <c>''</c>.</summary>
    CloseQuote,

    /// <summary>Opening bracket: <c>-LRB-</c>.</summary>
    LRB,

    /// <summary>Closing bracket: <c>-RRB-</c>.</summary>
    RRB,

    /// <summary>Number sign: <c>#</c>.</summary>
    Hash,
}

/// <summary>The CoNLL-U spelling of <see cref="Xpos"/>.</summary>
public static class XposNames
{
    // In the order of the enumeration.
    private static readonly ImmutableArray<string> Names =
    [
        "_",
        "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "WP", "WP$", "EX", "DT", "PDT", "WDT", "JJ", "JJR", "JJS", "RB", "RBR",
        "RBS", "WRB", "RP", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "IN", "TO", "CC", "CD", "POS", "UH", "FW", "LS",
        "SYM", "ADD", "AFX", "GW", "NFP", "HYPH", "$", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "#",
    ];

    private static readonly FrozenDictionary<string, Xpos> Values =
        Names.Select((name, index) => (name, index)).ToFrozenDictionary(pair => pair.name, pair => (Xpos)pair.index, StringComparer.Ordinal);

    /// <summary>The tag as in CoNLL-U, <c>PRP$</c> for <see cref="Xpos.PRPS"/>; <c>_</c> for <see cref="Xpos.None"/>.</summary>
    public static string ToConllu(this Xpos xpos) => Names[(int)xpos];

    /// <summary>Reads a tag in its CoNLL-U spelling; <see cref="Xpos.None"/> when it is not one of ours.</summary>
    public static Xpos Parse(string tag) => Values.GetValueOrDefault(tag);
}
