using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Structure;

/// <summary>ART6011: characters that were decoded wrongly.</summary>
/// <remarks>
/// UTF-8 that was read as Windows-1252 or Latin-1, once or several times over, and U+FFFD, which stands for what could not be decoded. A run
/// is undone to prove it: only where its bytes are UTF-8 does the message say what it was. The text is searched once, for the characters
/// that such a run starts with.
/// </remarks>
internal sealed class Mojibake : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "ART6011",
        RuleCategory.Structure,
        DiagnosticSeverity.Warning,
        Title: "Characters were decoded wrongly",
        MessageFormat: "Decoded wrongly: {0}",
        Description: "Names, signs and quotation marks are spoilt by it, and the same words no longer look the same in two articles.");

    /// <summary>Characters of Windows-1252 for the bytes 80 to 9F; a space where it has none.</summary>
    private const string HighControls = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    private const string LostSign = "probably a quotation mark or dash";

    /// <summary>Longest run that is undone at once; a longer one is reported in pieces.</summary>
    private const int MaxRun = 200;

    private static readonly FrozenDictionary<char, byte> Bytes = Enumerable.Range(0x80, 0x80)
        .SelectMany(value => value < 0xa0 && HighControls[value - 0x80] is var sign and not ' '
            ? new[] { ((char)value, (byte)value), (sign, (byte)value) }
            : [((char)value, (byte)value)])
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>What the first byte of a UTF-8 sequence looks like, C2 to F4, and the replacement character.</summary>
    private static readonly SearchValues<char> Leads = SearchValues.Create([.. Enumerable.Range(0xc2, 0xf4 - 0xc2 + 1).Select(value => (char)value), '\ufffd']);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.All);
        context.RegisterArticleAction(Check);
    }

    private static void Check(ArticleAnalysisContext context)
    {
        string text = context.Tree.Text.Text;
        for (int i = 0; i < text.Length;)
        {
            int next = text.AsSpan(i).IndexOfAny(Leads);
            if (next < 0) return;
            i += next;
            context.Cancellation.ThrowIfCancellationRequested();
            var (length, message) = RunAt(context, text, i);
            if (length > 0) context.Report(Descriptor, new TextSpan(i, i + length), message);
            i += Math.Max(1, length);
        }
    }

    /// <summary>Length of the spoilt run at a position and what to say of it; 0 when the characters there are sound.</summary>
    private static (int Length, string Message) RunAt(ArticleAnalysisContext context, string text, int start)
    {
        if (text[start] == '\ufffd')
        {
            int end = start + 1;
            while (end < text.Length && text[end] == '\ufffd') end++;
            return (end - start, "what stood here is lost");
        }
        int length = SequencesLength(text, start);
        // The third sign of a quotation mark or dash is lost: its byte stands for nothing in Windows-1252. Spoilt once, or twice over.
        foreach (string lost in (ReadOnlySpan<string>)["â€", "Ã¢€"])
            if (length < lost.Length && text.AsSpan(start).StartsWith(lost, StringComparison.Ordinal))
                return (start + lost.Length < text.Length && text[start + lost.Length] == '\ufffd' ? lost.Length + 1 : lost.Length, LostSign);
        if (length > 0 && Undo(text.Substring(start, length)) is { } was)
            return IsOrdinary(text, start, length) ? default
                : (length, was.Contains("â€", StringComparison.Ordinal) ? LostSign : $"this was “{was}”");
        // C2 A0, a space that does not break, of which the second half became an ordinary space.
        if (text[start] == 'Â' && context.Model.LanguageSupported && start > 0 && start + 1 < text.Length && text[start + 1] == ' '
            && (char.IsLower(text[start - 1]) || text[start - 1] is '.' or ',' or ' ' or '”' or '"'))
            return (1, "probably a space that does not break");
        return default;
    }

    /// <summary>Length of the whole UTF-8 sequences that the characters from a position are the bytes of; 0 when there is not one.</summary>
    private static int SequencesLength(string text, int start)
    {
        int end = start;
        while (end < text.Length && end - start < MaxRun && Bytes.TryGetValue(text[end], out byte lead))
        {
            int size = lead switch { >= 0xc2 and <= 0xdf => 2, >= 0xe0 and <= 0xef => 3, >= 0xf0 and <= 0xf4 => 4, _ => 0 };
            if (size == 0 || end + size > text.Length) break;
            int continued = 1;
            while (continued < size && Bytes.TryGetValue(text[end + continued], out byte next) && next is >= 0x80 and <= 0xbf) continued++;
            if (continued < size) break;
            end += size;
        }
        return end - start;
    }

    /// <summary>The characters that were spoilt, undone as often as it takes; null when their bytes are no UTF-8.</summary>
    private static string? Undo(string spoilt)
    {
        const int MostTimes = 3;
        string? was = null;
        for (int times = 0; times < MostTimes; times++)
        {
            var bytes = new byte[spoilt.Length];
            for (int i = 0; i < bytes.Length; i++)
                if (!Bytes.TryGetValue(spoilt[i], out bytes[i])) return was;
            try
            {
                spoilt = was = Strict.GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                return was;
            }
        }
        return was;
    }

    /// <summary>
    /// Letters and the signs behind them that merely look spoilt: a small letter before closing marks, as in ‘Olé’” or café…”, a capital at
    /// the end of capitals, as in “MANHÔ.
    /// </summary>
    private static bool IsOrdinary(string text, int start, int length)
    {
        for (int i = start + 1; i < start + length; i++)
            if (text[i] is not ('”' or '’' or '“' or '‘' or '…' or '–' or '—' or '»' or '«' or '™' or '›' or '‹')) return false;
        return char.IsLower(text[start]) || start > 0 && char.IsUpper(text[start - 1]);
    }
}
