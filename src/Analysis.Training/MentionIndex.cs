using Analysis.Syntax;

namespace Analysis.Training;

/// <summary>Finds the marked mention that words of a model stand for.</summary>
/// <remarks>
/// The model's words need not be those of the mark: it leaves titles and clauses out. They stand for a mark when one lies inside of the other and
/// what they share holds a part of the core of the mark, its head or name. Of several marks it is the one that differs in the fewest characters.
/// </remarks>
internal sealed class MentionIndex
{
    private readonly Dictionary<int, List<MarkedMention>> _byCore = [];

    public MentionIndex(CoreferenceDocument document)
    {
        foreach (var mention in document.Mentions)
        {
            for (int at = mention.Core.Start; at < mention.Core.End; at++)
            {
                if (!_byCore.TryGetValue(at, out var same)) _byCore[at] = same = [];
                same.Add(mention);
            }
        }
    }

    /// <summary>The marked mention; null where the words are none.</summary>
    public MarkedMention? Find(TextSpan words)
    {
        MarkedMention? best = null;
        int least = int.MaxValue;
        for (int at = words.Start; at < words.End; at++)
        {
            if (!_byCore.TryGetValue(at, out var mentions)) continue;
            foreach (var mention in mentions)
            {
                if (!mention.Span.Contains(words) && !words.Contains(mention.Span)) continue;
                int difference = Math.Abs(mention.Span.Start - words.Start) + Math.Abs(mention.Span.End - words.End);
                if (difference < least) (best, least) = (mention, difference);
            }
        }
        return best;
    }
}
