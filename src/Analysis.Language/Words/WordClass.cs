namespace Analysis.Language.Words;

/// <summary>Classes of words that the graph of words tells apart.</summary>
internal enum WordClass : byte
{
    /// <summary>Common nouns.</summary>
    Noun,

    /// <summary>Full verbs; a particle follows after a space.</summary>
    Verb,

    /// <summary>Adjectives.</summary>
    Adjective,

    /// <summary>Adverbs.</summary>
    Adverb,

    /// <summary>Names: countries, what their people are called, days and months.</summary>
    Name,

    /// <summary>Prepositions, determiners, pronouns and other words of closed classes.</summary>
    Function,

    /// <summary>What no relation is kept for.</summary>
    None,
}

/// <summary>From tags to classes and back.</summary>
internal static class WordClasses
{
    /// <summary>Number of classes that words have entries in.</summary>
    public const int Count = (int)WordClass.None;

    public static WordClass Of(Upos upos) => upos switch
    {
        Upos.NOUN => WordClass.Noun,
        Upos.VERB => WordClass.Verb,
        Upos.ADJ => WordClass.Adjective,
        Upos.ADV => WordClass.Adverb,
        Upos.PROPN => WordClass.Name,
        Upos.ADP or Upos.CCONJ or Upos.DET or Upos.PART or Upos.PRON or Upos.SCONJ => WordClass.Function,
        _ => WordClass.None,
    };

    /// <summary>The tag that a word of a class is handed out with.</summary>
    public static Upos Tag(this WordClass of) => of switch
    {
        WordClass.Noun => Upos.NOUN,
        WordClass.Verb => Upos.VERB,
        WordClass.Adjective => Upos.ADJ,
        WordClass.Adverb => Upos.ADV,
        WordClass.Name => Upos.PROPN,
        WordClass.Function => Upos.ADP,
        _ => Upos.X,
    };
}
