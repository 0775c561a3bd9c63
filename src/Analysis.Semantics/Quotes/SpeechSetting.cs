using System.Collections.Frozen;

namespace Analysis.Semantics.Quotes;

/// <summary>When and where something was said: words that stand beside a cue and belong neither to its source nor to what is attributed.</summary>
internal static class SpeechSetting
{
    private static readonly FrozenSet<string> Times = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
        "august", "september", "october", "november", "december", "morning", "afternoon", "evening", "night", "today", "yesterday", "tomorrow", "day", "week", "month", "year",
        "weekend", "hour", "minute", "time", "a.m.", "p.m.", "moment", "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.");

    private static readonly FrozenSet<string> Media = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "interview", "statement", "email", "e-mail", "tweet", "post", "letter", "speech", "rally", "debate", "conference", "briefing", "twitter",
        "facebook", "instagram", "television", "tv", "radio", "show", "program", "programme", "podcast", "appearance", "remark", "event", "forum", "hearing", "call", "memo", "report", "article",
        "blog", "note", "press", "release", "message", "meeting", "column", "editorial", "op-ed", "book", "video", "stage", "trail", "hall", "broadcast", "floor", "address", "testimony",
        "court", "newspaper", "website", "site", "page", "podium", "segment", "campaign");

    private static readonly FrozenSet<string> Labels = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "update", "exclusive", "analysis", "opinion", "live", "video", "watch", "photo", "review", "explainer", "interview", "profile", "obituary", "recap",
        "question", "timeline", "editorial", "column", "factbox", "fact", "correction", "breaking", "weather", "sport", "business", "world", "politics", "q&a", "blog", "gallery", "part", "chapter");

    /// <summary>Whether a word in front of the colon of a headline says what kind of text follows, not who speaks.</summary>
    public static bool IsLabel(string lemma) => Labels.Contains(lemma);

    /// <summary>Whether a noun is a point or stretch of time.</summary>
    public static bool IsTime(string lemma) => Times.Contains(lemma) || lemma.Length == 4 && lemma is ['1' or '2', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9'];

    /// <summary>Whether a noun is where or by what words are said: a rally, an interview, a letter.</summary>
    public static bool IsMedium(string lemma) => Media.Contains(lemma);
}
