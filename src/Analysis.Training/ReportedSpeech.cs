using System.Collections.Immutable;
using Analysis.Language;

namespace Analysis.Training;

/// <summary>
/// Puts treebank sentences into somebody's mouth. News reports speech in nearly every paragraph, the treebanks seldom; the trees follow
/// their usage: what is said is a clausal complement, before or after its verb, and keeps its comma and quotes.
/// </summary>
internal static class ReportedSpeech
{
    private static readonly ImmutableArray<string> Speakers =
    [
        "he/PRP", "she/PRP", "they/PRP", "he/PRP", "she/PRP", "police/NNS", "officials/NNS", "authorities/NNS", "the/DT minister/NN",
        "a/DT spokesman/NN", "a/DT spokeswoman/NN", "the/DT company/NN", "the/DT ministry/NN", "the/DT president/NN", "the/DT report/NN",
        "the/DT mayor/NN", "the/DT agency/NN", "the/DT lawyer/NN", "the/DT judge/NN", "the/DT group/NN", "a/DT government/NN spokesman/NN",
        "the/DT defence/NN minister/NN", "a/DT senior/JJ official/NN", "the/DT police/NN chief/NN", "state/NN media/NNS", "experts/NNS",
        "witnesses/NNS", "Smith/NNP", "Johnson/NNP", "Garcia/NNP", "Chen/NNP", "Ahmed/NNP", "Anna/NNP Weber/NNP", "Maria/NNP Lopez/NNP",
        "David/NNP Brown/NNP", "John/NNP Miller/NNP", "Ivan/NNP Petrov/NNP", "Grace/NNP Okafor/NNP", "President/NNP Sarah/NNP Cole/NNP",
        "Minister/NNP Paul/NNP Berg/NNP", "Mayor/NNP Linda/NNP Park/NNP", "Senator/NNP Mark/NNP Reed/NNP", "Reuters/NNP",
    ];

    private static readonly ImmutableArray<string> Verbs =
    [
        "said", "said", "said", "said", "said", "said", "says", "added", "announced", "warned", "claimed", "argued", "reported", "explained",
        "insisted", "noted", "admitted", "confirmed", "told reporters", "told the BBC",
    ];

    private static readonly ImmutableArray<string> Circumstances = ["", "", "", "", "on Monday", "on Friday", "in a statement", "Tuesday", "Thursday"];

    // Who a named speaker is, between commas.
    private static readonly ImmutableArray<string> Roles =
    [
        "the/DT mayor/NN of/IN Halden/NNP", "the/DT head/NN of/IN the/DT National/NNP Health/NNP Fund/NNP", "the/DT party/NN leader/NN",
        "the/DT chief/JJ executive/NN of/IN Northern/NNP Bank/NNP", "a/DT spokeswoman/NN for/IN the/DT ministry/NN",
        "a/DT lawyer/NN for/IN the/DT family/NN", "director/NN of/IN the/DT Harbour/NNP Office/NNP", "a/DT former/JJ judge/NN",
    ];

    /// <summary>One reporting sentence for every so many that can be reported.</summary>
    public static IEnumerable<TreebankSentence> Report(IEnumerable<TreebankSentence> sentences, int every, ulong seed)
    {
        var prng = new Prng(seed);
        return sentences.Where(CanBeSaid).Where((_, index) => index % every == 0).Select(sentence => Report(sentence, prng));
    }

    // A plain statement: one clause with a subject, from a capital to a period.
    private static bool CanBeSaid(TreebankSentence sentence)
    {
        var words = sentence.Words;
        return words.Length is >= 5 and <= 30
            && words[^1].Form == "."
            && char.IsUpper(words[0].Form[0])
            && !WordReader.Headline(sentence.Text, sentence.Spans).Title
            && words.Any(word => word.Head >= 0 && words[word.Head].Head < 0 && word.Relation.Universal() == DependencyRelation.Nsubj)
            && !words.Any(word => word.Xpos is Xpos.OpenQuote or Xpos.CloseQuote or Xpos.Colon || word.Relation == DependencyRelation.Parataxis);
    }

