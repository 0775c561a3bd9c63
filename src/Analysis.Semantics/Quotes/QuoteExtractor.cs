using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics.Entities;
using Analysis.Syntax;

namespace Analysis.Semantics.Quotes;

/// <summary>Finds who is reported to have said what.</summary>
/// <remarks>
/// What attributes, to whom and what are read by <see cref="AttributionReader"/>; this class joins it with the quotations of the text. A quotation
/// without a cue goes on from the quote before it in the same paragraph, or has no speaker; a few quoted words inside a sentence without a
/// cue are no speech.
/// </remarks>
internal sealed class QuoteExtractor
{
    /// <summary>Words that nobody is named for are a quotation from so many on; fewer are a name or a distance.</summary>
    private const int FewestWords = 5;

    // Measured on the train part of PolNeAR in thousandths: quotes whose speaker is named by a label that are right, words that attribute by their form
    // alone, and attributions of which content and source are right where the cue is. What a pronoun stands for and who speaks unnamed are judgements.
    private const int Labelled = 900, ByForm = 850, Parts = 970, PartsOfPronoun = 930, PartsWithoutSpeaker = 850;

    private readonly AnnotatedText _text;
    private readonly ImmutableArray<Entity> _entities;
    private readonly int[] _entityAt;
    private readonly List<Quote> _quotes = [];
    private readonly bool[] _used, _quoted;
    private readonly int[] _quoteOf;
    private readonly HashSet<int> _spoken = [], _labels = [];
    private readonly AttributionReader _reader;
    private readonly List<ReadAttribution> _attributions = [];
    private readonly List<(int First, int End)> _contents = [];

    private QuoteExtractor(AnnotatedText text, ImmutableArray<Entity> entities, int[] entityAt, bool[] quoted)
    {
        (_text, _entities, _entityAt) = (text, entities, entityAt);
        _reader = new AttributionReader(text, quoted, CueLexicon.Default);
        _used = new bool[text.Tree.Quotations.Length];
        _quoteOf = new int[_used.Length];
        Array.Fill(_quoteOf, -1);
        _quoted = quoted;
    }

    /// <summary>Finds the quotes of a text, in order of their content.</summary>
    /// <param name="text">The text.</param>
    /// <param name="entities">Its entities.</param>
    /// <param name="entityAt">For every token the index of the entity it mentions, or -1.</param>
    /// <param name="quoted">For every token whether it stands between quotation marks.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ImmutableArray<Quote> Extract(AnnotatedText text, ImmutableArray<Entity> entities, int[] entityAt, bool[] quoted, CancellationToken cancellation)
    {
        var extractor = new QuoteExtractor(text, entities, entityAt, quoted);
        extractor.AddLabelled();
        extractor.AddSigned();
        foreach (var sentence in text.Tree.Sentences.SelectMany(sentence => sentence.Stretches()))
        {
            cancellation.ThrowIfCancellationRequested();
            extractor.ReadSentence(sentence);
        }
        extractor.AddQuotationsWithoutCue();
        extractor.AddDialogue();
        extractor.JoinParagraphs();
        extractor.CarrySpeakersOn();
        return [.. extractor._quotes.OrderBy(q => q.Content[0].Start).ThenByDescending(q => q.Content[0].End)];
    }

    // ---- speakers named by their place ----

    private void AddLabelled()
    {
        int q = 0;
        foreach (var (name, colon, said) in SpeechLabels.Find(_text))
        {
            _labels.Add(colon);
            AddSaid(WithoutMarks(said), (colon, colon + 1), name);
            // A mark in front of the name opens what is said behind it.
            while (q < _used.Length && _text.Tree.Quotations[q].Open < name.First - 1) q++;
            if (q < _used.Length && _text.Tree.Quotations[q] is { Depth: 0 } quotation && quotation.Open == name.First - 1) (_used[q], _quoteOf[q]) = (true, _quotes.Count - 1);
        }
    }

    /// <summary>What is left of a range without the marks around it; the last word at least.</summary>
    private (int First, int End) WithoutMarks((int First, int End) range)
    {
        var (first, end) = range;
        while (first < end - 1 && IsMark(first)) first++;
        while (end > first + 1 && IsMark(end - 1)) end--;
        return (first, end);
    }

