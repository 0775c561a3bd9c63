using System.Diagnostics.CodeAnalysis;

namespace Analysis.Language;

/// <summary>The seventeen parts of speech of Universal Dependencies 2, spelled as in CoNLL-U.</summary>
[SuppressMessage("Naming", "CA1707", Justification = "The tag set's own spelling.")]
public enum Upos : byte
{
    /// <summary>Anything that no other tag fits.</summary>
    X,

    /// <summary>Adjective.</summary>
    ADJ,

    /// <summary>Adposition.</summary>
    ADP,

    /// <summary>Adverb.</summary>
    ADV,

    /// <summary>Auxiliary, copula included.</summary>
    AUX,

    /// <summary>Coordinating conjunction.</summary>
    CCONJ,

    /// <summary>Determiner.</summary>
    DET,

    /// <summary>Interjection.</summary>
    INTJ,

    /// <summary>Noun.</summary>
    NOUN,

    /// <summary>Numeral.</summary>
    NUM,

    /// <summary>Particle: infinitival <em>to</em>, <em>not</em>, possessive <em>'s</em>.</summary>
    PART,

    /// <summary>Pronoun.</summary>
    PRON,

    /// <summary>Proper noun.</summary>
    PROPN,

    /// <summary>Punctuation.</summary>
    PUNCT,

    /// <summary>Subordinating conjunction.</summary>
    SCONJ,

    /// <summary>Symbol.</summary>
    SYM,

    /// <summary>Full verb.</summary>
    VERB,
}
