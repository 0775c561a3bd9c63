using Analysis.Semantics;

namespace Analysis.Comparison;

/// <summary>The sentences of an article by their terms and figures: whether one of them may say what a claim of another article says, in words too far apart to be aligned.</summary>
/// <remarks>It only ever keeps a claim from being called the other article's alone; it is no agreement.</remarks>
internal sealed class Coverage
{
    /// <summary>Share of the weight of a claim, in thousandths, that one sentence has to hold.</summary>
    private const int Enough = 650;

    /// <summary>A term in more sentences than this is looked for in none: it tells them apart too little.</summary>
    private const int MostSentences = 200;

    private readonly SemanticModel _model;

    // The sentences of each term lie side by side, those of a term up to its end.
    private readonly int[] _ends;
    private readonly int[] _sentences;
    // By sentence, while a claim is looked for: the weight and the number of names found.
    private readonly int[] _scores;
    private readonly int[] _names;
    private readonly List<int> _touched = [];

    /// <summary>Reads the sentences of the part of an article that is compared.</summary>
    /// <param name="model">The article.</param>
    /// <param name="termAt">The term of each token.</param>
    /// <param name="termCount">How many terms there are.</param>
    public Coverage(SemanticModel model, int[] termAt, int termCount)
    {
        _model = model;
        _scores = new int[model.Tree.Sentences.Length];
        _names = new int[model.Tree.Sentences.Length];
        int end = MainSection.EndOf(model.Tree), length = 0;
        while (length < termAt.Length && model.Tree.Tokens[length].Span.Start < end) length++;
        _ends = new int[termCount + 1];
        for (int i = 0; i < length; i++)
            if (termAt[i] >= 0) _ends[termAt[i] + 1]++;
        for (int term = 0; term < termCount; term++) _ends[term + 1] += _ends[term];
        _sentences = new int[_ends[termCount]];
        // Filling moves what was the start of a term's sentences to their end.
        for (int i = 0; i < length; i++)
            if (termAt[i] >= 0) _sentences[_ends[termAt[i]]++] = model.Tree.Tokens[i].Sentence;
    }

    /// <summary>Whether one sentence holds most of what a claim speaks of, and all its names, figures and times.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="weights">Weight of each term.</param>
    /// <param name="isName">Whether a term is a name.</param>
    public bool MaySay(ClaimProfile claim, TermWeights weights, Func<int, bool> isName)
    {
        int all = 0, names = 0;
        foreach (int term in claim.ContentTerms)
        {
            all += weights[term];
            bool name = isName(term);
            if (name) names++;
            var sentences = _sentences.AsSpan((term == 0 ? 0 : _ends[term - 1]).._ends[term]);
            if (sentences.Length > MostSentences) continue;
            int last = -1;
            foreach (int sentence in sentences)
            {
                if (sentence == last) continue;
                if (_scores[sentence] == 0) _touched.Add(sentence);
                _scores[sentence] += weights[term];
                if (name) _names[sentence]++;
                last = sentence;
            }
        }
        bool found = false;
        foreach (int sentence in _touched)
        {
            found |= !found && 1000 * _scores[sentence] >= Enough * all && HoldsFacts(sentence, claim, names);
            _scores[sentence] = _names[sentence] = 0;
        }
        _touched.Clear();
        return found;
    }

    // Words may differ where names, figures and times do not.
    private bool HoldsFacts(int sentence, ClaimProfile claim, int names)
    {
        var tokens = _model.Tree.Sentences[sentence];
        return _names[sentence] == names
            && claim.Quantities.All(figure => _model.Quantities.Any(other => IsWithin(other.FirstToken) && other.Unit == figure.Unit && QuantityComparison.Compare(figure, other) is not ValueRelation.Incompatible))
            && claim.Dates.All(date => _model.Dates.Any(other => IsWithin(other.FirstToken) && other.Start == date.Start && other.End == date.End && other.Timex == date.Timex));

        bool IsWithin(int token) => token >= tokens.FirstToken && token < tokens.EndToken;
    }
}