    private void AddSigned()
    {
        for (int q = 0; q < _used.Length; q++)
        {
            var quotation = _text.Tree.Quotations[q];
            if (quotation.Depth > 0 || _used[q] || quotation.Close < 0 || WordCount(quotation) < FewestWords || SpeechLabels.SignatureBehind(_text, quotation.Close) is not { Dash: >= 0 and var dash } signature) continue;
            _labels.Add(dash);
            AddSaid((quotation.Open + 1, quotation.Close), (dash, dash + 1), signature.Name);
            (_used[q], _quoteOf[q]) = (true, _quotes.Count - 1);
        }
    }

    private void AddSaid((int First, int End) said, (int First, int End) cue, (int First, int End) name)
    {
        var content = Said(_text.SpanOf(said.First, said.End));
        int speaker = SpeakerIn(name);
        _quotes.Add(new Quote(QuoteKind.Direct, [content], _text.SpanOf(cue.First, cue.End), _text.SpanOf(name.First, name.End), speaker, new Confidence(Labelled))
        {
            Verbatim = [content],
            SourceKind = SourceKind.Named,
        });
    }

    // ---- cues ----

    private void ReadSentence(SentenceSyntax sentence)
    {
        _attributions.Clear();
        _reader.Read(sentence, _attributions);
        foreach (var attribution in _attributions)
        {
            if (IsDenied(attribution.Head) || _labels.Contains(attribution.Head)) continue;
            _contents.Clear();
            if (attribution.Before.First >= 0) _contents.Add(attribution.Before);
            if (attribution.After.First >= 0) _contents.Add(attribution.After);
            if (_contents.Count == 0 && BehindColon(attribution) is { First: >= 0 } next) _contents.Add(next);
            if (_contents.Count == 0 && InFront(attribution) is { First: >= 0 } front) _contents.Add(front);
            if (_contents.Count == 0 && Spoken(attribution) is { First: >= 0 } spoken) _contents.Add(spoken);
            if (_contents.Count > 0) AddQuote(_contents, attribution);
        }
    }

    /// <summary>A quotation that opens the paragraph behind a cue with a colon: "She went on:" and then, on the next line, what she said.</summary>
    private (int First, int End) BehindColon(ReadAttribution attribution)
    {
        var sentence = _text.SentenceOf(attribution.Head);
        int open = sentence.EndToken;
        if (open + 1 >= _text.Words.Length || _text.Form(open - 1) is not ":" || !IsMark(open)) return (-1, -1);
        int q = FirstQuotation(_text.Tree.Tokens[open].Span);
        while (q < _text.Tree.Quotations.Length && _text.Tree.Quotations[q].Open < open) q++;
        if (q == _text.Tree.Quotations.Length || _text.Tree.Quotations[q].Open != open) return (-1, -1);
        int end = _text.TokenAt(_text.Tree.Quotations[q].Content.End - 1) + 1;
        return (open + 1, Math.Max(open + 2, end));
    }

    /// <summary>"“When?” Lee asked.": a quotation in front of a sentence that begins with who said it.</summary>
    private (int First, int End) InFront(ReadAttribution attribution)
    {
        var sentence = _text.SentenceOf(attribution.Head);
        int close = sentence.FirstToken - 1;
        if (close < 1 || !AttributionReader.BeginsBehindQuotation(_text, sentence, attribution)) return (-1, -1);
        int q = FirstQuotation(_text.Tree.Tokens[close].Span);
        while (q < _text.Tree.Quotations.Length && (_text.Tree.Quotations[q].Close != close || _text.Tree.Quotations[q].Depth > 0)) q++;
        return q == _text.Tree.Quotations.Length || _used[q] ? (-1, -1) : (_text.Tree.Quotations[q].Open + 1, close);
    }

    /// <summary>"— When? asked Ann Lee.": the words between the dash of a dialogue and the cue.</summary>
    private (int First, int End) Spoken(ReadAttribution attribution)
    {
        var sentence = _text.SentenceOf(attribution.Head);
        if (DashOf(sentence.Block) is not (>= 0 and var dash)) return (-1, -1);
        int end = attribution.Source.First >= 0 ? Math.Min(attribution.Cue.First, attribution.Source.First) : attribution.Cue.First;
        return end > dash + 1 && (end == sentence.FirstToken || dash >= sentence.FirstToken) ? (dash + 1, end) : (-1, -1);
    }

