using Analysis.Semantics;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Quantities;

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

    private readonly TermPostings _sentences;
    // By sentence, while a claim is looked for: the weight and the number of names found.
    private readonly int[] _scores;
    private readonly int[] _names;
    private readonly List<int> _touched = [];

    /// <summary>Reads the sentences of the part of an article that is compared.</summary>
    /// <param name="words">The article.</param>
    /// <param name="termCount">How many terms there are.</param>
    public Coverage(ArticleWords words, int termCount)
    {
        var (model, termAt) = (words.Model, words.TermAt);
        _model = model;
        _scores = new int[model.Tree.Sentences.Length];
        _names = new int[model.Tree.Sentences.Length];
        int end = MainSection.EndOf(model.Tree), count = 0;
        while (count < model.Tree.Sentences.Length && model.Tree.Sentences[count].Span.Start < end) count++;
        _sentences = new TermPostings(termCount, count, sentence => termAt.AsSpan(model.Tree.Sentences[sentence].FirstToken, model.Tree.Sentences[sentence].TokenCount));
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
            var sentences = _sentences.Of(term);
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
        return _names[sentence] == names && claim.Quantities.All(HoldsFigure) && claim.Dates.All(HoldsTime);

        bool HoldsFigure(Quantity figure)
        {
            foreach (var other in _model.QuantitiesIn(tokens.FirstToken, tokens.EndToken))
                if (other.Unit == figure.Unit && QuantityComparison.Compare(figure, other) is not ValueRelation.Incompatible) return true;
            return false;
        }

        bool HoldsTime(DateMention date)
        {
            foreach (var other in _model.DatesIn(tokens.FirstToken, tokens.EndToken))
                if (other.Start == date.Start && other.End == date.End && other.Timex == date.Timex) return true;
            return false;
        }
    }
}