    private static TreebankSentence Report(TreebankSentence sentence, Prng prng)
    {
        var said = sentence.Words[..^1];
        var speaker = Speakers[prng.Below(Speakers.Length)].Split(' ');
        var verb = Verbs[prng.Below(Verbs.Length)].Split(' ');
        var circumstance = Circumstances[prng.Below(Circumstances.Length)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var named = speaker is not ["Reuters/NNP"] && speaker[^1].EndsWith("/NNP", StringComparison.Ordinal);
        var role = named && prng.Below(3) == 0 ? Roles[prng.Below(Roles.Length)].Split(' ') : [];
        var builder = new Builder();
        switch (prng.Below(6))
        {
            case 0:
            case 1:
                // "S," she said. Or: "S," said the minister.
                var inverted = !speaker[0].EndsWith("/PRP", StringComparison.Ordinal) && verb is ["said" or "says"] && prng.Below(3) == 0;
                builder.Said(said, quoted: true, comma: true);
                builder.Reporting(speaker, role, verb, inverted);
                builder.Circumstance(circumstance);
                break;
            case 2:
                builder.Said(said, quoted: false, comma: true);
                builder.Reporting(speaker, role, verb, inverted: false);
                builder.Circumstance(circumstance);
                break;
            case 3:
                // She said on Monday that S.
                builder.Reporting(speaker, role, verb, inverted: false);
                builder.Circumstance(circumstance);
                builder.Said([new TreebankWord("that", "that", Upos.SCONJ, Xpos.IN, string.Empty, -2, DependencyRelation.Mark), .. Lowered(said)], quoted: false, comma: false);
                break;
            default:
                builder.Reporting(speaker, role, verb, inverted: false);
                builder.Said(Lowered(said), quoted: false, comma: false);
                break;
        }

        return builder.Finish(sentence.Document);
    }

    // Inside of a sentence only names keep the capital of the first word.
    private static TreebankWord[] Lowered(TreebankWord[] words) =>
    [
        words[0] with { Form = words[0].Upos == Upos.PROPN || words[0].Form == "I" || words[0].Upos == Upos.ADJ ? words[0].Form : words[0].Form.ToLowerInvariant() },
        .. words[1..],
    ];

    private sealed class Builder
    {
        private readonly List<TreebankWord> _words = [];
        private int _verb = -1;
        private int _content = -1;

        public void Said(TreebankWord[] words, bool quoted, bool comma)
        {
            var marks = words[0].Head == -2 ? 1 : 0;
            if (quoted)
                _words.Add(Punctuation("\"", Xpos.OpenQuote));
            var start = _words.Count + marks;
            _content = start + Array.FindIndex(words[marks..], word => word.Head == -1);
            foreach (var word in words)
            {
                _words.Add(word.Head switch
                {
                    -2 => word with { Head = _content },
                    -1 => word with { Relation = DependencyRelation.Ccomp },
                    _ => word with { Head = word.Head + start },
                });
            }

            if (comma)
                _words.Add(Punctuation(",", Xpos.Comma));
            if (quoted)
                _words.Add(Punctuation("\"", Xpos.CloseQuote));
            for (var index = 0; index < _words.Count; index++)
            {
                if (_words[index].Head == int.MaxValue)
                    _words[index] = _words[index] with { Head = _content };
            }
        }

        public void Reporting(string[] speaker, string[] role, string[] verb, bool inverted)
        {
            if (inverted)
            {
                Verb(verb);
                Role(role, Speaker(speaker, DependencyRelation.Nsubj), closed: false);
                return;
            }

            var start = Speaker(speaker, DependencyRelation.Nsubj);
            if (_words.Count == speaker.Length)
                _words[0] = _words[0] with { Form = string.Concat(_words[0].Form[..1].ToUpperInvariant(), _words[0].Form.AsSpan(1)) };
            Role(role, start, closed: true);
            Verb(verb);
            _words[start] = _words[start] with { Head = _verb };
        }

        public void Circumstance(string[] words)
        {
            if (words.Length == 1)
                Add(words[0] + "/NNP", _verb, DependencyRelation.OblUnmarked);
            if (words.Length < 2)
                return;
            var last = _words.Count + words.Length - 1;
            Add(words[0] + "/IN", last, DependencyRelation.Case);
            if (words.Length == 3)
                Add(words[1] + "/DT", last, DependencyRelation.Det);
            Add(words[^1] + (words.Length == 3 ? "/NN" : "/NNP"), _verb, DependencyRelation.Obl);
        }

        public TreebankSentence Finish(string document)
        {
            _words[_content] = _words[_content] with { Head = _verb };
            _words.Add(Punctuation(".", Xpos.Period) with { Head = _verb });
            return new TreebankSentence(document, [.. _words]);
        }

        private static TreebankWord Punctuation(string form, Xpos xpos) =>
            new(form, form, Upos.PUNCT, xpos, string.Empty, int.MaxValue, DependencyRelation.Punct);

        private void Verb(string[] words)
        {
            _verb = _words.Count;
            Add(words[0] + (words[0] == "says" ? "/VBZ" : "/VBD"), -1, DependencyRelation.Root);
            if (words.Length == 3)
                Add(words[1] + "/DT", _words.Count + 1, DependencyRelation.Det);
            if (words.Length > 1)
                Add(words[^1] + (words.Length == 3 ? "/NNP" : "/NNS"), _verb, DependencyRelation.Iobj);
        }

        // Returns the index of the speaker's head.
        private int Speaker(string[] words, DependencyRelation relation)
        {
            var first = _words.Count;
            var named = words[0].EndsWith("/NNP", StringComparison.Ordinal);
            var titled = words.Length == 3 && named;
            var head = named ? first + (titled ? 1 : 0) : first + words.Length - 1;
            for (var index = 0; index < words.Length; index++)
            {
                var place = first + index;
                var tag = words[index][(words[index].IndexOf('/', StringComparison.Ordinal) + 1)..];
                Add(words[index], place == head ? _verb : head, place == head ? relation : tag switch
                {
                    "DT" => DependencyRelation.Det,
                    "JJ" => DependencyRelation.Amod,
                    "NN" => DependencyRelation.Compound,
                    _ => place < head ? DependencyRelation.NmodDesc : DependencyRelation.Flat,
                });
            }

            return head;
        }

        private void Role(string[] words, int speaker, bool closed)
        {
            if (words.Length == 0)
                return;
            var preposition = Array.FindIndex(words, word => word.EndsWith("/IN", StringComparison.Ordinal));
            var length = preposition < 0 ? words.Length : preposition;
            var head = _words.Count + length;
            _words.Add(Punctuation(",", Xpos.Comma) with { Head = head });
            Phrase(words[..length], speaker, DependencyRelation.Appos);
            if (preposition >= 0)
            {
                Add(words[preposition], _words.Count + words.Length - preposition - 1, DependencyRelation.Case);
                Phrase(words[(preposition + 1)..], head, DependencyRelation.Nmod);
            }

            if (closed)
                _words.Add(Punctuation(",", Xpos.Comma) with { Head = head });
        }

        // A noun phrase whose last word is its head.
        private void Phrase(string[] words, int governor, DependencyRelation relation)
        {
            var head = _words.Count + words.Length - 1;
            foreach (var word in words[..^1])
            {
                Add(word, head, word[(word.IndexOf('/', StringComparison.Ordinal) + 1)..] switch
                {
                    "DT" => DependencyRelation.Det,
                    "JJ" => DependencyRelation.Amod,
                    _ => DependencyRelation.Compound,
                });
            }

            Add(words[^1], governor, relation);
        }

        private void Add(string word, int head, DependencyRelation relation)
        {
            var slash = word.IndexOf('/', StringComparison.Ordinal);
            var xpos = XposNames.Parse(word[(slash + 1)..]);
            var upos = xpos switch
            {
                Xpos.DT => Upos.DET,
                Xpos.IN => Upos.ADP,
                Xpos.JJ => Upos.ADJ,
                Xpos.NN or Xpos.NNS => Upos.NOUN,
                Xpos.NNP => Upos.PROPN,
                Xpos.PRP => Upos.PRON,
                _ => Upos.VERB,
            };
            _words.Add(new TreebankWord(word[..slash], word[..slash], upos, xpos, string.Empty, head, relation));
        }
    }
}