    /// <summary>The dash that opens a paragraph of a dialogue; -1 where it opens with something else.</summary>
    private int DashOf(int block)
    {
        var span = _text.Tree.Blocks[block];
        if (span.FirstSentence == span.EndSentence || span.Kind is not (SyntaxKind.Paragraph or SyntaxKind.ListItem)) return -1;
        int first = _text.Tree.Sentences[span.FirstSentence].FirstToken;
        return _text.Form(first) is "—" or "–" or "―" or "--" && first + 1 < _text.Words.Length && char.IsUpper(_text.Form(first + 1)[0]) ? first : -1;
    }

    /// <summary>"did not say": no speech took place.</summary>
    private bool IsDenied(int verb)
    {
        if (!ReportVerbs.Has(_text.Words[verb].Lemma)) return false;
        foreach (int dependent in _text.Dependents(verb))
            if (_text.Words[dependent].Lemma is "not" or "never" && dependent < verb) return true;
        return false;
    }

    // ---- results ----

    private void AddQuote(List<(int First, int End)> contents, ReadAttribution attribution)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>(contents.Count);
        var verbatim = ImmutableArray.CreateBuilder<TextSpan>();
        bool whole = true, nested = _quoted[attribution.Head];
        foreach (var content in contents)
        {
            var (first, end) = (content.First, content.End);
            while (first < end && (IsMark(first) || _text.Form(first) is "that" && _text.Words[first].Upos is Upos.SCONJ)) first++;
            while (end > first && (IsMark(end - 1) || _text.Form(end - 1) is "," && !TouchesQuotation((end - 1, end)))) end--;
            if (first >= end) continue;
            // A mark at the end stays where the one that opens it is inside: "called it “a disgrace”".
            if (end < _text.Words.Length && IsMark(end) && ClosesWithin(first, end)) end++;
            var span = _text.SpanOf(first, end);
            bool inside = false;
            for (int q = FirstQuotation(span); q < _text.Tree.Quotations.Length; q++)
            {
                var quotation = _text.Tree.Quotations[q];
                if (quotation.Content.Start >= span.End) break;
                if (quotation.Depth > 0 != nested || _used[q] || !quotation.Content.OverlapsWith(span)) continue;
                if (IsMispaired(quotation)) continue;
                _used[q] = true;
                _quoteOf[q] = _quotes.Count;
                verbatim.Add(Said(quotation.Content));
                // Words said that began in the sentence before, or go on in the next, belong to the quote as a whole.
                if (quotation.Content.Start <= span.Start || quotation.Content.End >= span.End)
                {
                    inside |= quotation.Content.Start <= span.Start && quotation.Content.End >= span.End - 1;
                    span = span.Union(quotation.Content);
                }
            }
            whole &= inside;
            spans.Add(Said(span));
        }
        if (spans.Count == 0) return;
        // What follows the dash of a dialogue is said word for word.
        if (verbatim.Count == 0 && !nested && DashOf(_text.SentenceOf(attribution.Head).Block) is >= 0 and var dash && contents[0].First == dash + 1)
        {
            verbatim.AddRange(spans);
            whole = true;
        }
        var kind = verbatim.Count == 0 ? QuoteKind.Indirect : whole ? QuoteKind.Direct : QuoteKind.Mixed;
        var source = attribution.SourceHead >= 0 ? _text.SpanOf(attribution.Source.First, attribution.Source.End) : (TextSpan?)null;
        int speaker = SpeakerOf(attribution);
        if (verbatim.Count > 0) _spoken.Add(_text.SentenceOf(attribution.Head).Block);
        _quotes.Add(new Quote(kind, spans.ToImmutable(), _text.SpanOf(attribution.Cue.First, attribution.Cue.End), source, speaker, ConfidenceOf(attribution, speaker))
        {
            Verbatim = verbatim.ToImmutable(),
            Addressee = attribution.Addressee.First >= 0 ? _text.SpanOf(attribution.Addressee.First, attribution.Addressee.End) : null,
            SourceKind = SourceKindOf(attribution, speaker),
            Act = verbatim.Count > 0 && IsReportCue(attribution.Head) ? QuoteAct.Statement : AttributionWords.ActOf(_text.Words[attribution.Head].Lemma),
            IsReport = verbatim.Count > 0 || attribution.IsSure && IsReportCue(attribution.Head) && contents.Exists(content => HasClause(content)),
        });
    }

    private bool IsReportCue(int head) => ReportVerbs.Has(_text.Words[head].Lemma) || _text.Form(head) is "According" or "according";

    private bool HasClause((int First, int End) range)
    {
        for (int i = range.First; i < range.End; i++)
            if (_text.Words[i].Xpos is Xpos.VBD or Xpos.VBZ or Xpos.VBP or Xpos.MD || _text.Words[i].Upos is Upos.VERB && _text.Dependent(i, DependencyRelation.Nsubj) >= 0) return true;
        return false;
    }

    private SourceKind SourceKindOf(ReadAttribution attribution, int speaker)
    {
        int head = attribution.SourceHead;
        if (head < 0) return SourceKind.None;
        var word = _text.Words[head];
        if (word.Xpos is Xpos.PRP or Xpos.PRPS) return SourceKind.Pronoun;
        if (word.Upos is Upos.PROPN || speaker >= 0) return SourceKind.Named;
        foreach (int dependent in _text.Dependents(head))
            if (_text.Words[dependent].Upos is Upos.PROPN && _text.Words[dependent].Relation.Universal() is DependencyRelation.Appos or DependencyRelation.Flat) return SourceKind.Named;
        if (word.Xpos is Xpos.WP or Xpos.WDT) return SourceKind.Pronoun;
        return word.Upos is Upos.NOUN ? AttributionWords.SourceOf(word.Lemma) : SourceKind.Anonymous;
    }

    private bool ClosesWithin(int first, int mark)
    {
        for (int q = FirstQuotation(_text.Tree.Tokens[first].Span); q < _text.Tree.Quotations.Length && _text.Tree.Quotations[q].Open < mark; q++)
            if (_text.Tree.Quotations[q].Close == mark && _text.Tree.Quotations[q].Open > first) return true;
        return false;
    }

    /// <summary>As often as words in such a frame attribute, and their content and speaker are told right where they do; by the form alone a report is as sure.</summary>
    private Confidence ConfidenceOf(ReadAttribution attribution, int speaker)
    {
        int cue = CueLexicon.Default.ShareOf(attribution.Reliability);
        if (attribution.IsSure && attribution.Reliability <= 0) cue = ByForm;
        bool pronoun = attribution.SourceHead >= 0 && _text.Words[attribution.SourceHead].Upos is Upos.PRON;
        int parts = pronoun ? speaker >= 0 ? PartsOfPronoun : PartsWithoutSpeaker : Parts;
        return new Confidence(cue * parts / 1000);
    }

    private int SpeakerOf(ReadAttribution attribution)
    {
        int head = attribution.SourceHead;
        if (head < 0) return -1;
        // "the minister, who said …": the noun that the clause belongs to speaks.
        if (_text.Words[head].Xpos is Xpos.WP or Xpos.WDT)
        {
            int verb = _text.Head(head);
            if (verb < 0 || _text.Words[verb].Relation is not DependencyRelation.AclRelcl || _text.Head(verb) is not (>= 0 and var antecedent)) return -1;
            head = antecedent;
        }
        if (_entityAt[head] is var direct and >= 0) return IsVoice(direct) ? direct : -1;
        // The head may be the title in front of the name, or stand in apposition to it: "harbour master Ann Lee", "her lawyer, Ann Lee".
        foreach (int dependent in _text.Dependents(head))
        {
            if (_text.Words[dependent].Relation.Universal() is not (DependencyRelation.Appos or DependencyRelation.Flat or DependencyRelation.Compound or DependencyRelation.Nmod)) continue;
            if (_text.Words[dependent].Relation.Universal() is DependencyRelation.Nmod && _text.Words[dependent].Relation is not DependencyRelation.NmodDesc) continue;
            if (_entityAt[dependent] is var entity and >= 0 && IsVoice(entity) && _entities[entity].Type is EntityType.Person) return entity;
        }
        return -1;
    }

    /// <summary>The first voice among the names of a label: a person where there is one.</summary>
    private int SpeakerIn((int First, int End) name)
    {
        int voice = -1;
        for (int i = name.First; i < name.End; i++)
        {
            if (_entityAt[i] is not (>= 0 and var entity) || !IsVoice(entity)) continue;
            if (_entities[entity].Type is EntityType.Person) return entity;
            if (voice < 0) voice = entity;
        }
        return voice;
    }

    /// <summary>Whether the entity can speak: a nationality cannot, a place can ("Moscow said").</summary>
    private bool IsVoice(int entity) => _entities[entity].Type is not (EntityType.Norp or EntityType.Event);

    /// <summary>Quotations that no cue claims: they go on from the quote before them, or nobody is named.</summary>
    private void AddQuotationsWithoutCue()
    {
        var tree = _text.Tree;
        var withCue = _quotes.OrderBy(q => q.Content[0].Start).ToList();
        int next = 0;
        Quote? before = null;
        for (int q = 0; q < tree.Quotations.Length; q++)
        {
            var quotation = tree.Quotations[q];
            while (next < withCue.Count && withCue[next].Content[0].Start < quotation.Content.Start) before = withCue[next++];
            if (_used[q] || quotation.Depth > 0 || IsMispaired(quotation)) continue;
            var sentence = _text.SentenceOf(quotation.Open);
            // A few words in the middle of a sentence are a name or a distance, not speech.
            if (quotation.Open != sentence.FirstToken) continue;
            var paragraph = tree.Blocks[sentence.Block].Span;
            bool goesOn = before is not null && (quotation.ContinuesPrevious || before.Content[0].Start >= paragraph.Start);
            if (!goesOn && WordCount(quotation) < FewestWords) continue;
            _used[q] = true;
            _quoteOf[q] = _quotes.Count;
            int speaker = goesOn ? before!.Speaker : -1;
            var quote = new Quote(QuoteKind.Direct, [Said(quotation.Content)], null, null, speaker, new Confidence(speaker >= 0 ? 700 : 400)) { Verbatim = [Said(quotation.Content)], IsContinuation = goesOn };
            _quotes.Add(quote);
            if (goesOn) before = quote;
        }
    }

    /// <summary>A quotation that is left open at the end of its paragraph and goes on in the next has one speaker, named beside whichever part.</summary>
    private void JoinParagraphs()
    {
        var outer = new List<int>();
        for (int q = 0; q < _used.Length; q++)
            if (_text.Tree.Quotations[q].Depth == 0 && _used[q] && !(_quoteOf[q] < 0)) outer.Add(q);
        for (int i = outer.Count - 1; i > 0; i--) Join(outer[i], outer[i - 1], outer[i]);
        for (int i = 1; i < outer.Count; i++) Join(outer[i], outer[i], outer[i - 1]);

        void Join(int later, int to, int from)
        {
            if (!_text.Tree.Quotations[later].ContinuesPrevious) return;
            var (target, origin) = (_quotes[_quoteOf[to]], _quotes[_quoteOf[from]]);
            if (target.Speaker < 0 && origin.Speaker >= 0 && target.SourceKind is SourceKind.None or SourceKind.Pronoun)
                _quotes[_quoteOf[to]] = target with { Speaker = origin.Speaker, Confidence = origin.Confidence.And(new Confidence(700)) };
        }
    }

    /// <summary>"he said", "the governor added": who spoke last speaks on, where nobody else has been named since outside of quotation marks.</summary>
    private void CarrySpeakersOn()
    {
        var names = new List<(int Token, int Entity)>();
        foreach (var entity in _entities)
        {
            if (entity.Type is not EntityType.Person) continue;
            foreach (var mention in entity.Mentions)
                if (mention.Kind is MentionKind.Name && !_quoted[mention.FirstToken]) names.Add((mention.FirstToken, entity.Index));
        }
        names.Sort();
        int[] order = [.. Enumerable.Range(0, _quotes.Count).Where(q => _quotes[q].Source is not null).OrderBy(q => _quotes[q].Source!.Value.Start).ThenBy(q => q)];
        int last = -1, at = 0;
        foreach (int q in order)
        {
            var quote = _quotes[q];
            int source = _text.TokenAt(quote.Source!.Value.Start);
            if (quote.Speaker < 0 && last >= 0 && GoesOnSpeaking(quote, source))
            {
                while (at < names.Count && names[at].Token < source)
                {
                    if (names[at].Entity != last) last = -1;
                    at++;
                }
                if (last >= 0) _quotes[q] = quote with { Speaker = last, Confidence = quote.Confidence.And(new Confidence(600)) };
            }
            if (_quotes[q].Speaker < 0 || _entities[_quotes[q].Speaker].Type is not EntityType.Person) continue;
            last = _quotes[q].Speaker;
            int past = _text.TokenAt(quote.Source.Value.End);
            while (at < names.Count && names[at].Token < past) at++;
        }
    }

    /// <summary>Whether a source can be who spoke before: "he" and "she", and with "added" or "continued" a noun for one person.</summary>
    private bool GoesOnSpeaking(Quote quote, int source)
    {
        if (quote.SourceKind is SourceKind.Pronoun) return _text.Words[source].Lemma is "he" or "she";
        if (quote.SourceKind is not SourceKind.Anonymous || _text.Words[source].Lemma is not "the") return false;
        int cue = _text.TokenAt(quote.Cue!.Value.Start);
        return _text.Words[cue].Lemma is "add" or "continue" or "conclude" || cue + 1 < _text.Words.Length && _text.Words[cue + 1].Lemma is "add" or "continue" or "conclude";
    }

    /// <summary>Paragraphs of a dialogue in which every one opens with a dash are said too where nobody is named.</summary>
    private void AddDialogue()
    {
        var blocks = _text.Tree.Blocks;
        for (int b = 0; b < blocks.Length; b++)
        {
            if (DashOf(b) is not (>= 0 and var dash) || !(b > 0 && DashOf(b - 1) >= 0 || b + 1 < blocks.Length && DashOf(b + 1) >= 0)) continue;
            int end = _text.Tree.Sentences[blocks[b].EndSentence - 1].EndToken;
            var span = _text.SpanOf(dash + 1, end);
            if (_spoken.Contains(b)) continue;
            _quotes.Add(new Quote(QuoteKind.Direct, [span], null, null, -1, new Confidence(400)) { Verbatim = [span] });
        }
    }

    /// <summary>What was said, without the comma that the sentence around it puts in front of the closing mark.</summary>
    private TextSpan Said(TextSpan content)
    {
        string text = _text.Tree.Text.Text;
        int start = content.Start, end = content.End;
        if (end - start > 1 && text[end - 1] == ',') end--;
        while (end - start > 1 && text[start] is ',' or ' ') start++;
        return new TextSpan(start, end);
    }

    /// <summary>Marks that were paired the wrong way round have the end of a sentence and the attribution between them.</summary>
    private bool IsMispaired(QuotationSyntax quotation) => _text.Tree.Text.Text[quotation.Content.Start] is ',';

    private int WordCount(QuotationSyntax quotation)
    {
        int end = quotation.Close >= 0 ? quotation.Close : Math.Min(_text.Tree.Tokens.Length, quotation.Open + 8);
        return end - quotation.Open - 1;
    }

    private bool TouchesQuotation((int First, int End) range)
    {
        var span = _text.SpanOf(range.First, range.End);
        for (int q = FirstQuotation(span); q < _text.Tree.Quotations.Length && _text.Tree.Quotations[q].Content.Start < span.End; q++)
            if (_text.Tree.Quotations[q].Content.OverlapsWith(span)) return true;
        return false;
    }

    /// <summary>Index of the first outer quotation that may reach into a span. Quotations are ordered by their start.</summary>
    private int FirstQuotation(TextSpan span)
    {
        int low = 0, high = _text.Tree.Quotations.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_text.Tree.Quotations[middle].Content.Start < span.Start) low = middle + 1;
            else high = middle;
        }
        // Step back over inner quotations to the one around the span.
        int back = low;
        while (back > 0 && back > low - 6) back--;
        return back;
    }

    private bool IsMark(int token) => QuotationMark.Is(_text, token);
}
